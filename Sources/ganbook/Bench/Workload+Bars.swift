internal import Adversarial
internal import Engine

extension Workload {
  /// Images of 16×16: G dense 4×4×64, BN ReLU, transposed convolution (4, stride 2) to 32 channels,
  /// BN ReLU, another to one, tanh; D convolutions (4, stride 2) to 32 and 64 channels, leaky ReLU,
  /// dense 1. The data are bars, and a step is one of D, then one of G on fresh z.
  static func bars(_ proportions: Proportions) -> Workload {
    let game = BarsGame(batch: proportions.batch ?? 64, width: proportions.width ?? 64)
    return Workload(
      "dcgan", rates: (2e-4, 2e-4), operations: game.cost.alternating, step: game.step)
  }
}

/// A convolutional game over images of one bar each.
private struct BarsGame {
  let batch: Int
  let width: Int
  private let generator: Network
  private let discriminator: Network
  private let noiseDimension = 32

  init(batch: Int, width: Int) {
    (self.batch, self.width) = (batch, width)
    let half = max(1, width / 2)
    let kernel = Initializer.normal(deviation: 0.05)
    func patches(_ side: Int, _ channels: Int) -> Patches {
      Patches(
        height: side, width: side, channels: channels, kernelHeight: 4, kernelWidth: 4, stride: 2,
        padding: 1)
    }
    generator = Network([
      Dense(noiseDimension, 16 * width, .uniform, hasBias: false), Reshape(4, 4, width),
      Normalized(width), Activation.relu,
      TransposedConvolution(patches(8, half), inputs: width, kernel, hasBias: false),
      Normalized(half), Activation.relu,
      TransposedConvolution(patches(16, 1), inputs: half, kernel), Activation.tanh,
    ])
    discriminator = Network([
      Convolution(patches(16, 1), outputs: half, kernel), Activation.leakyRelu,
      Convolution(patches(8, half), outputs: width, kernel), Activation.leakyRelu,
      Reshape(16 * width), Dense(16 * width, 1, .uniform),
    ])
  }

  /// Positions × kernel × channels of both sides, layer by layer.
  var cost: WorkloadCost {
    let half = max(1, width / 2)
    return WorkloadCost(
      products: (
        [noiseDimension * 16 * width, 16 * 16 * width * half, 64 * 16 * half],
        [64 * 16 * half, 16 * 16 * half * width, 16 * width]
      ), batch)
  }

  // MARK: One step

  func step() -> TracedStep {
    let graph = Graph()
    let judge = PlayerTrace(.discriminator, discriminator, .adam, in: graph)
    let maker = PlayerTrace(.generator, generator, .adam, in: graph)
    let names = ["discriminatorLearningRate", "generatorLearningRate"]
    let rates = names.map { graph.input($0, .scalar) }
    var running = RunningMoments(generator, in: graph)

    let (real, z, fresh) = (bars(in: graph), noise(1, graph), noise(2, graph))
    let realLogits = discriminator.together(real, judge.parameters)
    let fakeLogits = discriminator.together(
      generator.together(z, maker.parameters), judge.parameters)
    running.meet(z, maker.parameters)
    let cost = (-realLogits).softplus().mean() + fakeLogits.softplus().mean()
    let moved = Optimizer.adam.updated(
      judge.parameters, by: gradient(of: cost, for: judge.parameters), state: judge.state,
      rates: adam(rates[0], graph))

    // G answers D as it now stands.
    let settled = moved.parameters.map { $0.detached() }
    let logits = discriminator.together(generator.together(fresh, maker.parameters), settled)
    running.meet(fresh, maker.parameters)
    let other = (-logits).softplus().mean()
    let improved = Optimizer.adam.updated(
      maker.parameters, by: gradient(of: other, for: maker.parameters), state: maker.state,
      rates: adam(rates[1], graph))

    let curves = [cost, other, realLogits.sigmoid().mean(), fakeLogits.sigmoid().mean()]
    return TracedStep(
      graph: graph, variables: judge.variables + maker.variables + running.variables,
      scalars: zip(names, rates).map { name, tensor in ({ Float($0.number(name)) }, tensor) },
      curves: Tensor.concatenate(curves.map { $0.reshaped([1]) }, axis: 0),
      updates: judge.updates(to: moved) + maker.updates(to: improved) + running.updates)
  }

  private func noise(_ stream: UInt32, _ graph: Graph) -> Tensor {
    graph.random(.normal, [batch, noiseDimension], stream: stream)
  }

  private func adam(_ rate: Tensor, _ graph: Graph) -> Optimizer.Rates {
    .init(
      learningRate: rate, beta1: graph.constant(0.5), beta2: graph.constant(0.999),
      epsilon: graph.constant(1e-8))
  }

  /// 0.9 on one of eight rows or columns, two pixels wide, −0.9 elsewhere, and a little noise.
  private func bars(in graph: Graph) -> Tensor {
    let modes: [[Float]] = (0..<16).map { mode in
      (0..<256).map { pixel in
        (mode < 8 ? pixel / 32 : pixel % 16 / 2) == mode % 8 ? 0.9 : -0.9
      }
    }
    let place = graph.random(.uniform, [batch, 1], stream: 3)
    func steps(from first: Int) -> Tensor {
      Tensor.greater(place, graph.literal((0..<16).map { Float($0 + first) / 16 }, [1, 16]))
    }
    let chosen = (steps(from: 0) - steps(from: 1)).product(
      graph.literal(modes.flatMap(\.self), [16, 256]))
    let noise = graph.random(.normal, [batch, 256], stream: 4)
    return (chosen + noise * 0.05).reshaped([batch, 16, 16, 1])
  }
}

/// The running moments of a network's batch normalizations, as an evaluation would take them: a
/// tenth of each batch's. Nothing in training reads them, but other programs keep them.
private struct RunningMoments {
  private let network: Network
  private(set) var variables: [PlayerTrace.Variable] = []
  private var values: [(mean: Tensor, variance: Tensor)] = []

  init(_ network: Network, in graph: Graph) {
    self.network = network
    for (index, layer) in network.layers.enumerated() where layer is Normalized {
      let shape = layer.parameters[0].shape
      let moments = [("mean", Initializer.zeros), ("variance", .ones)].map { name, initial in
        let full = "generator.running.\(index).\(name)"
        let tensor = graph.input(full, shape)
        variables.append(
          .init(name: full, shape: shape, initial: initial, stream: 0, tensor: tensor))
        return tensor
      }
      values.append((moments[0], moments[1]))
    }
  }

  var updates: [(input: Tensor, value: Tensor)] {
    zip(variables, values.flatMap { [$0.mean, $0.variance] }).map { ($0.tensor, $1) }
  }

  /// Takes a batch's moments in: of the very tensors that the network normalizes.
  mutating func meet(_ batch: Tensor, _ parameters: [Tensor]) {
    let places = network.layers.indices.filter { network.layers[$0] is Normalized }
    for (index, place) in places.enumerated() {
      let below = Network(Array(network.layers[..<place]))
      let x = below.together(batch, Array(parameters.prefix(below.parameters.count)))
      let axes = Array(0..<(x.shape.rank - 1))
      let mean = x.mean(axes)
      let variance = (x - mean).squared().mean(axes)
      let count = Float(x.shape.count / x.shape[x.shape.rank - 1])
      let (old, shape) = (values[index], values[index].mean.shape)
      values[index] = (
        old.mean * 0.9 + mean.reshaped(shape).detached() * 0.1,
        old.variance * 0.9
          + variance.reshaped(shape).detached() * (0.1 * count / (count - 1))
      )
    }
  }
}
