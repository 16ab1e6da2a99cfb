public import Adversarial

/// Where a run is written down while it goes on. A recorder never stops a run: what it could not
/// write it reports as a problem, in one sentence, and the run goes on.
public protocol Recorder: AnyObject {
  /// The recorded run's name.
  var id: String { get }
  /// A command, before it is applied.
  func record(_ command: StampedCommand)
  /// The curves and measures of a step at which measures were taken, a column each.
  func record(step: Int, _ columns: [RecordedColumn])
  /// How the run stands now.
  func record(_ standing: Standing)
  /// The numbers to go on from, which may be worth keeping, and each column's curves so far.
  func record(_ keyframe: Keyframe, _ histories: [History])
  /// Puts what has been written on the disk; to be called once or twice a second.
  /// - Returns: whether the numbers to go on from have become so old that newer ones are wanted.
  func flush(isMoving: Bool) -> Bool
  /// The run is left: nothing more comes.
  func close()
  /// The next of what could not be written, each said once; nil where there is nothing to say.
  func takeProblem() -> String?
  /// What is lost of the run where it is no longer written down; nil while it is.
  var loss: RecordingLoss? { get }
}

/// One row of numbers of one column.
public struct RecordedColumn: Sendable {
  public let curveList: [Curve]
  public let curves: [Float]
  public let measures: [Measurement]
  /// Where the samples are, mode by mode, if that was looked at.
  public let survey: ModeSurvey?
}

/// How a run stood at a step, after so many of its commands: what a replay is compared with.
public struct Standing: Sendable, Equatable {
  public let step: Int
  /// How many of the run's commands had been applied.
  public let commandCount: Int
  public let status: RunStatus
  /// A hash of all parameter bits of each column.
  public let fingerprints: [UInt64]

  public init(step: Int, commandCount: Int, status: RunStatus, fingerprints: [UInt64]) {
    self.step = step
    self.commandCount = commandCount
    self.status = status
    self.fingerprints = fingerprints
  }

  /// Whether a run has come to this point, or gone beyond it.
  func isAtOrBefore(step: Int, commandCount: Int) -> Bool {
    self.step < step || (self.step == step && self.commandCount <= commandCount)
  }
}

/// Gives runs a place to be written down: the trainer asks it when a run begins or forks.
public protocol Keeper: Sendable {
  /// A place for a run that begins, or for one that goes on from a step of another.
  ///
  /// - Parameter parent: the recorded run it was forked from, and the step.
  /// - Throws: ``StoreError``, one sentence: the run goes on without being written down.
  func begin(
    _ run: Run, parent: (id: String, step: Int)?
  ) throws(StoreError) -> any Recorder
}
