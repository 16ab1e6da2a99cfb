import Adversarial
import Experiments
import Notebook
import Testing

/// The sides of a twin train on the same data and noise, or not at all.
@Suite struct SidesTests {
  private let sentence =
    "sides a and b can't share their noise: z has 8 dimensions on a and 4 on b; "
    + "set 'noiseDimension' for all sides"

  private func preset(_ other: Double) throws -> Preset {
    var settings = Settings(Experiment.modeCollapse.hyperparameters)
    for name in ["batch", "noiseDimension", "generatorWidth", "discriminatorWidth"] {
      try settings.set(name, to: .number(8))
    }
    var side = settings
    try side.set("noiseDimension", to: .number(other))
    return Preset(
      name: "p", page: "mode-collapse", title: "p", note: "", seed: 1, steps: 10,
      settings: settings,
      twins: [.init(title: "a", settings: settings), .init(title: "b", settings: side)])
  }

  @Test func `sides with other z dimensions are refused, in a preset and in a run`() throws {
    let unmatched = try preset(4)
    let error = #expect(throws: DesignError.self) {
      try Run(experiment: .modeCollapse, preset: unmatched, threads: 1)
    }
    #expect(error?.description == sentence)
    let reading = #expect(throws: PresetError.self) {
      try Preset(yaml: unmatched.yaml, file: "p.yaml", name: "p", pages: Contents.pages)
    }
    #expect(reading?.description.hasSuffix(sentence) == true)
  }

  @Test func `a turn that would part the sides' noise is refused, and one of all sides is not`()
    throws
  {
    let run = try Run(experiment: .modeCollapse, preset: try preset(8), threads: 1)
    let turn = Command.set(name: "noiseDimension", setting: .number(4), column: 1)
    let error = #expect(throws: CommandError.self) { try run.apply(turn) }
    #expect(error?.description == sentence)
    #expect(run.settings.map { $0.integer("noiseDimension") } == [8, 8] && run.commands.isEmpty)
    try run.apply(.set(name: "noiseDimension", setting: .number(4)))
    #expect(run.settings.map { $0.integer("noiseDimension") } == [4, 4])
    try run.apply(.set(name: "batch", setting: .number(4), column: 1))
  }
}
