internal import CKernels

/// A plain, slow evaluation of a graph in double precision, node by node: the reference that
/// compiled programs and gradients are compared with (interpretation 3).
public struct Interpreter {
  let graph: Graph
  let seed: UInt64
  let step: UInt32
  private var values: [[Double]?]

  /// - Parameters:
  ///   - inputs: a value for each input that is used, row-major.
  ///   - seed, step: what random primitives draw from.
  public init(
    _ graph: Graph, inputs: [(tensor: Tensor, values: [Double])], seed: UInt64 = 0,
    step: UInt32 = 0
  ) {
    self.graph = graph
    self.seed = seed
    self.step = step
    values = Array(repeating: nil, count: graph.nodes.count)
    for (tensor, numbers) in inputs {
      precondition(numbers.count == tensor.shape.count, "\(numbers.count) for \(tensor.shape)")
      values[tensor.node] = numbers
    }
  }

  /// The value of a tensor, row-major.
  public mutating func value(of tensor: Tensor) -> [Double] {
    for node in 0...tensor.node where values[node] == nil && needed(node, for: tensor.node) {
      values[node] = evaluate(graph.nodes[node])
    }
    return values[tensor.node] ?? []
  }

  private lazy var reachable: [Int: Set<Int>] = [:]

  private mutating func needed(_ node: Int, for goal: Int) -> Bool {
    if reachable[goal] == nil {
      var found: Set<Int> = [goal]
      for candidate in stride(from: goal, through: 0, by: -1) where found.contains(candidate) {
        if values[candidate] == nil { found.formUnion(graph.nodes[candidate].operands) }
      }
      reachable[goal] = found
    }
    return reachable[goal]?.contains(node) ?? false
  }

  private func evaluate(_ node: Graph.Node) -> [Double] {
    let a = node.operands.map { values[$0] ?? [] }
    let shapes = node.operands.map { graph.nodes[$0].shape }
    switch node.primitive {
    case .input(let index): preconditionFailure("input '\(graph.inputNames[index])' has no value")
    case .constant(let bits): return [Double(Float(bitPattern: bits))]
    case .literal(let index): return graph.literals[index].map(Double.init)
    case .random(let distribution, let stream): return draw(distribution, stream, node.shape)
    case .negate, .exponential, .logarithm, .tanh, .sigmoid, .softplus, .squareRoot, .sine,
      .add, .subtract, .multiply, .divide, .maximum, .greater, .select:
      return a[0].indices.map { i in node.primitive.exactValue(of: a.map { $0[i] }) ?? .nan }
    case .sum: return reduce(a[0], shapes[0], node.shape, from: 0, +)
    case .largest:
      return reduce(a[0], shapes[0], node.shape, from: -.infinity) {
        $0.isNaN || $1.isNaN ? .nan : Swift.max($0, $1)
      }
    case .reshape, .detach: return a[0]
    case .broadcast:
      return indices(node.shape).map { a[0][offset($0, in: shapes[0])] }
    case .permute(let order):
      return indices(node.shape).map { index in
        var source = index
        for (axis, from) in order.enumerated() { source[from] = index[axis] }
        return a[0][offset(source, in: shapes[0])]
      }
    case .slice(let axis, let from, _):
      return indices(node.shape).map { index in
        var source = index
        source[axis] += from
        return a[0][offset(source, in: shapes[0])]
      }
    case .pad(let axis, let before, _):
      return indices(node.shape).map { index in
        var source = index
        source[axis] -= before
        let inside = source[axis] >= 0 && source[axis] < shapes[0][axis]
        return inside ? a[0][offset(source, in: shapes[0])] : 0
      }
    case .concatenate(let axis):
      return indices(node.shape).map { index in
        var (source, part) = (index, 0)
        while source[axis] >= shapes[part][axis] {
          source[axis] -= shapes[part][axis]
          part += 1
        }
        return a[part][offset(source, in: shapes[part])]
      }
    case .product(let first, let second):
      return product(a[0], a[1], shapes[0], shapes[1], first, second)
    case .unfold(let patches): return unfolded(a[0], patches, images: shapes[0][0])
    case .fold(let patches): return folded(a[0], patches, images: shapes[0][0])
    }
  }

