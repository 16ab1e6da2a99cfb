internal import Foundation
private import Notebook

/// The standard streams: results go out, everything else goes to the error stream.
enum Console {
  /// Writes a result.
  /// - Throws: ``Failure`` where it can't be written: a full disk, a closed stream.
  static func print(_ text: String) throws(Failure) {
    do {
      try FileHandle.standardOutput.write(contentsOf: Data((text + "\n").utf8))
    } catch {
      throw Failure(.inputOutput, "the result can't be written to the standard output")
    }
  }

  /// Writes a remark to the error stream; there is nobody to tell when that fails.
  static func remark(_ text: String, end: String = "\n") {
    try? FileHandle.standardError.write(contentsOf: Data((text + end).utf8))
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
