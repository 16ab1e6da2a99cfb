internal import Notebook

/// Sees to it, twice a second, that a recorded run is on the disk.
struct Pulse {
  private let clock = ContinuousClock()
  private var next: ContinuousClock.Instant

  init() { next = clock.now + .milliseconds(500) }

  /// To be called after every step.
  mutating func beat(_ run: Run) {
    guard run.recorder != nil, clock.now >= next else { return }
    run.flush()
    next = clock.now + .milliseconds(500)
    Self.tellProblem(of: run)
  }

  /// The last beat: the recording is complete.
  func end(_ run: Run) {
    let recorder = run.recorder
    run.end()
    if let problem = recorder?.takeProblem() { Console.remark("ganbook: " + problem) }
  }

  private static func tellProblem(of run: Run) {
    if let problem = run.recorder?.takeProblem() { Console.remark("ganbook: " + problem) }
  }
}
