import Engine
import Testing

@Suite struct StableHLOTests {
  @Test func `a small graph is written as it stands here`() {
    let graph = Graph()
    let x = graph.input("x", [2, 3])
    let w = graph.input("w", [3, 1])
    let unused = graph.input("unused", .scalar)
    let z = graph.random(.normal, [2, 1], stream: 7)
    let y = (x.product(w) + z).tanh().sum([0])
    let function = StableHLO(
      graph, inputs: [x, w, unused], results: [("y", y), ("w", w), ("half", graph.constant(0.5))])
    #expect(function.arguments.map(\.name) == ["x", "w", "unused", "normal.7"])
    #expect(function.results.map(\.shape) == [[1, 1], [3, 1], []])
    #expect(
      function.function(named: "main") == """
          func.func public @main(
            %arg0: tensor<2x3xf32>,  // x
            %arg1: tensor<3x1xf32>,  // w
            %arg2: tensor<f32>,  // unused
            %arg3: tensor<2x1xf32>  // normal.7
          ) -> (
            tensor<1x1xf32>,  // y
            tensor<3x1xf32>,  // w
            tensor<f32>  // half
          ) {
            %0 = stablehlo.dot_general %arg0, %arg1, contracting_dims = [1] x [0], \
        precision = [HIGHEST, HIGHEST] : (tensor<2x3xf32>, tensor<3x1xf32>) -> tensor<2x1xf32>
            %1 = stablehlo.add %arg3, %0 : tensor<2x1xf32>
            %2 = stablehlo.tanh %1 : tensor<2x1xf32>
            %3 = stablehlo.constant dense<0x00000000> : tensor<f32>
            %4 = stablehlo.reduce(%2 init: %3) applies stablehlo.add across dimensions = [0] : \
        (tensor<2x1xf32>, tensor<f32>) -> tensor<1xf32>
            %5 = stablehlo.reshape %4 : (tensor<1xf32>) -> tensor<1x1xf32>
            %6 = stablehlo.constant dense<0x3F000000> : tensor<f32>
            return %5, %arg1, %6 : tensor<1x1xf32>, tensor<3x1xf32>, tensor<f32>
          }
        """)
  }

  /// What each primitive is made of.
  static let primitives: [(make: @Sendable (Tensor, Tensor) -> Tensor, operations: [String])] = [
    ({ a, _ in -a }, ["negate"]), ({ a, _ in a.exp() }, ["exponential"]),
    ({ a, _ in a.log() }, ["log"]), ({ a, _ in a.tanh() }, ["tanh"]),
    ({ a, _ in a.sigmoid() }, ["logistic"]),
    ({ a, _ in a.softplus() }, ["abs", "log_plus_one", "maximum"]),
    ({ a, _ in a.squareRoot() }, ["sqrt"]), ({ a, _ in a.sin() }, ["sine"]),
    ({ $0 + $1 }, ["add"]), ({ $0 - $1 }, ["subtract"]), ({ $0 * $1 }, ["multiply"]),
    ({ $0 / $1 }, ["divide"]), ({ Tensor.maximum($0, $1) }, ["maximum"]),
    ({ Tensor.greater($0, $1) }, ["compare GT", "convert"]),
    ({ Tensor.select($0, $1, $0) }, ["compare NE", "select"]),
    ({ a, _ in a.sum([1]) }, ["applies stablehlo.add across dimensions = [1]", "reshape"]),
    ({ a, _ in a.largest([0, 1]) }, ["dense<0xFF800000>", "applies stablehlo.maximum"]),
    ({ a, _ in a.reshaped([24]) }, ["reshape"]),
    ({ a, _ in a.sum([0]).broadcast(to: [4, 6]) }, ["broadcast_in_dim", "dims = [0, 1]"]),
    ({ a, _ in a.transposed([1, 0]) }, ["transpose", "dims = [1, 0]"]),
    ({ a, _ in a.slice(axis: 1, from: 2, count: 3) }, ["slice", "[0:4, 2:5]"]),
    (
      { a, _ in a.padded(axis: 0, before: 1, after: 2) },
      ["pad", "low = [1, 0], high = [2, 0], interior = [0, 0]"]
    ),
    ({ Tensor.concatenate([$0, $1], axis: 1) }, ["concatenate", "dim = 1"]),
    ({ $0.product($1, transposingFirst: true) }, ["dot_general", "contracting_dims = [0] x [0]"]),
    ({ $0.product($1, transposingSecond: true) }, ["dot_general", "contracting_dims = [1] x [1]"]),
    ({ a, _ in a.reshaped([2, 3, 4, 1]).unfolded(patches) }, ["[0:2, 1:2:2, 0:3:2, 0:1]"]),
    (
      { a, _ in a.reshaped([2, 2, 6]).folded(wide) },
      ["low = [0, 0, 1, 0], high = [0, 1, 0, 0], interior = [0, 1, 1, 0]"]
    ),
    ({ a, _ in a.detached().exp() }, ["exponential %arg0"]),
    ({ a, _ in a + a.literal((0..<24).map(Float.init)) }, ["dense<\"0x000000000000803F00000040"]),
  ]

  static let patches = Patches(
    height: 3, width: 4, channels: 1, kernelHeight: 2, kernelWidth: 2, stride: 2, padding: 0)
  static let wide = Patches(
    height: 2, width: 4, channels: 3, kernelHeight: 1, kernelWidth: 2, stride: 2, padding: 0)

  @Test(arguments: primitives.indices)
  func `every primitive has its operations`(_ index: Int) {
    let graph = Graph()
    let (a, b) = (graph.input("a", [4, 6]), graph.input("b", [4, 6]))
    let (make, operations) = Self.primitives[index]
    let result = make(a, b)
    let text = StableHLO(graph, inputs: [a, b], results: [("r", result)]).function(named: "f")
    for operation in operations {
      #expect(text.contains(operation), "\(operation) in\n\(text)")
    }
  }

  @Test func `a draw is an argument, and each once`() {
    let graph = Graph()
    let u = graph.random(.uniform, [3], stream: 2)
    let function = StableHLO(graph, inputs: [], results: [("r", u + u), ("s", u)])
    #expect(function.arguments.map(\.name) == ["uniform.2"])
  }
}
