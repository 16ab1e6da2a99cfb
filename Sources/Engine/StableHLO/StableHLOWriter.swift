/// Writes the operations of a function, a line each.
struct StableHLOWriter {
  let graph: Graph
  /// What each node's value is called.
  var names: [Int: String] = [:]
  private(set) var lines: [String] = []
  private var count = 0

  init(_ graph: Graph) { self.graph = graph }

  func name(_ node: Int) -> String {
    guard let name = names[node] else { preconditionFailure("%\(node) has no value yet") }
    return name
  }

  /// Writes a line and returns its value's name.
  mutating func line(_ operation: String) -> String {
    let name = "%\(count)"
    count += 1
    lines.append("\(name) = \(operation)")
    return name
  }

  // MARK: Lines

  /// One number everywhere, by its bits.
  mutating func constant(_ value: Float, _ shape: Shape = .scalar) -> String {
    line("stablehlo.constant dense<\(Self.bits(value))> : \(shape.type)")
  }

  /// Numbers row by row, by their bits.
  mutating func literal(_ values: [Float], _ shape: Shape) -> String {
    guard let first = values.first else { preconditionFailure("no numbers") }
    guard values.contains(where: { $0.bitPattern != first.bitPattern }) else {
      return constant(first, shape)
    }
    let bytes = values.flatMap { value in
      (0..<4).map { UInt8(truncatingIfNeeded: value.bitPattern >> (8 * UInt32($0))) }
    }
    return line(
      "stablehlo.constant dense<\"0x\(bytes.map(Self.hex).joined())\"> : \(shape.type)")
  }

  /// An operation whose operands and result have one shape.
  mutating func elementwise(_ operation: String, _ operands: [String], _ shape: Shape) -> String {
    line("stablehlo.\(operation) \(operands.joined(separator: ", ")) : \(shape.type)")
  }

  /// An operation of one operand with its attributes.
  mutating func move(
    _ operation: String, _ operand: String, _ from: Shape, _ attributes: String, _ to: Shape
  ) -> String {
    line("stablehlo.\(operation) \(operand)\(attributes) : (\(from.type)) -> \(to.type)")
  }

  /// 1 where true; the comparison as a tensor of booleans.
  mutating func compare(
    _ direction: String, _ first: String, _ second: String, _ shape: Shape
  ) -> String {
    line(
      "stablehlo.compare \(direction), \(first), \(second), FLOAT : "
        + "(\(shape.type), \(shape.type)) -> \(shape.type(of: "i1"))")
  }

  mutating func pad(
    _ operand: String, _ from: Shape, low: [Int], high: [Int], interior: [Int], _ to: Shape
  ) -> String {
    let zero = constant(0)
    return line(
      "stablehlo.pad \(operand), \(zero), low = \(low), high = \(high), interior = \(interior) : "
        + "(\(from.type), \(Shape.scalar.type)) -> \(to.type)")
  }

  /// - Parameter ranges: from, limit and stride of each axis.
  mutating func slice(
    _ operand: String, _ from: Shape, _ ranges: [(Int, Int, Int)], _ to: Shape
  ) -> String {
    let text = ranges.map { "\($0):\($1)" + ($2 > 1 ? ":\($2)" : "") }.joined(separator: ", ")
    return move("slice", operand, from, " [\(text)]", to)
  }

  mutating func concatenate(
    _ operands: [(name: String, shape: Shape)], axis: Int, _ to: Shape
  ) -> String {
    let types = operands.map(\.shape.type).joined(separator: ", ")
    return line(
      "stablehlo.concatenate \(operands.map(\.name).joined(separator: ", ")), dim = \(axis) : "
        + "(\(types)) -> \(to.type)")
  }

  // MARK: Bits

  private static func bits(_ value: Float) -> String {
    let text = String(value.bitPattern, radix: 16, uppercase: true)
    return "0x" + String(repeating: "0", count: 8 - text.count) + text
  }

  private static func hex(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
  }
}
