private import CNcurses
private import Experiments
private import Foundation
internal import Notebook
private import Plotting
private import Workbench

/// How much of its speed a run keeps under the full screen: the notebook's own loop, pictures and
/// all, on a terminal of 120×40 that nobody sees, beside the same run with nobody looking.
///
/// Stretches with the screen and without it take turns in one run, so that both see the same nets,
/// the same data and the same neighbours on the machine.
final class ScreenMeasure {
  static let size = (columns: 120, rows: 40)

  private let screen: Screen
  private let opened: OpaquePointer
  private let threads: Int
  private var bench: Workbench
  private var trainer: Trainer?
  private let news = DispatchSemaphore(value: 0)
  private var pace = Pace()
  private var shown: Frame?
  private let start = ContinuousClock.now
  /// Frames shown and about how many bytes they took.
  private(set) var frames = 0
  private(set) var bytes = 0

  /// Opens a preset's page and begins to train it.
  /// - Parameter layers: whether the plane shows what it does not show by itself: the manifold, the
  ///   arrows and the trails.
  init(_ preset: String, library: PresetLibrary, threads: Int, layers: Bool) throws {
    self.threads = threads
    setlocale(LC_ALL, "C.UTF-8")
    let size = Self.size
    guard let opened = nc_open_nowhere("xterm-256color", Int32(size.columns), Int32(size.rows))
    else {
      throw Failure(.unavailable, "the terminal database knows no xterm-256color to draw on")
    }
    self.opened = opened
    screen = Screen(Palette(depth: .full, theme: Theme(.dark, .standard)), ascii: false)
    bench = Workbench(pages: Contents.pages, library: library, charset: .braille)
    handle(.resized(columns: size.columns, rows: size.rows))
    var keys: [Key] = [.character("/")] + preset.map { .character($0) } + [.enter, .enter]
    if layers { keys += "567".map { .character($0) } }
    for key in keys { handle(.key(key)) }
    guard trainer != nil else {
      close()
      throw Failure(.software, "the page of \(Wording.quoted(preset)) did not open")
    }
  }

  func close() {
    trainer?.stop()
    endwin()
    delscreen(opened)
  }

  // MARK: Measuring

  /// One stretch each way: steps a second with nobody looking, and with the screen.
  func pair(seconds: Double, screenFirst: Bool) throws(Failure) -> (
    headless: Double, screen: Double
  ) {
    if screenFirst {
      let screen = try rate { self.watch(seconds) }
      return (try rate { Thread.sleep(forTimeInterval: seconds) }, screen)
    }
    let headless = try rate { Thread.sleep(forTimeInterval: seconds) }
    return (headless, try rate { self.watch(seconds) })
  }

  private func rate(of stretch: () -> Void) throws(Failure) -> Double {
    let begin = try place()
    stretch()
    let end = try place()
    return Double(end.step - begin.step) / (end.seconds - begin.seconds)
  }

  /// Where the run is, and when that was.
  private func place() throws(Failure) -> (step: Int, seconds: Double) {
    // What was asked for before comes first.
    for report in trainer?.reports() ?? [] { try check(report) }
    trainer?.look(fieldColumns: 1, fieldRows: 1)
    while true {
      for report in trainer?.reports() ?? [] {
        try check(report)
        if case .moment(let moment) = report { return (moment.step, now) }
      }
      Thread.sleep(forTimeInterval: 0.0005)
    }
  }

  private func check(_ report: Trainer.Report) throws(Failure) {
    if case .failed(let sentence) = report { throw Failure(.data, sentence) }
  }

  // MARK: The loop

  private var now: Double { (ContinuousClock.now - start) / .seconds(1) }

  /// The notebook as a person would have it before them.
  private func watch(_ seconds: Double) {
    let end = now + seconds
    handle(.resized(columns: Self.size.columns, rows: Self.size.rows))
    while now < end {
      let begin = now
      handle(.tick(seconds: begin))
      for report in trainer?.reports() ?? [] { handle(.report(report)) }
      show()
      sleep(since: begin, until: end)
    }
  }

  /// Until there is something to show and the next frame is due, as ``TerminalLoop`` does.
  private func sleep(since begin: Double, until end: Double) {
    var due = max(begin + pace.interval, bench.nextTick)
    while case let left = min(due, end) - now, left > 0 {
      if news.wait(timeout: .now() + left) == .success { due = begin + pace.interval }
    }
    while news.wait(timeout: .now()) == .success {}
  }

  private func show() {
    let frame = bench.view()
    guard frame != shown else { return }
    shown = frame
    let begin = now
    bytes += screen.present(frame).bytes
    frames += 1
    pace.noteCost(now - begin)
  }

  private func handle(_ message: Message) {
    for effect in bench.update(message) { perform(effect) }
  }

  private func perform(_ effect: Effect) {
    switch effect {
    case .start(var preset):
      guard let page = Contents.pages.first(where: { $0.name == preset.page }) else { return }
      // Longer than anybody measures.
      preset.steps = Preset.mostSteps
      trainer?.stop()
      var surroundings = Trainer.Surroundings()
      surroundings.ring = { [news] in news.signal() }
      trainer = Trainer(experiment: page, preset: preset, threads: threads, in: surroundings)
    case .send(let command): trainer?.send(command)
    case .look(let look): trainer?.look(look)
    case .repaint: screen.invalidate()
    default: break
    }
  }
}
