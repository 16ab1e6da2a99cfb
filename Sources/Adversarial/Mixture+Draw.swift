public import Engine

extension Mixture {
  /// A batch of samples as nodes of a graph: which mode by a uniform number, and a normal one
  /// around its centre.
  /// - Parameter stream: the first of two streams that the draw takes.
  /// - Returns: [count, 2].
  public func draw(_ count: Int, in graph: Graph, stream: UInt32) -> Tensor {
    drawWithModes(count, in: graph, stream: stream).points
  }

  /// The same, and which mode each sample is of: [count, modes], a 1 in the column of its mode.
  func drawWithModes(
    _ count: Int, in graph: Graph, stream: UInt32
  ) -> (points: Tensor, modes: Tensor) {
    let normals = graph.random(.normal, [count, 2], stream: stream)
    guard components.count > 1 else {
      let only = components[0]
      return (
        normals * only.deviation + graph.literal([only.centre.x, only.centre.y], [2]),
        graph.literal(Array(repeating: 1, count: count), [count, 1])
      )
    }
    let chosen = membership(count, in: graph, stream: stream + 1)
    let centres = components.flatMap { [$0.centre.x, $0.centre.y] }
    let means = chosen.product(graph.literal(centres, [components.count, 2]))
    let deviations = components.map(\.deviation)
    if deviations.allSatisfy({ $0 == deviations[0] }) {
      return (normals * deviations[0] + means, chosen)
    }
    let own = chosen.product(graph.literal(deviations, [components.count, 1]))
    return (normals * own + means, chosen)
  }

  /// One row a sample with a 1 at its mode: the difference of the steps at the cumulated weights
  /// on its two sides, which is exact.
  private func membership(_ count: Int, in graph: Graph, stream: UInt32) -> Tensor {
    let uniform = graph.random(.uniform, [count, 1], stream: stream)
    var (below, above, sum): ([Float], [Float], Float) = ([], [], 0)
    for (index, component) in components.enumerated() {
      below.append(sum)
      sum += component.weight
      above.append(index == components.count - 1 ? 2 : sum)
    }
    return Tensor.greater(uniform, graph.literal(below, [1, components.count]))
      - Tensor.greater(uniform, graph.literal(above, [1, components.count]))
  }
}
