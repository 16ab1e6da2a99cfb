internal import Notebook

/// Progress of a recorded run that is executed again, and its end where a signal asks for one.
struct RestoringLine {
  private let goal: Int
  private let stop: StopSignal?
  private var line: ProgressLine?

  init(to goal: Int, until stop: StopSignal? = nil) {
    self.goal = goal
    self.stop = stop
  }

  /// To be asked before every step.
  mutating func goesOn(_ run: Run) -> Bool {
    var line =
      line ?? ProgressLine(firstStep: run.step, goal: goal, isTerminal: Console.isErrorTerminal)
    line.update(run)
    self.line = line
    return stop?.exitCode == nil
  }

  /// Takes the line away.
  mutating func clear() { line?.clear() }
}
