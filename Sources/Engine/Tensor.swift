/// A value of a graph that has not run yet.
///
/// ```swift
/// let graph = Graph()
/// let x = graph.input("x", [64, 2])
/// let cost = (x * x).mean()
/// let slope = gradient(of: cost, for: [x])[0]   // 2x / 128, more nodes of the same graph
/// ```
///
/// Arithmetic broadcasts as numpy does: axes are matched from the last, extents of one stretch.
/// The numbers are 32-bit floats.
///
/// ## Topics
/// - Arithmetic: `+ - * /`, ``maximum(_:_:)``, ``select(_:_:_:)``
/// - Functions: ``exp()``, ``log()``, ``relu()``, ``softplus()``, ``sigmoid()``
/// - Reductions: ``sum(_:)``, ``mean(_:)``, ``largest(_:)``
/// - Movement: ``reshaped(_:)``, ``broadcast(to:)``, ``transposed(_:)``
/// - Contraction: ``product(_:transposingFirst:transposingSecond:)``
public struct Tensor {
  let graph: Graph
  let node: Int

  public var shape: Shape { graph.nodes[node].shape }

  /// Whether both are one node of one graph.
  package func isSame(as other: Tensor) -> Bool { graph === other.graph && node == other.node }

  /// The same value, through which no gradient passes.
  public func detached() -> Tensor { apply(.detach) }

  func apply(_ primitive: Primitive, _ others: Tensor...) -> Tensor {
    graph.apply(primitive, [self] + others)
  }

  /// Numbers known while tracing, of this tensor's shape and graph.
  public func literal(_ values: [Float]) -> Tensor { graph.literal(values, shape) }

  /// Numbers known while tracing, of this tensor's graph.
  public func constants(_ values: [Float], _ shape: Shape) -> Tensor {
    graph.literal(values, shape)
  }

  /// The same number in every element of a shape.
  func filled(_ value: Float) -> Tensor {
    graph.constant(value).broadcast(to: shape)
  }
}
