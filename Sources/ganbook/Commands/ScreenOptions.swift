internal import ArgumentParser
internal import Plotting

/// What can be said of the screen wherever one opens.
struct ScreenOptions: ParsableArguments {
  /// The ground that text stands on.
  enum Ground: String, ExpressibleByArgument, CaseIterable {
    case dark, light, auto

    var base: Theme.Base? {
      switch self {
      case .dark: .dark
      case .light: .light
      case .auto: nil
      }
    }
  }

  @Flag(help: "Draw with ASCII characters only.")
  var ascii = false

  @Option(
    help: "Text on a dark or a light ground; auto asks the terminal which it has (default: dark).")
  var theme: Ground?

  @Option(help: "Colours for some kind of sight, each in both themes (default: standard).")
  var palette: Theme.Scheme?

  @Flag(
    inversion: .prefixedNo,
    help: "Take clicks and the wheel; keys do all of it too (default: --mouse).")
  var mouse: Bool?

  var appearance: Appearance {
    Appearance(
      asciiOnly: ascii, base: (theme ?? .dark).base, scheme: palette ?? .standard,
      usesMouse: mouse ?? true)
  }

  /// The first of them that was given.
  private var given: String? {
    if ascii { return "--ascii" }
    if theme != nil { return "--theme" }
    if palette != nil { return "--palette" }
    return mouse.map { $0 ? "--mouse" : "--no-mouse" }
  }

  /// Where no screen opens nothing is said of one.
  /// - Parameter reason: why none opens, as the end of a sentence.
  /// - Throws: ``Failure`` with the option that would not be used.
  func refuse(because reason: String) throws(Failure) {
    guard let given else { return }
    throw Failure(.usage, "\(given) is for the screen, and \(reason)")
  }
}

extension Theme.Scheme: ExpressibleByArgument {}
