import Experiments
import Testing

@testable import Adversarial

@Suite struct DesignMemoryTests {
  private func design(_ changes: [String: Double]) throws -> Design {
    var settings = Settings(Experiment.unrolledGAN.hyperparameters)
    for (name, value) in changes.sorted(by: { $0.key < $1.key }) {
      try settings.set(name, to: .number(value))
    }
    return try #require(try Experiment.unrolledGAN.design(settings) as? Design)
  }

  @Test(arguments: [
    ["unrollSteps": 0], ["unrollSteps": 5], ["unrollSteps": 3, "discriminatorLayers": 2],
    ["unrollSteps": 2, "batch": 64, "discriminatorWidth": 512, "discriminatorLayers": 2],
    ["unrollSteps": 2, "batch": 2_048, "discriminatorWidth": 256],
  ])
  func `the estimate is within a third of what the programs take`(
    changes: [String: Double]
  ) throws {
    let design = try design(changes)
    let step = CompiledGame(design, movers: [.discriminator, .generator], threads: 1)
    let probe = design.unrolling.steps > 0 ? LookAheadProbe(design, threads: 1) : nil
    let taken = Double(step.byteCount + (probe?.byteCount ?? 0)) / 1e6
    let estimate = design.megabytes(unrollSteps: design.unrolling.steps)
    #expect((0.75...1.34).contains(estimate / taken), "\(estimate) for \(taken) MB")
  }

  @Test func `a look ahead that does not fit is refused, and the largest that fits is taken`()
    throws
  {
    var changes: [String: Double] = [
      "unrollSteps": 20, "batch": 4_096, "discriminatorWidth": 1_024, "discriminatorLayers": 3,
    ]
    let error = try #require(throws: DesignError.self) { try design(changes) }
    #expect(
      error.description == "'unrollSteps' 20 needs about 14300 MB of memory with this batch and D, "
        + "and a game may take 2000; the largest that fits is 2")
    changes["unrollSteps"] = 2
    _ = try design(changes)
    changes["unrollSteps"] = 3
    #expect(throws: DesignError.self) { try design(changes) }
  }

  @Test func `a game that does not fit even without looking ahead says so`() throws {
    var large = try design(["batch": 4_096])
    large.batch = 4_000_000
    #expect(
      throws: DesignError(
        "this game needs about 28900 MB of memory and a game may take 2000: "
          + "make batch or widths smaller")
    ) { try large.checkedForMemory() }
  }

  @Test func `a batch too large to compare all its pairs is refused`() throws {
    var settings = Settings(Experiment.minibatchFeatures.hyperparameters)
    try settings.set("minibatchFeatures", to: .choice("discrimination"))
    _ = try Experiment.minibatchFeatures.design(settings)
    try settings.set("batch", to: .number(4_096))
    #expect(throws: DesignError.self) { try Experiment.minibatchFeatures.design(settings) }
    try settings.set("minibatchFeatures", to: .choice("none"))
    _ = try Experiment.minibatchFeatures.design(settings)
  }
}
