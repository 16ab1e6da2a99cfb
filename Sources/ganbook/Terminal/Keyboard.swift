private import CNcurses
package import Workbench

/// Reads keys through ncurses, which knows what each terminal sends for them.
package struct Keyboard {
  /// What came from the keyboard.
  package enum Event: Equatable {
    case key(Key)
    /// A text from a clipboard, in one piece.
    case paste(String)
    case mouse(Mouse)
    /// The terminal has taken in what it was sent.
    case arrived
    case resized
  }

  private let hasMouse: Bool
  private var paste = Paste()
  /// A report of the mouse that is coming in.
  private var report: MouseReport?
  /// An answer of the terminal that came too late is coming in: it is no key.
  private var answer: LateAnswer?

  /// - Parameters:
  ///   - typed: bytes that were typed before.
  ///   - hasMouse: whether a mouse is wanted; reports of one that isn't are no keys.
  init(typed: [UInt8] = [], hasMouse: Bool = false) {
    self.hasMouse = hasMouse
    Self.defineBothArrowForms()
    define_key(Paste.opening, Self.pasteBegins)
    define_key(Paste.closing, Self.pasteEnds)
    define_key(MouseReport.opening, Self.reportBegins)
    define_key(LineGauge.answer, Self.arrived)
    for (index, opening) in BackgroundQuery.openings.enumerated() {
      define_key(opening.text, Self.answerBegins + Int32(index))
    }
    // What is put back last comes first.
    for byte in typed.reversed() { ungetch(Int32(byte)) }
  }

  /// The next event that is there, or nil; never waits longer than the escape delay.
  mutating func next() -> Event? {
    var code: wint_t = 0
    while true {
      switch wget_wch(nc_window(), &code) {
      case OK where answer != nil: skip(code)
      case OK where report != nil: if let event = takeReport(code) { return event }
      case OK:
        switch paste.take(character: code) {
        case .notPasting: if let event = Self.event(character: code) { return event }
        case .goesOn: break
        case .ended(let text): return .paste(text)
        }
      case KEY_CODE_YES: if let event = take(code: Int32(code)) { return event }
      default: return nil
      }
    }
  }

  /// Keys in a pasted text are none.
  private mutating func take(code: Int32) -> Event? {
    switch code {
    case Self.arrived: return .arrived
    case Self.pasteBegins: paste.begin()
    case Self.reportBegins: report = MouseReport()
    case Self.answerBegins..<(Self.answerBegins + Int32(BackgroundQuery.openings.count)):
      answer = BackgroundQuery.openings[Int(code - Self.answerBegins)].answer
    case Self.pasteEnds: return paste.end().map { .paste($0) }
    default: if code == KEY_RESIZE || !paste.isOpen { return Self.event(code: code) }
    }
    return nil
  }

  private mutating func takeReport(_ code: UInt32) -> Event? {
    guard case .ended(let mouse)? = report?.take(character: code) else { return nil }
    report = nil
    return hasMouse ? mouse.map { .mouse($0) } : nil
  }

  private mutating func skip(_ code: UInt32) {
    if answer?.take(character: code) != false { answer = nil }
  }

  /// Beyond the codes of ncurses.
  private static let pasteBegins = KEY_MAX + 1
  private static let pasteEnds = KEY_MAX + 2
  private static let reportBegins = KEY_MAX + 3
  private static let arrived = KEY_MAX + 4
  private static let answerBegins = KEY_MAX + 5

  /// A character or a control code; nil for one that means nothing here.
  package static func event(character code: UInt32) -> Event? {
    switch code {
    case 9: return .key(.tab)
    case 10, 13: return .key(.enter)
    case 8, 127: return .key(.backspace)
    case 27: return .key(.escape)
    // Ctrl-A … Ctrl-Z: painting anew, and the keys of every shell's line editor.
    case 1...26: return Unicode.Scalar(code).map { .key(.character(Character($0))) }
    default:
      guard code >= 32, !(0x80..<0xA0).contains(code) else { return nil }
      return Unicode.Scalar(code).map { .key(.character(Character($0))) }
    }
  }

  /// A key that ncurses has a name for; nil for one that means nothing here.
  static func event(code: Int32) -> Event? {
    switch code {
    case KEY_RESIZE: .resized
    case KEY_UP: .key(.up)
    case KEY_DOWN: .key(.down)
    case KEY_LEFT: .key(.left)
    case KEY_RIGHT: .key(.right)
    case KEY_ENTER: .key(.enter)
    case KEY_BTAB: .key(.backTab)
    case KEY_BACKSPACE: .key(.backspace)
    case KEY_DC: .key(.delete)
    case KEY_HOME: .key(.home)
    case KEY_END: .key(.end)
    case KEY_PPAGE: .key(.pageUp)
    case KEY_NPAGE: .key(.pageDown)
    default: nc_function_key(code) > 0 ? .key(.function(Int(nc_function_key(code)))) : nil
    }
  }

  /// Terminals send arrows in one of two forms, by a mode that not all of them honour.
  private static func defineBothArrowForms() {
    let keys: [(String, Int32)] = [
      ("A", KEY_UP), ("B", KEY_DOWN), ("C", KEY_RIGHT), ("D", KEY_LEFT), ("H", KEY_HOME),
      ("F", KEY_END),
    ]
    for (letter, code) in keys {
      define_key("\u{1B}[" + letter, code)
      define_key("\u{1B}O" + letter, code)
    }
  }
}
