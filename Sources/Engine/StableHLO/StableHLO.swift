/// A graph as a function in StableHLO, which XLA compiles for other machines: the operations of
/// the graph as they were traced, with the same names of what goes in and comes out.
///
/// Random tensors are arguments: other compilers' generators draw other numbers, and a run can
/// only be compared, or gone on with, where these are the same. So the function is pure.
///
/// https://openxla.org/stablehlo/spec
public struct StableHLO {
  /// Something that goes in or comes out.
  public struct Port: Sendable, Equatable {
    public let name: String
    public let shape: Shape
  }

  /// In order: the inputs that were asked for, and after them the random tensors.
  public let arguments: [Port]
  public let results: [Port]

  private let lines: [String]
  private let values: [String]

  /// - Parameters:
  ///   - inputs: the graph's inputs that are arguments, used or not, in this order.
  ///   - results: what the function returns, and its names.
  /// - Precondition: the results depend on no other input.
  public init(_ graph: Graph, inputs: [Tensor], results: [(name: String, value: Tensor)]) {
    var writer = StableHLOWriter(graph)
    var arguments: [Port] = []
    func take(_ node: Int, _ name: String) {
      writer.names[node] = "%arg\(arguments.count)"
      arguments.append(Port(name: name, shape: graph.nodes[node].shape))
    }
    for input in inputs { take(input.node, graph.inputName(input.node)) }
    let needed = graph.needed(for: results.map(\.value.node))
    for node in needed {
      guard case .random(let distribution, let stream) = graph.nodes[node].primitive else {
        continue
      }
      take(node, "\(distribution).\(stream)")
    }
    for node in needed where writer.names[node] == nil { writer.write(node) }
    self.arguments = arguments
    self.results = results.map { Port(name: $0.name, shape: $0.value.shape) }
    lines = writer.lines
    values = results.map { writer.name($0.value.node) }
  }

  /// The function as text, to stand in a module.
  public func function(named name: String) -> String {
    let last = arguments.count - 1
    var text = ["  func.func public @\(name)("]
    for (index, port) in arguments.enumerated() {
      text.append(
        "    %arg\(index): \(port.shape.type)\(index < last ? "," : "")  // \(port.name)")
    }
    text.append("  ) -> (")
    for (index, port) in results.enumerated() {
      text.append("    \(port.shape.type)\(index < results.count - 1 ? "," : "")  // \(port.name)")
    }
    text.append("  ) {")
    text += lines.map { "    " + $0 }
    let types = results.map(\.shape.type).joined(separator: ", ")
    text.append("    return \(values.joined(separator: ", ")) : \(types)")
    text.append("  }")
    return text.joined(separator: "\n")
  }
}

extension Graph {
  fileprivate func inputName(_ node: Int) -> String {
    guard case .input(let index) = nodes[node].primitive else {
      preconditionFailure("%\(node) is no input")
    }
    return inputNames[index]
  }

  /// What some nodes depend on, themselves included, in traced order.
  fileprivate func needed(for goals: [Int]) -> [Int] {
    var isNeeded = Array(repeating: false, count: nodes.count)
    for goal in goals { isNeeded[goal] = true }
    for node in nodes.indices.reversed() where isNeeded[node] {
      for operand in nodes[node].operands { isNeeded[operand] = true }
    }
    return nodes.indices.filter { isNeeded[$0] }
  }
}

extension Shape {
  /// "tensor<512x128xf32>".
  var type: String { type(of: "f32") }

  func type(of element: String) -> String {
    "tensor<" + extents.map { "\($0)x" }.joined() + element + ">"
  }
}
