private import CTermGuard
private import Experiments
private import Foundation
package import Notebook
private import Plotting
private import Workbench

/// The notebook in a terminal: keys, sizes, the trainer's reports and the clock go into the
/// workbench; what it asks for is done; its picture goes to the screen.
///
/// The program's clock is here and nowhere below.
package final class TerminalLoop {
  /// Opens the notebook and returns when a person has left it.
  /// - Returns: the exit code: 0, 130 after Ctrl-C, 143 after SIGTERM, 129 when the terminal went
  ///   away.
  /// - Throws: ``Failure`` where the terminal won't do.
  package static func run(
    library: PresetLibrary, threads: Int, asciiOnly: Bool
  ) throws -> Int32 {
    let session: TerminalSession
    do {
      session = try TerminalSession(
        asciiOnly: asciiOnly, environment: ProcessInfo.processInfo.environment)
    } catch {
      throw Failure(error.exitCode, error.description)
    }
    let loop = TerminalLoop(session, library: library, threads: threads)
    let code = loop.turn()
    loop.trainer?.stop()
    session.close()
    return code
  }

  private let session: TerminalSession
  private let screen: Screen
  private let keyboard = Keyboard()
  private let threads: Int
  private let start = ContinuousClock.now
  private var bench: Workbench
  private var trainer: Trainer?
  private var pace = Pace()
  private var frame: Frame?
  private var hasQuit = false

  private init(_ session: TerminalSession, library: PresetLibrary, threads: Int) {
    self.session = session
    self.threads = threads
    screen = Screen(depth: session.depth, ascii: session.charset == .ascii)
    bench = Workbench(pages: Contents.pages, library: library, charset: session.charset)
  }

  private var seconds: Double { (ContinuousClock.now - start) / .seconds(1) }

  /// Runs until the end is asked for; returns the exit code.
  private func turn() -> Int32 {
    resize()
    while true {
      let begin = seconds
      handle(.tick(seconds: begin))
      collect()
      show()
      if hasQuit { return 0 }
      if let code = wait(until: begin) { return code }
    }
  }

  /// Sleeps until the next frame is due, taking keys as they come.
  private func wait(until begin: Double) -> Int32? {
    while true {
      let left = begin + pace.interval(at: seconds) - seconds
      let ready = Wait.forNews(seconds: max(0, left))
      if let signal = session.stopSignal { return 128 + signal }
      if ready == .hungUp { return 128 + SIGHUP }
      session.suspendIfAsked()
      if session.wasContinued() {
        screen.adoptKernelSize()
        pace.noteChange(at: seconds)
        resize()
      }
      takeKeys()
      if hasQuit { return 0 }
      if ready == .nothing || begin + pace.interval(at: seconds) <= seconds { return nil }
    }
  }

  // MARK: In

  private func takeKeys() {
    while !hasQuit, let event = keyboard.next() {
      pace.noteChange(at: seconds)
      switch event {
      case .key(let key): handle(.key(key))
      case .resized: resize()
      }
    }
  }

  private func resize() {
    let size = screen.size
    screen.invalidate()
    frame = nil
    handle(.resized(columns: size.columns, rows: size.rows))
  }

  private func collect() {
    for report in trainer?.reports() ?? [] { handle(.report(report)) }
  }

  // MARK: Out

  private func handle(_ message: Message) {
    for effect in bench.update(message) { perform(effect) }
  }

  private func perform(_ effect: Effect) {
    switch effect {
    case .start(let preset): begin(preset)
    case .send(let command): trainer?.send(command)
    case .look(let columns, let rows): trainer?.look(fieldColumns: columns, fieldRows: rows)
    case .stop: end()
    case .repaint:
      screen.invalidate()
      frame = nil
    case .quit: hasQuit = true
    }
  }

  private func begin(_ preset: Preset) {
    end()
    guard let page = Contents.pages.first(where: { $0.name == preset.page }) else {
      return handle(.report(.failed("no page is named \(preset.page)")))
    }
    trainer = Trainer(
      experiment: page, preset: preset, threads: threads, prepareThread: term_guard_enter_thread)
  }

  private func end() {
    trainer?.stop()
    trainer = nil
  }

  private func show() {
    let next = bench.view()
    guard next != frame else { return }
    let begin = seconds
    screen.present(next)
    pace.noteCost(seconds - begin)
    pace.noteChange(at: seconds)
    frame = next
  }
}
