private import CNcurses
private import CTermGuard
private import Foundation
import Plotting
import Workbench

/// The terminal while the notebook has it: opened with the guard up, given back as it was.
///
/// Everything here and in ``Screen`` and ``Keyboard`` is to be called on the main thread.
final class TerminalSession {
  let charset: Workbench.Charset
  let depth: ColorDepth
  private let screen: OpaquePointer

  /// Whether there is a terminal that a screen can be shown on.
  static var isAtHand: Bool {
    (try? usableType(ProcessInfo.processInfo.environment)) != nil
  }

  /// Takes the terminal over.
  /// - Throws: ``TerminalRefusal``; the terminal has not been touched then.
  init(asciiOnly: Bool, environment: [String: String]) throws(TerminalRefusal) {
    let type = try Self.usableType(environment)
    charset = CharacterSet.adopt(asciiOnly: asciiOnly, environment: environment)
    Self.arm(type)
    guard let screen = nc_open(type) else {
      term_guard_disarm()
      throw .unknown(type)
    }
    self.screen = screen
    term_guard_hold_errors()
    Self.setModes(escapeDelayIsSet: environment["ESCDELAY"] != nil)
    depth = ColorDepth(colors: Int(tigetnum("colors")), noColor: environment["NO_COLOR"])
  }

  /// Gives the terminal back.
  func close() {
    nc_bracket_pastes(0)
    endwin()
    delscreen(screen)
    term_guard_disarm()
  }

  /// The signal that asked for an end, or nil.
  var stopSignal: Int32? {
    let signal = term_guard_stop_signal()
    return signal == 0 ? nil : signal
  }

  /// After Ctrl-Z: gives the terminal to the shell, and returns when the program goes on.
  func suspendIfAsked() {
    guard term_guard_take_suspension() != 0 else { return }
    def_prog_mode()
    nc_bracket_pastes(0)
    endwin()
    term_guard_suspend()
  }

  /// Whether the program was stopped and continued since the last time; the modes are set again
  /// then, because whoever had the terminal meanwhile may have changed them.
  func wasContinued() -> Bool {
    guard term_guard_take_continued() != 0 else { return false }
    reset_prog_mode()
    nc_bracket_pastes(1)
    return true
  }

  private static func usableType(
    _ environment: [String: String]
  ) throws(TerminalRefusal) -> String {
    guard isatty(STDIN_FILENO) != 0, isatty(STDOUT_FILENO) != 0 else { throw .notATerminal }
    guard let type = environment["TERM"], !type.isEmpty else { throw .noType }
    switch nc_judge(type) {
    case NC_FIT: return type
    case NC_DUMB: throw .dumb(type)
    default: throw .unknown(type)
    }
  }

  private static func arm(_ type: String) {
    var sequence = [CChar](repeating: 0, count: 256)
    let length = nc_restoring_sequence(type, &sequence, Int32(sequence.count))
    _ = term_guard_arm(STDOUT_FILENO, sequence, length)
  }

  private static func setModes(escapeDelayIsSet: Bool) {
    cbreak()
    noecho()
    nonl()
    adjustLine()
    let window = nc_window()
    keypad(window, true)
    nodelay(window, true)
    leaveok(window, true)
    curs_set(0)
    nc_bracket_pastes(1)
    // Long enough for the bytes of one key, too short to notice.
    if !escapeDelayIsSet { set_escdelay(25) }
  }

  /// Ctrl-S would freeze the screen, and a person would think that the program hangs; Ctrl-Z
  /// would throw away what is on its way to the screen.
  private static func adjustLine() {
    var settings = termios()
    guard tcgetattr(STDIN_FILENO, &settings) == 0 else { return }
    settings.c_iflag &= ~tcflag_t(IXON)
    settings.c_lflag |= tcflag_t(NOFLSH)
    tcsetattr(STDIN_FILENO, TCSANOW, &settings)
    def_prog_mode()
  }
}
