extension StableHLOWriter {
  /// Writes a node (interpretation 5): the operands have been written.
  mutating func write(_ node: Int) {
    let operation = graph.nodes[node]
    let operands = operation.operands.map { (name: name($0), shape: graph.nodes[$0].shape) }
    names[node] = value(of: operation.primitive, operands, operation.shape)
  }

  private typealias Value = (name: String, shape: Shape)

  private mutating func value(
    of primitive: Primitive, _ operands: [Value], _ shape: Shape
  ) -> String {
    let values = operands.map(\.name)
    switch primitive {
    case .input(let index): preconditionFailure("'\(graph.inputNames[index])' is no argument")
    case .random: preconditionFailure("a draw is an argument")
    case .constant(let bits): return constant(Float(bitPattern: bits), shape)
    case .literal(let index): return literal(graph.literals[index], shape)
    case .negate: return elementwise("negate", values, shape)
    case .exponential: return elementwise("exponential", values, shape)
    case .logarithm: return elementwise("log", values, shape)
    case .tanh: return elementwise("tanh", values, shape)
    case .sigmoid: return elementwise("logistic", values, shape)
    case .softplus: return softplus(values[0], shape)
    case .squareRoot: return elementwise("sqrt", values, shape)
    case .sine: return elementwise("sine", values, shape)
    case .add: return elementwise("add", values, shape)
    case .subtract: return elementwise("subtract", values, shape)
    case .multiply: return elementwise("multiply", values, shape)
    case .divide: return elementwise("divide", values, shape)
    case .maximum: return elementwise("maximum", values, shape)
    case .greater:
      let isGreater = compare("GT", values[0], values[1], shape)
      return line(
        "stablehlo.convert \(isGreater) : (\(shape.type(of: "i1"))) -> \(shape.type)")
    case .select:
      let zero = constant(0, shape)
      let isSet = compare("NE", values[0], zero, shape)
      return line(
        "stablehlo.select \(isSet), \(values[1]), \(values[2]) : "
          + "\(shape.type(of: "i1")), \(shape.type)")
    case .sum(let axes): return reduce("add", from: 0, operands[0], axes, shape)
    case .largest(let axes): return reduce("maximum", from: -.infinity, operands[0], axes, shape)
    case .reshape: return move("reshape", values[0], operands[0].shape, "", shape)
    case .broadcast:
      return move(
        "broadcast_in_dim", values[0], operands[0].shape, ", dims = \(Array(0..<shape.rank))",
        shape)
    case .permute(let order):
      return move("transpose", values[0], operands[0].shape, ", dims = \(order)", shape)
    case .slice(let axis, let from, let count):
      var ranges = operands[0].shape.extents.map { (0, $0, 1) }
      ranges[axis] = (from, from + count, 1)
      return slice(values[0], operands[0].shape, ranges, shape)
    case .pad(let axis, let before, let after):
      var (low, high) = (Array(repeating: 0, count: shape.rank), [Int]())
      high = low
      (low[axis], high[axis]) = (before, after)
      return pad(
        values[0], operands[0].shape, low: low, high: high,
        interior: Array(repeating: 0, count: shape.rank), shape)
    case .concatenate(let axis): return concatenate(operands, axis: axis, shape)
    case .product(let first, let second):
      return product(operands[0], operands[1], first, second, shape)
    case .unfold(let patches): return unfold(operands[0], patches, shape)
    case .fold(let patches): return fold(operands[0], patches, shape)
    case .detach: return values[0]
    }
  }

  /// max(x, 0) + ln(1 + e^−|x|).
  private mutating func softplus(_ x: String, _ shape: Shape) -> String {
    let size = elementwise("abs", [x], shape)
    let decay = elementwise("exponential", [elementwise("negate", [size], shape)], shape)
    let rest = elementwise("log_plus_one", [decay], shape)
    let zero = constant(0, shape)
    return elementwise("add", [elementwise("maximum", [x, zero], shape), rest], shape)
  }

