import Engine
import Testing

/// Parameters and moments after some Adam steps down a small cost: what unrolling differentiates.
private func adam(
  _ weights: Tensor, _ target: Tensor, steps: Int, rate: Float = 0.1, epsilon: Float = 1e-3
) -> Tensor {
  var (w, m, v) = (weights, weights * 0, weights * 0)
  let (first, second): (Float, Float) = (0.5, 0.9)
  var (power1, power2): (Float, Float) = (1, 1)
  for _ in 0..<steps {
    let slope = gradient(of: (w.product(target) - 1).tanh().squared().sum(), for: [w])[0]
    m = m * first + slope * (1 - first)
    v = v * second + slope.squared() * (1 - second)
    power1 *= first
    power2 *= second
    let size = rate * (1 - power2).squareRoot() / (1 - power1)
    w = w - size * m / (v.squareRoot() + epsilon)
  }
  return w
}

private let weights: (shape: Shape, values: [Double]) = ([2, 3], [0.3, -0.7, 1.1, 0.9, 0.2, -0.4])
private let target: (shape: Shape, values: [Double]) = ([3, 2], [0.5, -0.3, 0.8, 0.6, -0.9, 0.4])

@Suite struct Differentiation {
  @Test(arguments: 1...3)
  func `gradients pass through Adam's steps`(_ steps: Int) {
    let failures = GradientCheck(order: 1).failures(at: [weights, target]) { x in
      [adam(x[0], x[1], steps: steps).squared()]
    }
    #expect(failures == [])
  }

  @Test func `and so do gradients of gradients`() {
    var check = GradientCheck(order: 2)
    check.singleTolerance = (1e-3, 2e-3)
    #expect(
      check.failures(at: [weights, target]) { [adam($0[0], $0[1], steps: 2).squared()] } == [])
  }

  @Test func `Adam's root can be differentiated where no gradient has ever come`() {
    let graph = Graph()
    let w = graph.input("w", [2, 3])
    // The third weight meets only zeros: its moments stay at 0.
    let x = graph.input("x", [3, 2])
    let cost = adam(w, x, steps: 3).squared().sum()
    let slopes = gradient(of: cost, for: [w, x])
    let program = Program(graph, outputs: slopes)
    program.write(weights.values.map(Float.init), to: w)
    program.write([0.5, -0.3, 0.8, 0.6, 0, 0], to: x)
    program.run(seed: 0, step: 0)
    for slope in slopes { #expect(!program.read(slope).contains { !$0.isFinite }) }
    #expect(program.read(slopes[0])[2] != 0)
  }

  @Test func `a pushforward is the slope along a direction`() {
    let graph = Graph()
    let (x, v) = (graph.input("x", [2, 3]), graph.input("v", [2, 3]))
    let y = (x * x.sum([1])).tanh()
    let change = pushforward(of: y, along: [v], at: [x])
    let direction = [0.3, -0.2, 0.5, 0.1, 0.4, -0.6]
    var at = Interpreter(graph, inputs: [(x, weights.values), (v, direction)])
    let spacing = 1e-6
    let sides = [spacing, -spacing].map { step in
      let moved = zip(weights.values, direction).map { $0 + step * $1 }
      var interpreter = Interpreter(graph, inputs: [(x, moved), (v, direction)])
      return interpreter.value(of: y)
    }
    for (exact, pair) in zip(at.value(of: change), zip(sides[0], sides[1])) {
      #expect(abs(exact - (pair.0 - pair.1) / (2 * spacing)) < 1e-8)
    }
  }

  @Test func `a Hessian product is the gradient's slope along a direction`() {
    let graph = Graph()
    let (x, v) = (graph.input("x", [2, 3]), graph.input("v", [2, 3]))
    let cost = (x.product(graph.literal([1, 2, -1], [3, 1]))).tanh().exp().sum()
    let slope = gradient(of: cost, for: [x])[0]
    let product = hessianProduct(of: cost, along: [v], at: [x])[0]
    let direction = [0.3, -0.2, 0.5, 0.1, 0.4, -0.6]
    var at = Interpreter(graph, inputs: [(x, weights.values), (v, direction)])
    let spacing = 1e-6
    let sides = [spacing, -spacing].map { step in
      let moved = zip(weights.values, direction).map { $0 + step * $1 }
      var interpreter = Interpreter(graph, inputs: [(x, moved), (v, direction)])
      return interpreter.value(of: slope)
    }
    for (exact, pair) in zip(at.value(of: product), zip(sides[0], sides[1])) {
      #expect(abs(exact - (pair.0 - pair.1) / (2 * spacing)) < 1e-7)
    }
  }

  @Test func `what does not depend on a target has a gradient of zeros`() {
    let graph = Graph()
    let (x, y) = (graph.input("x", [2]), graph.input("y", [3]))
    let slope = gradient(of: x.sum(), for: [y])[0]
    let program = Program(graph, outputs: [slope])
    #expect(slope.shape == [3])
    #expect(program.read(slope) == [0, 0, 0])
  }
}
