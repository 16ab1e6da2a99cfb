/// A game over points of a line: p_data is a known mixture, and so is p_model, or a Gaussian that
/// learns, or what a network makes of noise. Small enough for densities, divergences and the
/// optimal discriminator to be computed beside what is learned.
public struct LineGame: Sendable {
  /// The data: a mixture whose centres lie on the x axis.
  public var data: Mixture
  /// The part of the line that the page shows.
  public var bounds: ClosedRange<Float>
  /// Samples of each kind in an update.
  public var batch: Int
  public var generator: Generator
  /// From points [n, 1] to logits [n, 1].
  public var discriminator: Network
  public var objective: Objective
  /// Updates of D for each one of G.
  public var discriminatorSteps: Int

  public init(
    data: Mixture, bounds: ClosedRange<Float>, batch: Int, generator: Generator,
    discriminator: Network, objective: Objective, discriminatorSteps: Int = 1
  ) {
    self.data = data
    self.bounds = bounds
    self.batch = batch
    self.generator = generator
    self.discriminator = discriminator
    self.objective = objective
    self.discriminatorSteps = discriminatorSteps
  }

  /// Where the model's samples come from.
  public enum Generator: Sendable {
    /// Nothing to learn.
    case fixed(Mixture)
    /// N(mean, deviation²), which learns both.
    case gaussian(mean: Float, deviation: Float)
    /// From z ~ N(0, I) of so many dimensions to points [n, 1].
    case network(Network, noiseDimension: Int)
  }

  /// What is minimised.
  public enum Objective: Sendable {
    /// D learns to tell samples of two fixed densities apart.
    case classification
    /// J_G = −E exp(σ⁻¹(D(G(z)))) (§3.2.4, exercise 7.3), against the D that learns or against the
    /// optimal one, which is held fixed in the gradient either way.
    case maximumLikelihood(isOptimal: Bool)
    /// A divergence between p_data and p_model itself, by quadrature.
    case exact(Divergence)
    /// Its variational form against a D that learns (Nowozin et al., arXiv 1606.00709).
    case variational(Divergence)
  }
}

extension LineGame: TracedGame {
  var curveList: [Curve] {
    [
      Curve(
        "discriminatorCost", title: "J_D", reference: equilibrium.map { .init($0.0, title: $0.1) }),
      Curve("generatorCost", title: "J_G"),
      Curve("realProbability", title: "D(x)", reference: .init(0.5, title: "½")),
      Curve("generatedProbability", title: "D(G(z))", reference: .init(0.5, title: "½")),
      Curve("discriminatorGradientNorm", title: "‖∇J_D‖"),
      Curve("generatorGradientNorm", title: "‖∇J_G‖"),
    ]
  }

  /// J_D where the two densities are one.
  private var equilibrium: (Double, String)? {
    if case .variational = objective { (0, "0") } else { (0.6931471805599453, "ln 2") }
  }

  func viewer(threads: Int) -> LineViewer { LineViewer(self, threads: threads) }

  /// The generator as a network, and the dimensions of its noise.
  var sampler: (network: Network, noiseDimension: Int) {
    switch generator {
    case .fixed: (Network([]), 1)
    case .gaussian(let mean, let deviation):
      (Network([Location(mean: mean, logDeviation: Logarithm.of(deviation))]), 1)
    case .network(let network, let dimension): (network, dimension)
    }
  }

  /// D where it is asked for; nobody learns one where a divergence is computed.
  var opponent: Network {
    switch objective {
    case .exact, .maximumLikelihood(isOptimal: true): Network([])
    case .classification, .maximumLikelihood, .variational: discriminator
    }
  }
}
