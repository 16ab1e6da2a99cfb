import Engine
import Foundation
import Testing

/// The graph of one golden vector: inputs read from the file, and expectations on tensors.
final class GoldenCase {
  let vector: GoldenVector
  let graph = Graph()
  private var given: [(Tensor, [Double])] = []
  private var expected: [(label: String, tensor: Tensor, numbers: [Double], isSecondOrder: Bool)] =
    []

  init(_ vector: GoldenVector) { self.vector = vector }

  /// Inputs of the graph with the arrays that stand under `inputs`, in order.
  func inputs(_ path: String...) throws -> [Tensor] {
    var here = try vector.value("inputs")
    for key in path { here = try here[key] }
    return here.arrays.enumerated().map { index, array in
      let tensor = graph.input("\(path.joined(separator: "."))\(index)", Shape(array.shape))
      given.append((tensor, array.numbers))
      return tensor
    }
  }

  func input(_ name: String) throws -> Tensor {
    guard let tensor = try inputs(name).first else { throw GoldenVector.Fault("no \(name)") }
    return tensor
  }

  /// A number of `settings` as a scalar input, as a hyperparameter is.
  func setting(_ name: String) throws -> Tensor {
    scalar(name, try vector.number("settings", name))
  }

  func scalar(_ name: String, _ value: Double) -> Tensor {
    let tensor = graph.input(name, .scalar)
    given.append((tensor, [value]))
    return tensor
  }

  /// Expects the arrays at a path of `expected`, one a tensor.
  func expect(_ path: String..., equals tensors: [Tensor], secondOrder: Bool = false) throws {
    var here = try vector.value("expected")
    for key in path { here = try here[key] }
    let arrays = here.arrays
    try #require(arrays.count == tensors.count, "\(path): \(arrays.count) arrays")
    for (tensor, array) in zip(tensors, arrays) {
      #expect(tensor.shape == Shape(array.shape), "\(path)")
      expected.append((path.joined(separator: "."), tensor, array.numbers, secondOrder))
    }
  }

  /// Runs the compiled program and compares with the tolerances of the vectors' README.
  func check() {
    let program = Program(graph, outputs: expected.map(\.tensor))
    for (tensor, numbers) in given { program.write(numbers.map(Float.init), to: tensor) }
    program.run(seed: 0, step: 0)
    for (label, tensor, numbers, isSecondOrder) in expected {
      let (absolute, relative) = isSecondOrder ? (1e-4, 1e-3) : (2e-5, 2e-4)
      let worst = zip(program.read(tensor), numbers).enumerated().first { _, pair in
        let limit = absolute + relative * abs(pair.1)
        return !(abs(Double(pair.0) - pair.1) <= limit)
      }
      if let (index, (ours, theirs)) = worst {
        Issue.record("\(vector.name): \(label)[\(index)] is \(ours), expected \(theirs)")
      }
    }
  }
}
