import Experiments
import Testing

@testable import Adversarial

/// What the pages of the plane make of their settings, the wrong ones too.
@Suite struct PlaneGameTests {
  private func design(_ changes: [(String, Setting)]) throws -> Design {
    var settings = Settings(Experiment.modeCollapse.hyperparameters)
    for (name, setting) in changes { try settings.set(name, to: setting) }
    return try #require(try Experiment.modeCollapse.design(settings) as? Design)
  }

  @Test(arguments: ["relu", "leakyRelu", "tanh", "softplus", "maxout"])
  func `every activation on offer is one that the networks have`(name: String) throws {
    let layers = try design([("activation", .choice(name))]).generator.layers
    if name == "maxout" {
      #expect(layers.contains { $0 is Maxout })
    } else {
      #expect(layers.compactMap { ($0 as? Activation)?.rawValue } == [name, name])
    }
  }

  @Test func `an activation that does not exist is no ReLU in disguise`() async {
    await #expect(processExitsWith: .failure) {
      let knobs = Experiment.modeCollapse.hyperparameters.map { knob in
        knob.name == "activation"
          ? Hyperparameter(
            knob.name, title: knob.title, group: knob.group, section: knob.section,
            explanation: knob.explanation,
            domain: .choice(default: "swish", options: ["relu", "swish"]), isStructural: true)
          : knob
      }
      _ = try? Experiment.modeCollapse.design(Settings(knobs))
    }
  }

  @Test(arguments: ["realTarget", "fakeTarget"], [-0.1, 1.5, .infinity, .nan])
  func `a target outside 0 to 1 is refused`(name: String, value: Double) {
    let error = #expect(throws: SettingError.self) { try design([(name, .number(value))]) }
    if case .outOfRange(_, _, let range)? = error { #expect(range == 0...1) }
  }

  @Test func `a ring sold with one mode too many is refused with the reason`() {
    let error = #expect(throws: DesignError.self) {
      try design([("dataset", .choice("duplicatedRing"))])
    }
    #expect(
      error?.description
        == "modes 1 and 8 have the same centre: of 8 modes only 7 are distinct")
  }

  @Test func `a grid that is too narrow for its numbers has coincident centres`() {
    let error = #expect(throws: DesignError.self) {
      try Mixture.grid(side: 5, spacing: 0, deviation: 0.05)
    }
    #expect(
      error?.description
        == "modes 1 and 2 have the same centre: of 25 modes only 1 is distinct")
  }

  @Test func `a mode without width has no density`() {
    let error = #expect(throws: DesignError.self) {
      try Mixture.ring(modes: 8, radius: 2, deviation: 0)
    }
    #expect(
      error?.description == "mode 1 has deviation 0.0 and so no density; it must be above 0")
  }
}
