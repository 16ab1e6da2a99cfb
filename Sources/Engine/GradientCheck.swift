/// Compares gradients with central differences, and then the gradient's own gradient, to any
/// order; and the compiled program with the interpreter at each order.
///
/// ```swift
/// let report = GradientCheck(order: 2).failures(at: [([2, 3], values)]) { [$0[0].tanh()] }
/// ```
public struct GradientCheck {
  /// How often to differentiate.
  public let order: Int
  /// Half the distance of the two points that a difference is taken of.
  public var spacing = 1e-5
  /// How far gradient and difference may lie apart, absolutely and relatively.
  public var tolerance = (absolute: 1e-6, relative: 1e-5)
  /// The same for single precision against double.
  public var singleTolerance = (absolute: 2e-5, relative: 5e-4)

  public init(order: Int) { self.order = order }

  /// What does not agree, in words; empty where all does.
  ///
  /// - Parameters:
  ///   - point: shape and values of each input. Keep away from kinks: there a difference says
  ///     nothing.
  ///   - function: from inputs to outputs of any shapes, traced anew for each order.
  public func failures(
    at point: [(shape: Shape, values: [Double])], _ function: ([Tensor]) -> [Tensor]
  ) -> [String] {
    let graph = Graph()
    let inputs = point.enumerated().map { graph.input("x\($0)", $1.shape) }
    let outputs = function(inputs)
    let total = weighed(outputs, graph)
    let slopes = gradient(of: total, for: inputs)
    let given = Array(zip(inputs, point.map(\.values)))
    var found = compare(graph, [total] + slopes + outputs, given)
    if let fault = graph.check() { found.append(fault) }
    var interpreter = Interpreter(graph, inputs: given.map { ($0, $1) })
    for (index, slope) in slopes.enumerated() {
      let exact = interpreter.value(of: slope)
      for element in exact.indices {
        let difference = centralDifference(graph, total, given, input: index, element: element)
        if !agrees(exact[element], difference, tolerance) {
          found.append(
            "∂/∂x\(index)[\(element)]: gradient \(exact[element]), difference \(difference)")
        }
      }
    }
    guard order > 1 else { return found }
    var next = self
    next = GradientCheck(order: order - 1)
    (next.spacing, next.tolerance) = (spacing, tolerance)
    next.singleTolerance = singleTolerance
    let deeper = next.failures(at: point) { inputs in
      let outputs = function(inputs)
      return gradient(of: weighed(outputs, inputs[0].graph), for: inputs)
    }
    return found + deeper.map { "in the gradient, \($0)" }
  }

  /// Σ weight · output over all elements, with fixed weights that no symmetry hides behind.
  private func weighed(_ outputs: [Tensor], _ graph: Graph) -> Tensor {
    let parts = outputs.enumerated().map { index, output in
      let weights = (0..<output.shape.count).map { element in
        Float((element * 7 + index * 3) % 11 + 1) / 8 - 0.6
      }
      return (output * graph.literal(weights, output.shape)).sum()
    }
    return parts.dropFirst().reduce(parts[0], +)
  }

  private func centralDifference(
    _ graph: Graph, _ total: Tensor, _ given: [(Tensor, [Double])], input: Int, element: Int
  ) -> Double {
    func value(_ offset: Double) -> Double {
      var moved = given
      moved[input].1[element] += offset
      var interpreter = Interpreter(graph, inputs: moved.map { ($0, $1) })
      return interpreter.value(of: total)[0]
    }
    return (value(spacing) - value(-spacing)) / (2 * spacing)
  }

  /// The compiled program against the interpreter.
  private func compare(
    _ graph: Graph, _ tensors: [Tensor], _ given: [(Tensor, [Double])]
  ) -> [String] {
    let program = Program(graph, outputs: tensors)
    for (input, values) in given { program.write(values.map(Float.init), to: input) }
    program.run(seed: 0, step: 0)
    var interpreter = Interpreter(
      graph, inputs: given.map { ($0, $1.map { Double(Float($0)) }) })
    return tensors.enumerated().flatMap { index, tensor -> [String] in
      zip(program.read(tensor), interpreter.value(of: tensor)).compactMap { single, double in
        agrees(Double(single), double, singleTolerance)
          ? nil : "output \(index): program \(single), interpreter \(double)"
      }
    }
  }

  private func agrees(
    _ a: Double, _ b: Double, _ tolerance: (absolute: Double, relative: Double)
  ) -> Bool {
    Swift.abs(a - b) <= tolerance.absolute + tolerance.relative * Swift.abs(b)
  }
}
