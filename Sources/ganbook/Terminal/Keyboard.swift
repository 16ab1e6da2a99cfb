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
  private var answers = AnswerWatch()
  /// What has come and was not asked for yet.
  private var waiting: [Event] = []

  /// - Parameters:
  ///   - query: what the terminal was asked before: what was typed meanwhile, and what it still
  ///     owes.
  ///   - hasMouse: whether a mouse is wanted; reports of one that isn't are no keys.
  init(after query: BackgroundQuery? = nil, hasMouse: Bool = false) {
    self.hasMouse = hasMouse
    Self.defineBothArrowForms()
    define_key(Paste.opening, Self.pasteBegins)
    define_key(Paste.closing, Self.pasteEnds)
    define_key(MouseReport.opening, Self.reportBegins)
    define_key(LineGauge.answer, Self.arrived)
    for (index, answer) in Self.lateAnswers.enumerated() {
      define_key(answer.opening, Self.answerBegins + Int32(index))
    }
    guard let query else { return }
    // What is put back last comes first.
    for byte in query.typed.reversed() { ungetch(Int32(byte)) }
    answers.expect(query.outstanding, at: 0)
    for byte in query.unfinished { add(answers.take(UInt32(byte), at: 0)) }
  }

  /// The next event that is there, or nil; never waits longer than the escape delay.
  ///
  /// - Parameters:
  ///   - seconds: the program's clock.
  ///   - awaitsArrival: whether the terminal owes an answer about its arrival.
  mutating func next(at seconds: Double, awaitsArrival: Bool = false) -> Event? {
    if awaitsArrival { answers.expect([.arrival], at: seconds) } else { answers.forget(.arrival) }
    var code: wint_t = 0
    while waiting.isEmpty {
      switch wget_wch(nc_window(), &code) {
      case OK: take(character: code, at: seconds)
      case KEY_CODE_YES: take(code: Int32(code), at: seconds)
      default:
        add(keys: answers.expire(at: seconds))
        if waiting.isEmpty { return nil }
      }
    }
    return waiting.removeFirst()
  }

  /// When something may turn out to be a key without news.
  var nextLook: Double { answers.deadline }

  private mutating func take(character code: UInt32, at seconds: Double) {
    if !answers.isInside {
      if report != nil { return takeReport(code) }
      switch paste.take(character: code) {
      case .notPasting: break
      case .goesOn: return
      case .ended(let text): return waiting.append(.paste(text))
      }
    }
    add(answers.take(code, at: seconds))
  }

  private mutating func add(_ outcome: AnswerWatch.Outcome) {
    add(keys: outcome.keys)
    if outcome.hasArrived { waiting.append(.arrived) }
  }

  private mutating func add(keys: [UInt32]) {
    waiting += keys.compactMap { Self.event(character: $0) }
  }

  /// Keys in a pasted text are none.
  private mutating func take(code: Int32, at seconds: Double) {
    // A resize is no character of the line.
    if code != KEY_RESIZE { add(keys: answers.release()) }
    switch code {
    case Self.arrived:
      answers.forget(.arrival)
      waiting.append(.arrived)
    case Self.pasteBegins: paste.begin()
    case Self.reportBegins: report = MouseReport()
    case Self.answerBegins..<(Self.answerBegins + Int32(Self.lateAnswers.count)):
      answers.begin(Self.lateAnswers[Int(code - Self.answerBegins)], at: seconds)
    case Self.pasteEnds: if let text = paste.end() { waiting.append(.paste(text)) }
    default:
      guard code == KEY_RESIZE || !paste.isOpen, let event = Self.event(code: code) else { return }
      waiting.append(event)
    }
  }

  private mutating func takeReport(_ code: UInt32) {
    guard case .ended(let mouse)? = report?.take(character: code) else { return }
    report = nil
    if hasMouse, let mouse { waiting.append(.mouse(mouse)) }
  }

  /// Answers that may come when they are not waited for any more.
  private static let lateAnswers: [AnswerWatch.Answer] = [.ground, .kind]

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
