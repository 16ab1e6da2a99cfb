internal import Foundation
internal import Notebook

/// The standard streams: results go out, everything else goes to the error stream.
enum Console {
  /// Writes a result. Whatever is in it from outside, nothing but lines reaches the terminal.
  /// - Throws: ``Failure`` where it can't be written: a full disk, a closed stream.
  static func print(_ text: String) throws(Failure) { try write(Wording.shown(text)) }

  /// Writes a result in JSON, a line.
  static func print(json line: String) throws(Failure) { try write(JSON.shown(line)) }

  /// Writes a result of our own that has colours.
  static func print(coloured text: String) throws(Failure) { try write(text) }

  /// Writes what came out of a run.
  static func print(_ summary: RunSummary, json: Bool) throws(Failure) {
    if json { try print(json: summary.json.line) } else { try print(summary.text) }
  }

  private static func write(_ text: String) throws(Failure) {
    do {
      try FileHandle.standardOutput.write(contentsOf: Data((text + "\n").utf8))
    } catch {
      throw Failure(.inputOutput, "the result can't be written to the standard output")
    }
  }

  /// Writes a remark to the error stream; there is nobody to tell when that fails.
  static func remark(_ text: String, end: String = "\n") {
    try? FileHandle.standardError.write(contentsOf: Data((Wording.shown(text) + end).utf8))
  }

  /// Writes over the line that the cursor is in; `blanks` cover what the last one leaves.
  static func redraw(_ line: String, blanks: String) {
    let end = line.isEmpty ? "\r" : ""
    let text = "\r" + Wording.line(line) + blanks + end
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }

  /// Ends the program with the failure's sentence and code.
  static func exit(_ failure: Failure) -> Never {
    remark("ganbook: " + Wording.line(failure.message))
    Foundation.exit(failure.code)
  }

  static var isErrorTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// Columns of the terminal that the error stream is, or 80.
  static var errorColumns: Int {
    var size = winsize()
    guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }
}