  /// A reduction takes its axes away; they come back with extent one.
  private mutating func reduce(
    _ operation: String, from start: Float, _ operand: Value, _ axes: [Int], _ shape: Shape
  ) -> String {
    let initial = constant(start)
    let left = Shape(
      operand.shape.extents.indices.filter { !axes.contains($0) }.map { operand.shape[$0] })
    let reduced = line(
      "stablehlo.reduce(\(operand.name) init: \(initial)) applies stablehlo.\(operation) across "
        + "dimensions = \(axes) : (\(operand.shape.type), \(Shape.scalar.type)) -> \(left.type)")
    return left == shape ? reduced : move("reshape", reduced, left, "", shape)
  }

  private mutating func product(
    _ a: Value, _ b: Value, _ transposingFirst: Bool, _ transposingSecond: Bool, _ shape: Shape
  ) -> String {
    let axes: ([Int], [Int]) =
      switch (transposingFirst, transposingSecond) {
      case (false, let second): ([a.shape.rank - 1], [second ? 1 : 0])
      case (true, false): (Array(0..<(a.shape.rank - 1)), Array(0..<(b.shape.rank - 1)))
      case (true, true): ([0], [1])
      }
    return line(
      "stablehlo.dot_general \(a.name), \(b.name), contracting_dims = \(axes.0) x \(axes.1), "
        + "precision = [HIGHEST, HIGHEST] : (\(a.shape.type), \(b.shape.type)) -> \(shape.type)")
  }

  // MARK: Patches

  /// For each place of the kernel the pixels under it, beside each other.
  private mutating func unfold(_ images: Value, _ p: Patches, _ shape: Shape) -> String {
    let count = images.shape[0]
    let padded: Shape = [count, p.height + 2 * p.padding, p.width + 2 * p.padding, p.channels]
    let edge = [0, p.padding, p.padding, 0]
    let source = pad(
      images.name, images.shape, low: edge, high: edge, interior: [0, 0, 0, 0], padded)
    let piece: Shape = [count, p.outHeight, p.outWidth, p.channels]
    var pieces: [Value] = []
    for y in 0..<p.kernelHeight {
      for x in 0..<p.kernelWidth {
        let rows = (y, y + (p.outHeight - 1) * p.stride + 1, p.stride)
        let columns = (x, x + (p.outWidth - 1) * p.stride + 1, p.stride)
        let ranges = [(0, count, 1), rows, columns, (0, p.channels, 1)]
        pieces.append((slice(source, padded, ranges, piece), piece))
      }
    }
    let whole: Shape = [count, p.outHeight, p.outWidth, p.size]
    return move("reshape", concatenate(pieces, axis: 3, whole), whole, "", shape)
  }

  /// For each place of the kernel its pixels back where they came from, added up in that order.
  private mutating func fold(_ patches: Value, _ p: Patches, _ shape: Shape) -> String {
    let count = patches.shape[0]
    let whole: Shape = [count, p.outHeight, p.outWidth, p.size]
    let source = move("reshape", patches.name, patches.shape, "", whole)
    let piece: Shape = [count, p.outHeight, p.outWidth, p.channels]
    let padded: Shape = [count, p.height + 2 * p.padding, p.width + 2 * p.padding, p.channels]
    let gap = p.stride - 1
    var sum: String?
    for y in 0..<p.kernelHeight {
      for x in 0..<p.kernelWidth {
        let first = (y * p.kernelWidth + x) * p.channels
        let ranges = [
          (0, count, 1), (0, p.outHeight, 1), (0, p.outWidth, 1), (first, first + p.channels, 1),
        ]
        let term = pad(
          slice(source, whole, ranges, piece), piece, low: [0, y, x, 0],
          high: [
            0, padded[1] - y - (p.outHeight - 1) * p.stride - 1,
            padded[2] - x - (p.outWidth - 1) * p.stride - 1, 0,
          ], interior: [0, gap, gap, 0], padded)
        sum = sum.map { elementwise("add", [$0, term], padded) } ?? term
      }
    }
    let ranges = [
      (0, count, 1), (p.padding, p.padding + p.height, 1), (p.padding, p.padding + p.width, 1),
      (0, p.channels, 1),
    ]
    return slice(sum ?? source, padded, ranges, shape)
  }
}
