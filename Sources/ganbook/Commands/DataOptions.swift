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

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Which columns of --data are x and y, by name or by number from 1.", valueName: "x,y"))
  var columns: String?

  /// What was asked for; nil where nothing was.
  /// - Throws: ``Failure`` with the file, the line, the column and what was expected.
  func read() throws(Failure) -> OwnData? {
    guard let text else {
      guard !fit else { throw Failure(.usage, "--fit goes with the points of --data") }
      guard columns == nil else {
        throw Failure(.usage, "--columns goes with the points of --data")
      }
      return nil
    }
    guard isFile else {
      guard !fit else { throw Failure(.usage, "--fit is for the points of a file") }
      guard columns == nil else {
        throw Failure(.usage, "--columns is for the points of a file")
      }
      return OwnData(.text(text))
    }
    let rows = try rows(of: text)
    if rows.rowCount > rows.count {
      Console.remark(
        "\(rows.name): \(Wording.count(rows.rowCount)) rows; "
          + "\(Wording.count(rows.count)) of them, evenly chosen, are the data")
    }
    return OwnData(.rows(rows, fits: fit))
  }

  private func rows(of path: String) throws(Failure) -> PointRows {
    let chosen: PointColumns?
    do { chosen = try columns.map { text throws(PresetError) in try PointColumns(text) } } catch {
      throw Failure(.usage, "--columns: \(error.description)")
    }
    let purpose = PointReader.Purpose.option(fits: fit)
    do {
      guard isStandardInput else {
        return try PointFile.read(path: path, columns: chosen, for: purpose)
      }
      let file = "standard input"
      let reader = PointReader(name: "stdin", file: file, columns: chosen, for: purpose)
      return try PointFile.read(.standardInput, reader, file: file)
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
  var arguments: [String] {
    (text.map { ["--data", $0] } ?? []) + (fit ? ["--fit"] : [])
      + (columns.map { ["--columns", $0] } ?? [])
  }
}

/// Data of the reader's own, read.
struct OwnData: Sendable {
  /// What there is.
  enum Kind: Sendable {
    /// A text that the knob is set to.
    case text(String)
    /// Points of a file, to be moved and scaled or not.
    case rows(PointRows, fits: Bool)
  }

  private let kind: Kind

  init(_ kind: Kind) { self.kind = kind }

  /// Farther out, networks that begin with points near the origin have a long way to go.
  private static let far = 10.0

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
    var changed = settings
    switch kind {
    case .text(let text): try changed.set(Settings.dataName, toText: text)
    case .rows(let rows, let fits):
      let set = fits ? rows.fitted(to: settings.number("radius")) : rows.set
      changed = settings.offering([set])
      try changed.set(Settings.dataName, toText: DataForm.points(set).text)
    }
    return changed
  }

  /// What a person should know before training, if anything.
  var remark: String? {
    guard case .rows(let rows, fits: false) = kind else { return nil }
    let distinct = rows.distinct
    guard distinct.nearest == distinct.exact else {
      return "\(rows.name) has \(Wording.count(distinct.exact)) different points, which become "
        + "\(Wording.count(distinct.nearest)) in numbers of 32 bits; --fit moves and scales them "
        + "before"
    }
    guard rows.reach > Self.far else { return nil }
    return "\(rows.name) reaches \(Wording.number(rows.reach)) from the origin, and the networks "
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
