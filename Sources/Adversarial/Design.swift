/// What a session trains: the data, the players, their costs and optimizers, and who moves when.
/// A plain description; ``Session`` traces it.
public struct Design: Sendable {
  /// What the players fight over.
  public var data: any Dataset
  /// The part of the plane that the page shows.
  public var bounds: Bounds
  /// Real samples, and generated ones, in each update.
  public var batch: Int
  /// z ~ N(0, I) of so many dimensions.
  public var noiseDimension: Int
  /// From z [n, noiseDimension] to points [n, 2].
  public var generator: Network
  /// From points [n, 2] to logits [n, 1].
  public var discriminator: Network
  public var generatorCost: GeneratorCost
  public var discriminatorCost = DiscriminatorCost.crossEntropy
  /// What D pays besides, each with its weight.
  public var penalties: [(penalty: Penalty, weight: Float)] = []
  /// Both players' optimizer; each has a learning rate and a state of its own.
  public var optimizer: Optimizer
  public var schedule: Schedule
  public var unrolling: Unrolling
  public var instanceNoise = InstanceNoise(deviation: 0)
  public var weightClip = WeightClip(limit: 0)
  public var averaging = Averaging(decay: 0)
  /// Of the simultaneous schedule alone.
  public var consensus = Consensus(weight: 0)
  public var labels = Labels.none
  /// Whether samples are counted by class.
  public var comparesClasses = false
  /// Steps at the beginning in which D moves alone.
  public var headStart = 0
  /// Whether the learned D is measured against the optimal one.
  public var comparesOptimum = false
  /// Whether the pulls of three costs at single samples are measured, and the costs drawn.
  public var comparesGradients = false
  /// Whether it is measured how much the samples of a batch have to do with each other.
  public var comparesNeighbours = false
  /// Rows of the reference batches, none of them trained with, that samples are measured under; 0
  /// is off.
  public var freshReferenceRows = 0

  public init(
    data: any Dataset, bounds: Bounds, batch: Int, noiseDimension: Int, generator: Network,
    discriminator: Network, generatorCost: GeneratorCost = .nonSaturating,
    optimizer: Optimizer = .adam, schedule: Schedule = .simultaneous,
    unrolling: Unrolling = Unrolling(steps: 0)
  ) {
    self.data = data
    self.bounds = bounds
    self.batch = batch
    self.noiseDimension = noiseDimension
    self.generator = generator
    self.discriminator = discriminator
    self.generatorCost = generatorCost
    self.optimizer = optimizer
    self.schedule = schedule
    self.unrolling = unrolling
  }
}

/// Who moves when, in one step.
public enum Schedule: Sendable, Hashable {
  /// Both gradients are taken at the same point, on the same real batch and the same z.
  case simultaneous
  /// The discriminator takes some steps, each on fresh batches; then the generator takes one on
  /// fresh z, against the discriminator as it is now (Goodfellow et al. 2014, algorithm 1).
  case alternating(discriminatorSteps: Int)
  /// Both players take a trial step, and then a real one from where they stood, with the gradients
  /// that they find there: one step costs two (Korpelevich 1976; Gidel et al., arXiv 1802.10551,
  /// algorithm 4, with Adam's moments counting both). Both steps see one batch.
  case extragradient
}

/// Why settings describe no game: one sentence that names the hyperparameter and the cure.
public struct DesignError: Error, Sendable, Equatable, CustomStringConvertible {
  public let description: String
  public init(_ description: String) { self.description = description }
}
