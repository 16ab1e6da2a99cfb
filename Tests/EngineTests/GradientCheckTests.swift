import Engine
import Testing

/// One differentiable thing to check: a name, its inputs, and how it is traced.
struct Case: CustomTestStringConvertible, Sendable {
  let name: String
  let shapes: [Shape]
  var low = -1.3
  var high = 1.4
  let function: @Sendable ([Tensor]) -> [Tensor]
  var testDescription: String { name }

  init(
    _ name: String, _ shapes: [Shape], from low: Double = -1.3, to high: Double = 1.4,
    _ function: @escaping @Sendable ([Tensor]) -> [Tensor]
  ) {
    (self.name, self.shapes, self.low, self.high) = (name, shapes, low, high)
    self.function = function
  }

  /// Fixed values in [low, high], no two alike, none at a kink.
  var point: [(shape: Shape, values: [Double])] {
    var state: UInt64 = 0x9E37_79B9
    return shapes.map { shape in
      (
        shape,
        (0..<shape.count).map { _ in
          state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
          let unit = Double(state >> 40) / Double(1 << 24)
          return low + (high - low) * unit
        }
      )
    }
  }
}

private let patches = Patches(
  height: 4, width: 3, channels: 2, kernelHeight: 3, kernelWidth: 2, stride: 2, padding: 1)

let gradientCases: [Case] = [
  Case("negate", [[2, 3]]) { [-$0[0] * $0[0]] },
  Case("exponential", [[2, 3]]) { [$0[0].exp()] },
  Case("logarithm", [[2, 3]], from: 0.3) { [$0[0].log()] },
  Case("tanh", [[2, 9]]) { [$0[0].tanh()] },
  Case("sigmoid", [[2, 9]]) { [$0[0].sigmoid()] },
  Case("softplus", [[2, 3]]) { [$0[0].softplus()] },
  Case("squareRoot", [[2, 3]], from: 0.3) { [$0[0].squareRoot()] },
  Case("sine", [[2, 3]]) { [$0[0].sin(), $0[0].cos()] },
  Case("add and subtract", [[2, 3], [2, 3]]) { [($0[0] + $0[1]) * ($0[0] - $0[1])] },
  Case("multiply", [[2, 3], [2, 3]]) { [$0[0] * $0[1] * $0[1]] },
  Case("divide", [[2, 3], [2, 3]], from: 0.5) { [$0[0] / $0[1]] },
  Case("maximum", [[3, 9], [3, 9]]) { [Tensor.maximum($0[0], $0[1]).squared()] },
  Case("select", [[3, 3], [3, 3]]) {
    [Tensor.select(Tensor.greater($0[0], $0[1]), $0[0].exp(), $0[1].squared())]
  },
  Case("relu and leaky relu", [[3, 3]]) { [$0[0].relu().squared(), $0[0].leakyRelu().squared()] },
  Case("magnitude", [[3, 3]]) { [$0[0].magnitude().exp()] },
  Case("sum of each axis", [[2, 3, 4]]) { x in
    (0..<3).map { x[0].exp().sum([$0]).squared() } + [x[0].sum().squared()]
  },
  Case("sum of two axes", [[2, 3, 4]]) {
    [$0[0].exp().sum([0, 2]).squared(), $0[0].exp().sum([1, 2]).squared()]
  },
  Case("batch normalization over images", [[3, 4, 9], [9]]) { x in
    let centred = x[0] - x[0].mean([0, 1])
    return [centred / (centred.squared().mean([0, 1]) + 0.1).squareRoot() * x[1]]
  },
  Case("leaky relu of a sum", [[3, 9], [3, 9]]) { [($0[0] + $0[1].sin()).leakyRelu() * $0[1]] },
  Case("largest of slices", [[3, 12]]) { x in
    let parts = (0..<3).map { x[0].slice(axis: 1, from: 4 * $0, count: 4) }
    return [parts.dropFirst().reduce(parts[0], Tensor.maximum).squared()]
  },
  Case("largest", [[3, 4, 2]]) { [$0[0].largest([1]).squared(), $0[0].largest([1, 2]).exp()] },
  Case("largest of rows", [[3, 9]]) { [$0[0].largest([1]).squared()] },
  Case("logSumExp and softmax", [[3, 4]]) {
    [$0[0].logSumExp(axis: 1), $0[0].softmax(axis: 1)]
  },
  Case("reshape", [[2, 6]]) { [$0[0].exp().reshaped([3, 4]).squared().reshaped([12])] },
  Case("broadcast of a row", [[3], [2, 3]]) { [($0[0] * $0[1]).exp()] },
  Case("broadcast of a column", [[4, 1], [4, 9]]) { [($0[0] * $0[1]).exp()] },
  Case("broadcast of a scalar", [[], [2, 3]]) { [($0[0] * $0[1]).exp()] },
  Case("broadcast of a middle axis", [[2, 1, 3], [1, 4, 3]]) { [($0[0] - $0[1]).squared()] },
  Case("permute", [[2, 3, 4]]) {
    [$0[0].transposed([2, 0, 1]).exp(), $0[0].transposed([0, 2, 1])]
  },
  Case("transpose", [[3, 4]]) { [$0[0].transposed().exp()] },
  Case("slice", [[4, 5]]) {
    [$0[0].slice(axis: 0, from: 1, count: 2).exp(), $0[0].slice(axis: 1, from: 2, count: 3).sin()]
  },
  Case("pad", [[2, 3]]) {
    [$0[0].padded(axis: 0, before: 1, after: 2).exp(), $0[0].padded(axis: 1, before: 2, after: 0)]
  },
  Case("concatenate", [[2, 3], [2, 3]]) {
    [Tensor.concatenate($0, axis: 0).exp(), Tensor.concatenate($0, axis: 1).sin()]
  },
  Case("product", [[3, 4], [4, 2]]) { [$0[0].product($0[1]).tanh()] },
  Case("product, first transposed", [[4, 3], [4, 9]]) {
    [$0[0].product($0[1], transposingFirst: true).tanh()]
  },
  Case("product, second transposed", [[3, 4], [9, 4]]) {
    [$0[0].product($0[1], transposingSecond: true).tanh()]
  },
  Case("product, both transposed", [[4, 3], [9, 4]]) {
    [$0[0].product($0[1], transposingFirst: true, transposingSecond: true).tanh()]
  },
  Case("product of several axes", [[2, 3, 4], [4, 9]]) { [$0[0].product($0[1]).tanh()] },
  Case("product of few columns", [[3, 17], [17, 2], [2, 17]]) {
    [$0[0].product($0[1]).tanh(), $0[0].product($0[2], transposingSecond: true).sin()]
  },
  Case("product with a column", [[3, 1], [9, 1]]) {
    [$0[0].product($0[1], transposingSecond: true).tanh()]
  },
  Case("product and a bias", [[3, 4], [4, 9], [9]]) {
    [($0[0].product($0[1]) + $0[2]).tanh()]
  },
  Case("unfold", [[2, 4, 3, 2]]) { [$0[0].unfolded(patches).tanh()] },
  Case("fold", [[2, 4, 12]], from: -0.3, to: 0.4) { [$0[0].folded(patches).tanh()] },
]

