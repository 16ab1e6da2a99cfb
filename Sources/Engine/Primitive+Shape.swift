extension Primitive {
  /// The shape of the result (interpretation 1).
  ///
  /// - Precondition: the operands fit the primitive; the message names both shapes.
  /// - Parameters:
  ///   - operands: the shapes of the operands, in order.
  ///   - source: the shape of a source, which has no operands.
  func shape(of operands: [Shape], source: Shape) -> Shape {
    switch self {
    case .input, .constant, .literal, .random:
      return source
    case .negate, .exponential, .logarithm, .tanh, .sigmoid, .softplus, .squareRoot, .sine,
      .add, .subtract, .multiply, .divide, .maximum, .greater, .select:
      precondition(
        operands.allSatisfy { $0 == operands[0] }, "\(self): shapes \(operands) differ")
      return operands[0]
    case .sum(let axes), .largest(let axes):
      precondition(
        axes.allSatisfy { $0 >= 0 && $0 < operands[0].rank }, "\(self) of \(operands[0])")
      return operands[0].reduced(axes)
    case .reshape(let shape):
      precondition(shape.count == operands[0].count, "\(operands[0]) does not reshape to \(shape)")
      return shape
    case .broadcast(let shape):
      precondition(
        shape.rank == operands[0].rank
          && zip(shape.extents, operands[0].extents).allSatisfy { $0 == $1 || $1 == 1 },
        "\(operands[0]) does not broadcast to \(shape)")
      return shape
    case .permute(let order):
      precondition(order.sorted() == Array(0..<operands[0].rank), "\(order) of \(operands[0])")
      return Shape(order.map { operands[0][$0] })
    case .slice(let axis, let from, let count):
      precondition(
        from >= 0 && count > 0 && from + count <= operands[0][axis],
        "slice \(from)..<\(from + count) of axis \(axis) of \(operands[0])")
      return operands[0].replacing(axis, by: count)
    case .pad(let axis, let before, let after):
      precondition(before >= 0 && after >= 0, "pad by \(before) and \(after)")
      return operands[0].replacing(axis, by: operands[0][axis] + before + after)
    case .concatenate(let axis):
      return concatenated(operands, axis)
    case .product(let transposingFirst, let transposingSecond):
      return productShape(operands[0], operands[1], transposingFirst, transposingSecond)
    case .unfold(let patches):
      let expected = [patches.height, patches.width, patches.channels]
      precondition(
        operands[0].rank == 4 && Array(operands[0].extents[1...]) == expected,
        "unfold of \(operands[0]): images are \(expected)")
      return [operands[0][0], patches.positions, patches.size]
    case .fold(let patches):
      let expected = [patches.positions, patches.size]
      precondition(
        operands[0].rank == 3 && Array(operands[0].extents[1...]) == expected,
        "fold of \(operands[0]): patches are \(expected)")
      return [operands[0][0], patches.height, patches.width, patches.channels]
    case .detach:
      return operands[0]
    }
  }
}

private func concatenated(_ operands: [Shape], _ axis: Int) -> Shape {
  let total = operands.reduce(0) { $0 + $1[axis] }
  let result = operands[0].replacing(axis, by: total)
  precondition(
    operands.allSatisfy { $0.replacing(axis, by: total) == result },
    "concatenate \(operands) along axis \(axis)")
  return result
}

private func productShape(
  _ first: Shape, _ second: Shape, _ transposingFirst: Bool, _ transposingSecond: Bool
) -> Shape {
  precondition(first.rank >= 2 && second.rank >= 2, "product of \(first) and \(second)")
  let (leading, last) = (Array(first.extents.dropLast()), first[first.rank - 1])
  if transposingFirst && !transposingSecond {
    precondition(
      Array(second.extents.dropLast()) == leading, "product: \(first)ᵀ × \(second) share no inner")
    return [last, second[second.rank - 1]]
  }
  precondition(
    second.rank == 2 && (!transposingFirst || first.rank == 2),
    "product of \(first) and \(second)")
  let inner = transposingFirst ? leading[0] : last
  precondition(
    inner == second[transposingSecond ? 1 : 0],
    "product: \(first) × \(second) share no inner dimension")
  let columns = second[transposingSecond ? 0 : 1]
  return Shape((transposingFirst ? [last] : leading) + [columns])
}
