private import Foundation

/// Why the notebook can't be opened on this terminal: one sentence, and the exit code of sysexits.
package struct TerminalRefusal: Error, Sendable, Equatable, CustomStringConvertible {
  package let description: String
  package let exitCode: Int32

  private init(_ description: String, _ exitCode: Int32) {
    self.description = description
    self.exitCode = exitCode
  }

  static let notATerminal = TerminalRefusal(
    "the notebook needs a terminal for input and output; "
      + "without one, `ganbook run PRESET` trains in plain lines", EX_UNAVAILABLE)

  static let noType = TerminalRefusal(
    "TERM is not set, so the terminal's kind is unknown; set it, for example to xterm-256color",
    EX_CONFIG)

  static func unknown(_ type: String) -> TerminalRefusal {
    TerminalRefusal(
      "the terminal database has no TERM=\(quoted(type)); try TERM=xterm-256color", EX_CONFIG)
  }

  static func dumb(_ type: String) -> TerminalRefusal {
    TerminalRefusal(
      "TERM=\(quoted(type)) can't place its cursor; `ganbook run PRESET` trains in plain lines",
      EX_CONFIG)
  }

  /// A name out of the environment must not steer the terminal.
  private static func quoted(_ text: String) -> String {
    String(
      text.unicodeScalars.prefix(40).map { (0x21..<0x7F).contains($0.value) ? $0 : "?" }
        .map(Character.init))
  }
}
