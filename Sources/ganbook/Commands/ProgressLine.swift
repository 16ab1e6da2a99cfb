internal import Adversarial
internal import Notebook

/// One calm line about a run on the error stream: redrawn in place on a terminal, written anew
/// every ten seconds where it goes to a file.
struct ProgressLine {
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private let firstStep: Int
  private let isTerminal: Bool
  private let goal: Int?
  private var next: ContinuousClock.Instant
  private var width = 0

  /// - Parameters:
  ///   - firstStep: the step that time is taken from.
  ///   - goal: the step that is gone to, where it is not the one that the run is asked for.
  init(firstStep: Int, goal: Int? = nil, isTerminal: Bool) {
    start = clock.now
    self.firstStep = firstStep
    self.goal = goal
    self.isTerminal = isTerminal
    next = start + (isTerminal ? .milliseconds(200) : .seconds(10))
  }

  init(run: Run, isTerminal: Bool) { self.init(firstStep: run.step, isTerminal: isTerminal) }

  /// Seconds since the start.
  var seconds: Double { start.duration(to: clock.now) / .seconds(1) }

  /// Shows the line when its time has come.
  mutating func update(_ run: Run) {
    let now = clock.now
    guard now >= next else { return }
    next = now + (isTerminal ? .milliseconds(250) : .seconds(10))
    let line = Self.line(
      run, goal: goal ?? run.target, stepsDone: run.step - firstStep, seconds: seconds)
    if isTerminal { redraw(line) } else { Console.remark(line) }
  }

  /// Takes the line away: the result comes next.
  mutating func clear() {
    if width > 0 { redraw("") }
  }

  private mutating func redraw(_ line: String) {
    let shown = String(line.prefix(max(0, Console.errorColumns - 1)))
    let blanks = String(repeating: " ", count: max(0, width - shown.count))
    Console.redraw(shown, blanks: blanks)
    width = shown.count
  }

  /// "step 1 200 of 25 000, 412 steps/s, 0:58 left, reached 1 of 8"
  private static func line(_ run: Run, goal: Int, stepsDone: Int, seconds: Double) -> String {
    let rate = Double(stepsDone) / max(seconds, 1e-9)
    let left = Double(goal - run.step) / max(rate, 1e-9)
    var parts = [
      "step \(Wording.count(run.step)) of \(Wording.count(goal))",
      rate < 10
        ? "\(Wording.fixed(rate, places: 1)) steps/s"
        : "\(Wording.count(Int(rate.rounded()))) steps/s",
      "\(duration(left)) left",
    ]
    let measures = run.measures[0]
    if let modes = measures.first(where: { $0.name == "modesReached" }) ?? measures.first {
      parts.append("\(modes.title) \(modes.words(modes.value))")
    }
    return parts.joined(separator: ", ")
  }

  static func duration(_ seconds: Double) -> String {
    guard seconds < 360_000 else { return "days" }
    let whole = Int(seconds.rounded(.up))
    let (hours, minutes, rest) = (whole / 3_600, whole / 60 % 60, whole % 60)
    let tail = rest < 10 ? "0\(rest)" : "\(rest)"
    guard hours > 0 else { return "\(minutes):\(tail)" }
    return "\(hours):\(minutes < 10 ? "0" : "")\(minutes):\(tail)"
  }
}
