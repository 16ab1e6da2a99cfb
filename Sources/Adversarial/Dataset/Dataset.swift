public import Engine

/// What the players fight over: a distribution of points of the plane that a traced game draws
/// from, and whose density is known.
public protocol Dataset: Sendable {
  /// The modes that samples are counted against; nil where the data have none.
  var modes: Mixture? { get }
  /// How far the data reach from the origin along either axis, outliers aside.
  var reach: Float { get }
  /// The standard deviation of the thinnest part, in units of the plane.
  var finest: Float { get }
  /// The density per unit of the plane's area.
  func density(at point: SIMD2<Float>) -> Double
  /// The share of the samples in each cell of a grid over the bounds, row 0 at the top (largest
  /// y).
  func shares(in bounds: Bounds, columns: Int, rows: Int) -> [Double]
  /// A batch of samples as nodes of a graph.
  /// - Parameter stream: the first of two streams that the draw takes.
  /// - Returns: [count, 2].
  func draw(_ count: Int, in graph: Graph, stream: UInt32) -> Tensor
}

extension Game {
  /// The modes of its data, where it is a game of the plane and they have such.
  public var modes: Mixture? { (self as? Design)?.data.modes }
}

extension Mixture: Dataset {
  public var modes: Mixture? { self }
  public var finest: Float { components.map(\.deviation).min() ?? 1 }

  public var reach: Float {
    components.reduce(0) { reach, mode in
      max(reach, abs(mode.centre.x), abs(mode.centre.y), 3 * mode.deviation)
    }
  }
}