  private func draw(_ distribution: Distribution, _ stream: UInt32, _ shape: Shape) -> [Double] {
    let layout = Layout(shape)
    var numbers = [Float](repeating: 0, count: layout.rows * layout.columns)
    numbers.withUnsafeMutableBufferPointer { buffer in
      var draw = ck_draw(
        seed: seed, stream: stream, step: step, first_row: 0, rows: Int32(layout.rows),
        columns: Int32(layout.columns), to: buffer.baseAddress, to_row: layout.columns)
      let kernels = ck_best().pointee
      if distribution == .normal { kernels.normals(&draw) } else { kernels.uniforms(&draw) }
    }
    return numbers.map(Double.init)
  }
}

// MARK: - Index arithmetic

/// Every index of a shape in row-major order.
private func indices(_ shape: Shape) -> [[Int]] {
  shape.extents.reduce([[]]) { partial, extent in
    partial.flatMap { head in (0..<extent).map { head + [$0] } }
  }
}

/// The row-major offset of an index; an extent of one repeats.
private func offset(_ index: [Int], in shape: Shape) -> Int {
  zip(zip(index, shape.extents), shape.strides).reduce(0) { sum, next in
    sum + (next.0.1 == 1 ? 0 : next.0.0 * next.1)
  }
}

private func reduce(
  _ values: [Double], _ shape: Shape, _ result: Shape, from initial: Double,
  _ join: (Double, Double) -> Double
) -> [Double] {
  var sums = Array(repeating: initial, count: result.count)
  for (index, value) in zip(indices(shape), values) {
    let target = offset(index, in: result)
    sums[target] = join(sums[target], value)
  }
  return sums
}

private func product(
  _ a: [Double], _ b: [Double], _ first: Shape, _ second: Shape, _ transposingFirst: Bool,
  _ transposingSecond: Bool
) -> [Double] {
  let aColumns = first[first.rank - 1]
  let bColumns = second[second.rank - 1]
  let (aRows, bRows) = (a.count / aColumns, b.count / bColumns)
  let rows = transposingFirst ? aColumns : aRows
  let inner = transposingFirst ? aRows : aColumns
  let columns = transposingSecond ? bRows : bColumns
  var c = Array(repeating: 0.0, count: rows * columns)
  for i in 0..<rows {
    for k in 0..<inner {
      let factor = transposingFirst ? a[k * aColumns + i] : a[i * aColumns + k]
      for j in 0..<columns {
        c[i * columns + j] +=
          factor * (transposingSecond ? b[j * bColumns + k] : b[k * bColumns + j])
      }
    }
  }
  return c
}

/// Calls `body` with the offsets of each window element that lies inside the image.
private func windows(_ p: Patches, images: Int, _ body: (_ patch: Int, _ pixel: Int) -> Void) {
  for image in 0..<images {
    for position in 0..<p.positions {
      let top = position / p.outWidth * p.stride - p.padding
      let left = position % p.outWidth * p.stride - p.padding
      for element in 0..<p.size {
        let y = top + element / (p.kernelWidth * p.channels)
        let x = left + element / p.channels % p.kernelWidth
        guard y >= 0, y < p.height, x >= 0, x < p.width else { continue }
        body(
          (image * p.positions + position) * p.size + element,
          ((image * p.height + y) * p.width + x) * p.channels + element % p.channels)
      }
    }
  }
}

private func unfolded(_ pixels: [Double], _ patches: Patches, images: Int) -> [Double] {
  var result = Array(repeating: 0.0, count: images * patches.positions * patches.size)
  windows(patches, images: images) { result[$0] = pixels[$1] }
  return result
}

private func folded(_ values: [Double], _ patches: Patches, images: Int) -> [Double] {
  let size = patches.height * patches.width * patches.channels
  var result = Array(repeating: 0.0, count: images * size)
  windows(patches, images: images) { result[$1] += values[$0] }
  return result
}
