internal import Adversarial
private import Notebook

/// A fixed piece of training to measure: what other programs are measured on, to the letter.
struct Workload {
  let name: String
  let settings: Settings
  /// Operations of one step in matrix products, two a multiply–add, at the least work the
  /// algorithm needs: no gradient that nobody uses, nothing computed twice.
  let operations: Double
  /// One step of both players, traced anew.
  let step: () -> TracedStep

  /// What a workload may be measured at other values of; nil is its own.
  struct Proportions {
    /// Samples in each update.
    var batch: Int?
    /// Units of a hidden layer; channels of the widest layer of images.
    var width: Int?
    /// Modes of the data, where they stand on a ring.
    var modes: Int?
  }

  /// All that the peers are measured on, in the order of their table.
  static let all = [
    "ring", "small", "grid", "dcgan", "unrolled-0", "unrolled-1-adam", "unrolled-5-adam",
    "unrolled-10-adam", "unrolled-1-sgd", "unrolled-5-sgd", "unrolled-10-sgd",
  ]
  /// What is measured where nobody chooses.
  static let usual = ["ring", "small", "grid", "dcgan", "unrolled-5-adam", "unrolled-10-adam"]
  /// How people write those that have a number in their name.
  static let names = ["ring", "small", "grid", "dcgan", "unrolled-K-adam", "unrolled-K-sgd"]

  /// - Throws: ``Failure`` with the nearest name where there is none of this name.
  init(named name: String, _ proportions: Proportions = Proportions()) throws(Failure) {
    do {
      switch name {
      case "ring": self = try .ring(proportions)
      case "small": self = try .small(proportions)
      case "grid": self = try .grid(proportions)
      case "dcgan": self = .bars(proportions)
      default: self = try .unrolled(name, proportions)
      }
    } catch let error as DesignError {
      throw Failure(.usage, error.description)
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure(.usage, "\(error)")
    }
  }

  init(
    _ name: String, rates: (discriminator: Double, generator: Double), operations: Double,
    step: @escaping () -> TracedStep
  ) {
    self.name = name
    self.operations = operations
    self.step = step
    settings = Settings([
      Self.rate("discriminatorLearningRate", rates.discriminator),
      Self.rate("generatorLearningRate", rates.generator),
    ])
  }

  private static func rate(_ name: String, _ value: Double) -> Hyperparameter {
    Hyperparameter(
      name, title: name, group: "optimizers", section: "§3.1", explanation: "Adam's step.",
      domain: .number(default: value, range: 0...1, scale: .logarithmic))
  }

  /// There is no such workload.
  static func unknown(_ name: String) -> Failure {
    Failure(
      .usage,
      "there is no workload \(Wording.quoted(name))"
        + NearestName.hint(name, among: names + all, list: "the workloads are"))
  }
}
