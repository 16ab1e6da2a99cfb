/// What a game is at one step, as values: enough to go on exactly as it did.
public struct Checkpoint: Sendable, Equatable {
  public var step: Int
  /// `discriminator.1.weights`, `generator.m.0.bias`, …
  public var names: [String]
  /// Extents of each array; none for a number.
  public var shapes: [[Int]]
  /// Row-major.
  public var values: [[Float]]
  /// The curves of the step that led here; empty at the start.
  public var curves: [Float]

  public init(
    step: Int, names: [String], shapes: [[Int]], values: [[Float]], curves: [Float] = []
  ) {
    self.step = step
    self.names = names
    self.shapes = shapes
    self.values = values
    self.curves = curves
  }

  /// The fingerprint of the session that it is a checkpoint of.
  public var fingerprint: UInt64 { State.fingerprint(of: values) }
}
