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
    let chosen = membership(
      of: graph.random(.uniform, [count, 1], stream: stream + 1))
    return (points(normals, in: chosen), chosen)
  }

  /// Normal numbers, [n, 2], around the centres of the modes that are chosen, [n, modes].
  func points(_ normals: Tensor, in chosen: Tensor) -> Tensor {
    let centres = components.flatMap { [$0.centre.x, $0.centre.y] }
    let means = chosen.product(normals.constants(centres, [components.count, 2]))
    let deviations = components.map(\.deviation)
    if deviations.allSatisfy({ $0 == deviations[0] }) { return normals * deviations[0] + means }
    let own = chosen.product(normals.constants(deviations, [components.count, 1]))
    return normals * own + means
  }

  /// One row a uniform number with a 1 at its mode: the difference of the steps at the cumulated
  /// weights on its two sides, which is exact.
  func membership(of uniform: Tensor) -> Tensor {
    var (below, above, sum): ([Float], [Float], Float) = ([], [], 0)
    for (index, component) in components.enumerated() {
      below.append(sum)
      sum += component.weight
      above.append(index == components.count - 1 ? 2 : sum)
    }
    let shape: Shape = [1, components.count]
    return Tensor.greater(uniform, uniform.constants(below, shape))
      - Tensor.greater(uniform, uniform.constants(above, shape))
  }
}
