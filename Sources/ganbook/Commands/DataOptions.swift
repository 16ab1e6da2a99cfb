internal import Adversarial
internal import ArgumentParser
private import Foundation
internal import Notebook

/// Data of the reader's own, in place of the page's.
struct DataOptions: ParsableArguments {
  @Option(
    name: .customLong("data"), parsing: .unconditional,
    help: ArgumentHelp(
      "Train on data of your own: a file of x,y rows, '-' for the standard input, text:GAN, "
        + "'curve:cos(t),sin(2*t)', 'modes:(0,0)(1,1,0.1)', or a mode more: '+(0,0)'.",
      valueName: "data"))
  var text: String?

  @Flag(help: "Move and scale the points of --data into the page's part of the plane.")
  var fit = false

  /// What was asked for; nil where nothing was.
  /// - Throws: ``Failure`` with the file, the line, the column and what was expected.
  func read() throws(Failure) -> OwnData? {
    guard let text else {
      guard !fit else { throw Failure(.usage, "--fit goes with the points of --data") }
      return nil
    }
    guard isFile else {
      guard !fit else { throw Failure(.usage, "--fit is for the points of a file") }
      return OwnData(text: text, set: nil, fits: false)
    }
    do {
      let set =
        isStandardInput
        ? try PointFile.read(.standardInput, name: "stdin", file: "standard input")
        : try PointFile.read(path: text)
      if set.rowCount > set.points.count {
        Console.remark(
          "\(set.name): \(Wording.count(set.rowCount)) rows; "
            + "\(Wording.count(set.points.count)) of them, evenly chosen, are the data")
      }
      return OwnData(text: DataForm.points(set).text, set: set, fits: fit)
    } catch {
      throw Failure(error)
    }
  }

  var isStandardInput: Bool { text == "-" }

  /// Everything that is no description of data is a path.
  private var isFile: Bool {
    guard let text else { return false }
    let kinds = ["modes:", "text:", "curve:", "points:", "+", "none"]
    let isChange = text.hasPrefix("-") && text.dropFirst().first?.isNumber == true
    return !isChange && !kinds.contains { text.hasPrefix($0) }
  }

  /// The same as arguments of another process.
  var arguments: [String] { (text.map { ["--data", $0] } ?? []) + (fit ? ["--fit"] : []) }
}

/// Data of the reader's own, read.
struct OwnData: Sendable {
  /// What the knob is set to.
  let text: String
  /// The points, where they are such.
  let set: PointSet?
  let fits: Bool

  /// Farther out, networks that begin with points near the origin have a long way to go.
  private static let far: Float = 10

  /// The preset on these data, on all its sides.
  /// - Throws: ``CommandError`` where its page has no plane, or the data are none.
  func applied(to preset: Preset) throws(CommandError) -> Preset {
    var preset = preset
    preset.settings = try applied(to: preset.settings)
    for index in preset.twins.indices {
      preset.twins[index].settings = try applied(to: preset.twins[index].settings)
    }
    return preset
  }

  private func applied(to settings: Settings) throws(CommandError) -> Settings {
    guard settings[Settings.dataName] != nil else {
      throw CommandError("the data of this page are part of its claim: it is no page of the plane")
    }
    guard var set else {
      var changed = settings
      try changed.set(Settings.dataName, toText: text)
      return changed
    }
    if fits { set = set.fitted(to: Float(settings.number("radius"))) }
    var changed = settings.offering([set])
    try changed.set(Settings.dataName, toText: DataForm.points(set).text)
    return changed
  }

  /// What a person should know before training, if anything.
  var remark: String? {
    guard let set, !fits else { return nil }
    let reach = set.points.reduce(Float(0)) { max($0, abs($1.x), abs($1.y)) }
    guard reach > Self.far else { return nil }
    return "\(set.name) reaches \(Wording.number(Double(reach))) from the origin, and the networks "
      + "begin near it; --fit moves and scales the points"
  }
}

extension PresetLibrary {
  /// The same library, every preset of the plane on these data.
  func on(_ data: OwnData?) -> PresetLibrary {
    guard let data else { return self }
    return changed { preset in (try? data.applied(to: preset)) ?? preset }
  }
}
