internal import Adversarial
internal import Experiments
public import Notebook
import Plotting

/// A run's page as a film for asciinema (asciicast version 2): the workbench draws each moment as
/// if it trained right now, and what changed from the moment before is written down.
///
/// ```swift
/// let film = Film(of: run, seconds: 30)
/// while let line = film.next() { file.write(line) }
/// ```
public struct Film {
  /// The terminal's cells, and pictures a second at most.
  public static let size = (columns: 120, rows: 40)
  static let rate = 10
  /// The last picture stays for so long.
  private static let rest = 2.0

  private let run: Run
  private let steps: [Int]
  private let changes: [(step: Int, words: String)]
  private let interval: Double
  private var bench: Workbench
  private var screen = EscapeText()
  private var place = -1

  /// - Parameters:
  ///   - run: its whole past is shown; nothing of it changes.
  ///   - seconds: how long the film is, a short rest at its end aside.
  public init(of run: Run, seconds: Int) {
    self.run = run
    let count = min(max(1, seconds) * Self.rate, max(1, run.step))
    steps = (0...count).map { Int((Double(run.step) * Double($0) / Double(count)).rounded()) }
    interval = Double(max(1, seconds)) / Double(count)
    changes = Report(run, steps: [], table: RunTable()).changes.map { ($0.step, $0.words) }
    bench = Workbench(
      pages: [run.experiment], library: PresetLibrary(presets: [run.preset]), charset: .braille)
    _ = bench.update(.resized(columns: Self.size.columns, rows: Self.size.rows))
    bench.state.run = RunState(experiment: run.experiment, preset: run.preset)
  }

  /// Pictures in all.
  public var count: Int { steps.count }

  /// The next line of the file, its end included; nil after the last.
  public mutating func next() -> String? {
    defer { place += 1 }
    if place < 0 { return header + "\n" }
    guard steps.indices.contains(place) else { return place == steps.count ? closing : nil }
    let seconds = Double(place) * interval
    let text = (place == 0 ? EscapeText.opening : "") + screen.text(for: frame(at: seconds))
    return event(at: seconds, text)
  }

  private var header: String {
    let header: JSON = [
      "version": .integer(2), "width": .integer(Self.size.columns),
      "height": .integer(Self.size.rows),
      "title": .text("\(run.preset.name), seed \(run.seed)"),
      "env": ["TERM": .text("xterm-256color")],
    ]
    return JSON.shown(header.line)
  }

  private var closing: String {
    event(
      at: Double(steps.count - 1) * interval + Self.rest,
      EscapeText.closing(rows: Self.size.rows))
  }

  private func event(at seconds: Double, _ text: String) -> String {
    JSON.list([.number((seconds * 1_000).rounded() / 1_000), .text("o"), .text(text)]).line + "\n"
  }

  // MARK: Pictures

  private mutating func frame(at seconds: Double) -> Frame {
    _ = bench.update(.tick(seconds: seconds))
    let field = RunLayout(state: bench.state).field(of: .overlay)
    let moment = run.moment(
      at: steps[place], fieldColumns: field.columns, fieldRows: field.rows
    ).asLive(status: steps[place] == run.step ? run.status : .training)
    _ = bench.update(.report(.moment(moment)))
    let before = place > 0 ? steps[place - 1] : -1
    let fresh = changes.filter { $0.step >= before && $0.step < steps[place] }
    if !fresh.isEmpty { bench.state.say(fresh.map(\.words).joined(separator: "; ")) }
    return bench.view()
  }
}

extension Moment {
  /// The moment as it was when it was the newest: nothing of it is known of later.
  func asLive(status now: RunStatus) -> Moment {
    var moment = self
    moment.status = now
    moment.time.live = step
    moment.time.commands = time.commands.filter { $0.step < step || now != .training }
    moment.time.keyframes = time.keyframes.filter { $0 <= step }
    moment.time.parted = time.parted.flatMap { $0 <= step ? $0 : nil }
    for index in columns.indices {
      moment.columns[index].history = columns[index].history.upTo(step)
    }
    return moment
  }
}