@Suite struct GradientChecks {
  @Test(arguments: gradientCases)
  func `gradients agree with differences to second order`(_ example: Case) {
    #expect(GradientCheck(order: 2).failures(at: example.point, example.function) == [])
  }

  @Test func `a wrong gradient is found`() {
    let wrong = GradientCheck(order: 1).failures(at: [([2], [0.3, 0.7])]) { inputs in
      [inputs[0] * inputs[0].detached()]
    }
    #expect(wrong.count == 2)
  }

  @Test func `detach and greater pass nothing`() {
    let graph = Graph()
    let x = graph.input("x", [3])
    let slope = gradient(of: (x.detached() * x.detached()).sum(), for: [x])[0]
    let step = gradient(of: Tensor.greater(x, x * 0.5).sum(), for: [x])[0]
    let program = Program(graph, outputs: [slope, step])
    program.run(seed: 0, step: 0)
    #expect(program.read(slope) == [0, 0, 0])
    #expect(program.read(step) == [0, 0, 0])
  }

  @Test func `the root of zero has slope zero, also in the second derivative`() {
    let graph = Graph()
    let x = graph.input("x", [2])
    let slope = gradient(of: x.squareRoot().sum(), for: [x])[0]
    let second = gradient(of: slope.sum(), for: [x])[0]
    let program = Program(graph, outputs: [slope, second])
    program.write([0, 4], to: x)
    program.run(seed: 0, step: 0)
    #expect(program.read(slope) == [0, 0.25])
    #expect(program.read(second) == [0, -0.03125])
  }
}
