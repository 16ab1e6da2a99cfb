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
    Self.tellProblems(of: run.recorder)
  }

  /// The last beat: the recording is complete, or the loss says where it ends.
  @discardableResult
  func end(_ run: Run) -> RecordingLoss? {
    let recorder = run.recorder
    run.end()
    Self.tellProblems(of: recorder)
    return recorder?.loss
  }

  private static func tellProblems(of recorder: (any Recorder)?) {
    while let problem = recorder?.takeProblem() { Console.remark("ganbook: " + problem) }
  }
}

extension Failure {
  init(_ loss: RecordingLoss) { self.init(.inputOutput, loss.description) }
}
