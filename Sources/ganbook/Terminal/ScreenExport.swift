internal import Foundation
private import Notebook
private import Workbench

/// An export while the screen is up: `ganbook export` in a process of its own, so that a long
/// re-execution holds up neither the training nor the keys.
struct ScreenExport {
  let id: String
  let format: String
  /// The notebook's folder.
  let notebook: String

  /// Starts it, and says on some thread how it ended: with the path of the file, or why not.
  func start(_ end: @escaping @Sendable (Result<String, Failure>) -> Void) {
    let path = freePath
    let errors = Pipe()
    let process = Process()
    process.executableURL = URL(
      fileURLWithPath: Surroundings.program)
    process.arguments = [
      "export", id, "--notebook", notebook, "--format", format, "--output", path,
    ]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = errors
    process.terminationHandler = { process in
      let said = String(
        decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      let isWhole = process.terminationReason == .exit && process.terminationStatus == 0
      end(isWhole ? .success(path) : .failure(Failure(.inputOutput, Self.sentence(said))))
    }
    do {
      try process.run()
    } catch {
      end(.failure(Failure(.inputOutput, "The export can't be started.")))
    }
  }

  /// A name beside the recording that no file has.
  private var freePath: String {
    let ending = ExportFormat(rawValue: format)?.fileEnding ?? format
    func path(_ number: Int) -> String {
      "\(notebook)/\(id)/\(id)" + (number > 1 ? "-\(number)" : "") + ".\(ending)"
    }
    func isFree(_ path: String) -> Bool { !FileManager.default.fileExists(atPath: path) }
    let number = (1...).first { number in
      isFree(path(number))
        && (format != "md" || isFree(ExportCommand.filmstripPath(beside: path(number))))
    }
    return path(number ?? 1)
  }

  /// The last line of what it said.
  private static func sentence(_ said: String) -> String {
    let lines = said.split(whereSeparator: \.isNewline)
    let last = lines.last.map(String.init) ?? "The export broke off."
    return last.hasPrefix("ganbook: ") ? String(last.dropFirst(9)) : last
  }
}
