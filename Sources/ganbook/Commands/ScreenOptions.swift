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

  @Option(help: "Text on a dark or a light ground; auto asks the terminal which it has.")
  var theme = Ground.dark

  @Option(help: "Colours for some kind of sight, each in both themes.")
  var palette = Theme.Scheme.standard

  @Flag(inversion: .prefixedNo, help: "Take clicks and the wheel; keys do all of it too.")
  var mouse = true

  var appearance: Appearance {
    Appearance(
      asciiOnly: ascii, base: theme.base, scheme: palette, usesMouse: mouse)
  }
}

extension Theme.Scheme: ExpressibleByArgument {}
