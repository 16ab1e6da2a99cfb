internal import Plotting
private import Workbench

/// Brings pictures to the terminal: whole where the line is quick, in pieces where it is slow.
final class Presenter {
  let screen: Screen
  private let session: TerminalSession
  private let seconds: () -> Double
  private var line = LineGauge()
  private var frame: Frame?
  /// Whether the terminal shows all of it.
  private var isShown = false

  /// - Parameter seconds: the program's clock.
  init(_ session: TerminalSession, seconds: @escaping () -> Double) {
    self.session = session
    self.seconds = seconds
    screen = Screen(session.palette, ascii: session.charset == .ascii)
  }

  /// Whatever is on the terminal, the next picture is sent whole.
  func forget() {
    screen.invalidate()
    frame = nil
  }

  /// Shows a picture, or as much of it as the line holds now.
  ///
  /// - Parameter answersKey: what differs from the picture before goes out in any case.
  /// - Returns: the seconds that it took; nil where there was nothing to show.
  func show(_ next: Frame, answersKey: Bool = false) -> Double? {
    guard next != frame || !isShown else { return nil }
    let begin = seconds()
    let room = line.room(at: begin)
    guard room > 0 || answersKey else { return nil }
    let outcome = screen.present(next, room: room, answersKey: answersKey)
    isShown = outcome.isWhole
    frame = next
    let spent = seconds() - begin
    line.noteWrite(spent)
    if line.isSlow, line.askedAt == nil, outcome.bytes > 0 {
      if session.askForArrival() { line.noteQuestion(at: begin) } else { line.giveUp() }
    }
    return spent
  }

  /// When there is something to do without news: at once where the terminal shows a part only, and
  /// where it was asked and does not answer, when it is given up.
  var nextLook: Double { isShown || line.askedAt != nil ? line.deadline : 0 }

  /// Whether the terminal was asked and has not answered yet.
  var awaitsArrival: Bool { line.askedAt != nil }

  /// The terminal has taken in what it was sent.
  func noteArrival() { line.noteAnswer(at: seconds()) }

  /// Waits a moment for an answer that is on its way: it would be typed into the shell.
  func awaitArrival(_ keyboard: inout Keyboard) {
    let limit = seconds() + 1
    while line.askedAt != nil, case let left = limit - seconds(), left > 0,
      Wait.forNews(seconds: left) == .news
    {
      while let event = keyboard.next(at: seconds(), awaitsArrival: awaitsArrival) {
        if event == .arrived { noteArrival() }
      }
    }
  }
}
