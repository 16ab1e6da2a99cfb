import Adversarial
import Experiments
import Notebook

@testable import Workbench

/// Runs that really train: a ring of eight, and nets of eight units.
extension Fixture {
  static let smallPage = Experiment(
    "ring", title: "A ring & <more>", chapter: .init(5, "Research frontiers"), section: "§5.1.1",
    figure: "fig. 22", claim: "G keeps few of the modes", watch: "", text: [], equations: [],
    hyperparameters: [
      Hyperparameter(
        "discriminatorLearningRate", title: "D learning rate", group: "optimizers", section: "",
        explanation: "",
        domain: .number(default: 1e-3, range: 1e-6...1, scale: .logarithmic)),
      Hyperparameter(
        "batch", title: "batch", group: "data", section: "", explanation: "",
        domain: .integer(default: 16, range: 1...64, scale: .logarithmic), isStructural: true),
    ]
  ) { settings throws(DesignError) in
    func network(_ outputs: Int) -> Network {
      Network([Dense(2, 8, .he), Activation.relu, Dense(8, outputs, .he)])
    }
    return Design(
      data: try Mixture.ring(modes: 8, radius: 2, deviation: 0.1),
      bounds: Bounds(x: -3...3, y: -3...3),
      batch: settings.integer("batch"), noiseDimension: 2, generator: network(2),
      discriminator: network(1))
  }

  static func smallPreset(
    steps: Int = 260, seed: UInt64 = 7, twins: [Double] = [], title: String = "eight units"
  ) -> Preset {
    let settings = Settings(smallPage.hyperparameters)
    let columns = twins.map { batch in
      var own = settings
      try? own.set("batch", to: .number(batch))
      return Preset.Column(title: "batch \(Int(batch))", settings: own)
    }
    return Preset(
      name: "ring-small", page: "ring", title: title, note: "", seed: seed, steps: steps,
      settings: settings, twins: columns)
  }

  static let deeds = [
    StampedCommand(
      step: 40, command: .set(name: "discriminatorLearningRate", setting: .number(3e-3))),
    StampedCommand(step: 90, command: .pause),
    StampedCommand(step: 90, command: .stepPlayer(.generator)),
    StampedCommand(step: 91, command: .resume),
    StampedCommand(step: 120, command: .mark()),
    StampedCommand(step: 150, command: .set(name: "batch", setting: .number(24))),
    StampedCommand(step: 200, command: .note("two *blobs* | one <b>spot</b>\nand a second line")),
  ]

  /// A whole run with its table.
  static func lived(
    _ preset: Preset = smallPreset(), _ deeds: [StampedCommand] = deeds
  ) throws -> (run: Run, table: RunTable) {
    let run = try Run(experiment: smallPage, preset: preset, threads: 1)
    var table = RunTable()
    for step in stride(from: 100, through: preset.steps, by: 100) {
      run.replay(deeds.filter { $0.step < step }.dropping(run.commands.count), to: step)
      table.take(run.moment(fieldColumns: 0, fieldRows: 0))
    }
    run.replay(deeds.dropping(run.commands.count), to: preset.steps)
    run.measure()
    table.take(run.moment(fieldColumns: 0, fieldRows: 0))
    return (run, table)
  }

  static func report(
    _ preset: Preset = smallPreset(), _ deeds: [StampedCommand] = deeds, id: String? = nil,
    steps: [Int]? = nil, origin: Preset? = smallPreset()
  ) throws -> Report {
    let (run, table) = try lived(preset, deeds)
    return Report(
      run, id: id, steps: steps, table: table,
      origin: origin.map { Report.Origin(word: $0.name, preset: $0) })
  }

  static func twinReport() throws -> Report {
    let preset = smallPreset(steps: 100, twins: [16, 32])
    return try report(preset, [], origin: preset)
  }
}

extension [StampedCommand] {
  fileprivate func dropping(_ count: Int) -> [StampedCommand] { Array(dropFirst(count)) }
}
