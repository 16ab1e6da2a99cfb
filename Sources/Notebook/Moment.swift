public import Adversarial

/// What the training thread shows of a run: an immutable value, the newest wins.
public struct Moment: Sendable {
  public var snapshot: Snapshot
  /// The settings that the next step will use.
  public var settings: Settings
  public var seed: UInt64
  /// The steps the run was asked for.
  public var steps: Int
  /// The curves and then the measures so far, bounded in size: between two measurements a record
  /// holds the older one.
  public var history: History
  /// The kind of kernels: "avx2+fma".
  public var kernel: String
  /// What the first series of the history are; the snapshot's measures are the others.
  public var curves: [Curve]

  public init(
    snapshot: Snapshot, settings: Settings, seed: UInt64, steps: Int, history: History,
    kernel: String, curves: [Curve] = []
  ) {
    self.snapshot = snapshot
    self.settings = settings
    self.seed = seed
    self.steps = steps
    self.history = history
    self.kernel = kernel
    self.curves = curves
  }
}
