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
  let palette: Palette
  /// What came while the terminal was asked for its ground; nil where it was not.
  let query: BackgroundQuery?
  private let screen: OpaquePointer
  private let usesMouse: Bool

  /// Whether there is a terminal that a screen can be shown on.
  static var isAtHand: Bool {
    (try? usableType(ProcessInfo.processInfo.environment)) != nil
  }

  /// Takes the terminal over.
  /// - Throws: ``TerminalRefusal``; the terminal has not been touched then.
  init(_ wanted: Appearance, environment: [String: String]) throws(TerminalRefusal) {
    let type = try Self.usableType(environment)
    charset = CharacterSet.adopt(asciiOnly: wanted.asciiOnly, environment: environment)
    Self.arm(type)
    guard let screen = nc_open(type) else {
      term_guard_disarm()
      throw .unknown(type)
    }
    self.screen = screen
    usesMouse = wanted.usesMouse
    term_guard_hold_errors()
    Self.setModes(escapeDelayIsSet: environment["ESCDELAY"] != nil)
    Self.report(true, mouse: usesMouse)
    let depth = ColorDepth(colors: Int(tigetnum("colors")), noColor: environment["NO_COLOR"])
    query = wanted.base == nil && depth != .monochrome ? Self.ask() : nil
    let base =
      wanted.base ?? query?.base
      ?? BackgroundQuery.base(
        ofVariable: environment["COLORFGBG"])
    palette = Palette(depth: depth, theme: Theme(base ?? .dark, wanted.scheme))
  }

  /// Gives the terminal back.
  func close() {
    Self.report(false, mouse: usesMouse)
    endwin()
    delscreen(screen)
    term_guard_disarm()
  }

  /// Asks the terminal to tell when it has taken in what was sent; returns whether it can be asked.
  func askForArrival() -> Bool { nc_ask_arrival() != 0 }

  /// The signal that asked for an end, or nil.
  var stopSignal: Int32? {
    let signal = term_guard_stop_signal()
    return signal == 0 ? nil : signal
  }

  /// After Ctrl-Z: gives the terminal to the shell, and returns when the program goes on.
  ///
  /// - Parameter prepare: to be done while the terminal is still the program's.
  func suspendIfAsked(_ prepare: () -> Void) {
    guard term_guard_take_suspension() != 0 else { return }
    prepare()
    def_prog_mode()
    Self.report(false, mouse: usesMouse)
    endwin()
    term_guard_suspend()
  }

  /// Whether the terminal's size changed since the last time.
  func wasResized() -> Bool { term_guard_take_resized() != 0 }

  /// Whether the program was stopped and continued since the last time; the modes are set again
  /// then, because whoever had the terminal meanwhile may have changed them.
  func wasContinued() -> Bool {
    guard term_guard_take_continued() != 0 else { return false }
    reset_prog_mode()
    Self.report(true, mouse: usesMouse)
    return true
  }

  /// Whether the terminal tells of pastes, and of its mouse where that is wanted.
  private static func report(_ on: Bool, mouse: Bool) {
    nc_bracket_pastes(on ? 1 : 0)
    if mouse { nc_track_mouse(on ? 1 : 0) }
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
    // Long enough for the bytes of one key, too short to notice.
    if !escapeDelayIsSet { set_escdelay(25) }
  }

  /// Asks the terminal for the colour of its ground; waits a moment and no longer.
  private static func ask() -> BackgroundQuery? {
    guard nc_speaks_xterm() != 0 else { return nil }
    let question = Array(BackgroundQuery.question.utf8)
    guard write(STDOUT_FILENO, question, question.count) == question.count else { return nil }
    var query = BackgroundQuery()
    let limit = ContinuousClock.now + .seconds(answerSeconds)
    var bytes = [UInt8](repeating: 0, count: 256)
    while !query.isComplete {
      let left = (limit - ContinuousClock.now) / .milliseconds(1)
      var source = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
      guard left > 0, poll(&source, 1, Int32(left.rounded(.up))) > 0 else { break }
      let count = read(STDIN_FILENO, &bytes, bytes.count)
      guard count > 0 else { break }
      for byte in bytes[..<count] { query.take(byte) }
    }
    return query
  }

  /// A terminal at the other end of the world answers in less.
  private static let answerSeconds = 0.5

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
