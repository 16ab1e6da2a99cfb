private import Foundation
import Workbench

/// Decides which characters the terminal can show, from the locale and the terminal's settings.
package enum CharacterSet {
  /// What to do about the locale.
  package enum Decision: Sendable, Hashable {
    /// The locale as it is set says UTF-8.
    case utf8
    /// The terminal speaks UTF-8, but the locale that says so isn't installed or none is set:
    /// take the one that every system has.
    case utf8ByDefault
    case ascii
  }

  /// - Parameters:
  ///   - codeset: the character set of the locale that the system could load.
  ///   - wanted: the locale's name in the environment; nil or empty where none is set.
  ///   - terminalIsUTF8: the terminal edits its lines in UTF-8.
  package static func decide(
    codeset: String, wanted: String?, terminalIsUTF8: Bool
  ) -> Decision {
    if namesUTF8(codeset) { return .utf8 }
    guard let wanted, !wanted.isEmpty else { return terminalIsUTF8 ? .utf8ByDefault : .ascii }
    return namesUTF8(wanted) ? .utf8ByDefault : .ascii
  }

  private static func namesUTF8(_ text: String) -> Bool {
    let plain = text.uppercased()
    return plain.contains("UTF-8") || plain.contains("UTF8")
  }

  /// Sets the locale of the whole program, and says what may be drawn.
  static func adopt(asciiOnly: Bool, environment: [String: String]) -> Workbench.Charset {
    setlocale(LC_ALL, "")
    // Numbers in files and on the screen keep their decimal point.
    setlocale(LC_NUMERIC, "C")
    let wanted = ["LC_ALL", "LC_CTYPE", "LANG"].lazy
      .compactMap { environment[$0] }.first { !$0.isEmpty }
    let codeset = nl_langinfo(CInt(CODESET)).map { String(cString: $0) } ?? ""
    switch decide(codeset: codeset, wanted: wanted, terminalIsUTF8: terminalIsUTF8(environment)) {
    case .utf8: return asciiOnly ? .ascii : .braille
    case .utf8ByDefault:
      let names: [String] = ["C.UTF-8", "en_US.UTF-8"]
      let taken = names.contains { name in setlocale(LC_CTYPE, name) != nil }
      return taken && !asciiOnly ? .braille : .ascii
    case .ascii: return .ascii
    }
  }

  /// Inside tmux this says what tmux reads, not what the terminal around it shows.
  private static func terminalIsUTF8(_ environment: [String: String]) -> Bool {
    var settings = termios()
    guard environment["TMUX"] == nil, tcgetattr(STDIN_FILENO, &settings) == 0 else { return false }
    return settings.c_iflag & tcflag_t(IUTF8) != 0
  }
}
