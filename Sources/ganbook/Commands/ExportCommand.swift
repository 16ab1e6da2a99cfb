internal import ArgumentParser
internal import Experiments
internal import Foundation
internal import Notebook
internal import Workbench

/// Writes about a run: a report, a table, a picture, a film.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write about a run: a report, a table, a picture, a film, a program.",
    discussion: """
      A recorded run is written about as it stands; a preset is trained first. The same run \
      gives the same file, to the byte.

        ganbook export mode-collapse-paper --output report.md
        ganbook export mode-collapse-paper --output figure22.svg --steps 0,5000,10000,25000
        ganbook export mode-collapse-paper --output film.cast && asciinema play film.cast
        ganbook export mode-collapse-paper-1 --format csv | head
        ganbook export mode-collapse-paper-1 --format stablehlo > step.mlir
      """)

  @Argument(help: "A recorded run's name, a preset's, or the path of a preset file.")
  var source: String

  @Option(
    help: "One of \(Self.formats); by default what the output's name ends in, or md.",
    transform: { try Self.format($0) })
  var format: ExportFormat?

  @Option(name: [.short, .long], help: "The file to write; - for the standard output.")
  var output = "-"

  @Flag(help: "Replace a file that is there.")
  var force = false

  @Option(
    parsing: .unconditional, help: "The filmstrip's steps, with commas between them.",
    transform: { try Self.steps($0) })
  var steps: [Int]?

  @Option(
    name: .customLong("to"), parsing: .unconditional,
    help: "The run up to this step, in place of its own last.",
    transform: { try Arguments.whole($0, in: 1...Preset.mostSteps) })
  var lastStep: Int?

  @Option(
    parsing: .unconditional, help: "The step whose numbers safetensors holds (default: the last).",
    transform: { try Arguments.whole($0, in: 0...Preset.mostSteps) })
  var at: Int?

  @Option(
    parsing: .unconditional, help: "How long a film is (default: 30).",
    transform: { try Arguments.whole($0, in: 1...600) })
  var seconds: Int?

  @OptionGroup var notebook: NotebookOption
  @OptionGroup var threads: ThreadsOption

  func run() throws {
    let format = format ?? Self.format(ofFile: output) ?? .md
    try checkOptions(of: format)
    let source = try ExportSource(
      source, lastStep: lastStep, notebook: notebook, threads: threads.count)
    try check(steps ?? [], "--steps", within: source.length)
    try check(at.map { [$0] } ?? [], "--at", within: source.length)
    let file = try ExportFile(path: output, replaces: force)
    let filmstrip = try filmstrip(beside: file, format)
    if format == .safetensors, file.isTerminal {
      throw Failure(.usage, "safetensors is no text for a terminal; name a file with --output")
    }
    do {
      // A program is there before anything is trained.
      if format != .stablehlo { try source.train() }
      try write(source, as: format, to: file, filmstrip)
      // The picture first: a report never shows one that is not there.
      try filmstrip?.finish()
      try file.finish()
    } catch {
      file.abandon()
      filmstrip?.abandon()
      throw error
    }
  }

  /// Where the picture of a report in Markdown goes: beside it, where it is a file.
  private func filmstrip(
    beside file: ExportFile, _ format: ExportFormat
  ) throws(Failure) -> ExportFile? {
    guard format == .md, file.isFile else { return nil }
    do {
      return try ExportFile(path: Self.filmstripPath(beside: output), replaces: force)
    } catch {
      file.abandon()
      throw error
    }
  }

  /// The path of a report's picture: `report-filmstrip.svg` beside `report.md`.
  static func filmstripPath(beside path: String) -> String {
    let url = URL(fileURLWithPath: path)
    let stem = url.deletingPathExtension().lastPathComponent
    return url.deletingLastPathComponent().appendingPathComponent("\(stem)-filmstrip.svg").path
  }

  private func write(
    _ source: ExportSource, as format: ExportFormat, to file: ExportFile, _ filmstrip: ExportFile?
  ) throws(Failure) {
    switch format {
    case .asciicast:
      var film = Film(of: source.run, seconds: seconds ?? 30)
      while let line = film.next() { try file.write(line) }
    case .safetensors: try file.write(source.checkpoint(at: at))
    case .stablehlo: try file.write(source.program)
    case .md:
      let report = source.report(steps: steps)
      try filmstrip?.write(report.picture)
      try file.write(report.markdown(picture: filmstrip?.fileName))
    case .txt: try file.write(source.report(steps: steps).plainText)
    case .csv: try file.write(source.report(steps: []).table.csv)
    case .json: try file.write(source.report(steps: steps).jsonText)
    case .svg: try file.write(source.report(steps: steps).picture)
    }
  }

  // MARK: Arguments

  /// Some formats alone have use for some options.
  private func checkOptions(of format: ExportFormat) throws(Failure) {
    let pictures: [ExportFormat] = [.md, .txt, .json, .svg]
    let uses: [(option: String, isGiven: Bool, formats: [ExportFormat])] = [
      ("--steps", steps != nil, pictures), ("--at", at != nil, [.safetensors]),
      ("--seconds", seconds != nil, [.asciicast]),
    ]
    for (option, isGiven, formats) in uses where isGiven && !formats.contains(format) {
      throw Failure(
        .usage,
        "\(option) is for \(formats.map(\.rawValue).joined(separator: ", ")), not for "
          + format.rawValue)
    }
  }

  private static let formats = ExportFormat.allCases.map(\.rawValue).joined(separator: ", ")

  private static func format(_ text: String) throws -> ExportFormat {
    guard let format = ExportFormat(rawValue: text) else {
      throw ValidationError(
        "there is no format \(Wording.quoted(text))"
          + NearestName.hint(
            text, among: ExportFormat.allCases.map(\.rawValue), list: "the formats are"))
    }
    return format
  }

  private static func format(ofFile path: String) -> ExportFormat? {
    let ending = URL(fileURLWithPath: path).pathExtension
    return ExportFormat.allCases.first { $0.fileEnding == ending }
  }

  private static func steps(_ text: String) throws -> [Int] {
    let steps = try text.split(separator: ",", omittingEmptySubsequences: false).map {
      try Arguments.whole(String($0), in: 0...Preset.mostSteps)
    }
    guard steps.count <= mostPictures else {
      throw ValidationError("a filmstrip has at most \(mostPictures) pictures")
    }
    return steps
  }

  private static let mostPictures = 60

  private func check(
    _ steps: [Int], _ option: String, within length: Int
  ) throws(Failure) {
    guard let beyond = steps.first(where: { $0 > length }) else { return }
    throw Failure(
      .usage,
      "\(option): \(Wording.count(beyond)) lies beyond the run's last step, "
        + Wording.count(length))
  }
}
