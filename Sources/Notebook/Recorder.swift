public import Adversarial

/// Where a run is written down while it goes on. A recorder never stops a run: what it could not
/// write it reports as a problem, in one sentence, and the run goes on.
public protocol Recorder: AnyObject {
  /// A command, before it is applied.
  func record(_ command: StampedCommand)
  /// The curves and measures of a step at which measures were taken, a column each.
  func record(step: Int, _ columns: [RecordedColumn])
  /// A hash of all parameter bits of each column.
  func record(fingerprints: [UInt64], step: Int)
  /// The numbers to go on from.
  func record(_ keyframe: Keyframe)
  /// How the run stands now.
  func record(status: RunStatus, step: Int)
}

/// One row of numbers of one column.
public struct RecordedColumn: Sendable {
  public let curveList: [Curve]
  public let curves: [Float]
  public let measures: [Measurement]
}
