public import Adversarial

/// What the training thread shows of a run: an immutable value, the newest wins.
public struct Moment: Sendable {
  public var snapshot: Snapshot
  /// What the snapshot's curves and the history's first series are, in their order.
  public var curves: [Curve]
  /// The settings that the next step will use.
  public var settings: Settings
  public var seed: UInt64
  /// The steps the run was asked for.
  public var steps: Int
  /// The curves and then the measures so far, in the snapshot's order, bounded in size: between
  /// two measurements a record holds the older one.
  public var history: History
  /// The kind of kernels: "avx2+fma".
  public var kernel: String

  public init(
    snapshot: Snapshot, curves: [Curve] = [], settings: Settings, seed: UInt64, steps: Int,
    history: History, kernel: String
  ) {
    self.snapshot = snapshot
    self.curves = curves
    self.settings = settings
    self.seed = seed
    self.steps = steps
    self.history = history
    self.kernel = kernel
  }
}
