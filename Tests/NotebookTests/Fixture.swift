import Adversarial
import Experiments
import Foundation
import Notebook

/// Pages that exist for the tests alone.
enum Fixture {
  /// A page with a knob of every kind.
  static let page = Experiment(
    "mode-collapse", title: "Mode collapse", chapter: .init(5, "Research frontiers"),
    section: "§5.1.1", figure: "fig. 22", claim: "Few modes at a time.", watch: "The blob.",
    text: [], equations: [], hyperparameters: hyperparameters
  ) { settings throws(DesignError) in
    guard settings.number("radius") > 0 else {
      throw DesignError("'radius' is 0, which puts all centres into one place")
    }
    return try design(settings)
  }

  static let pages = [
    Experiment(
      "cost-functions", title: "Costs", chapter: .init(3, "How GANs work"), section: "§3.2",
      figure: "fig. 16", claim: "", watch: "", text: [], equations: [],
      hyperparameters: hyperparameters,
      design: page.design),
    page,
  ]

  static let hyperparameters = [
    number("discriminatorLearningRate", 1e-4, 1e-6...1, .logarithmic),
    number("radius", 2, 0...10, .linear, isStructural: true),
    Hyperparameter(
      "batch", title: "batch", group: "data", section: "§3", explanation: "Rows a step.",
      domain: .integer(default: 16, range: 1...4_096, scale: .logarithmic), isStructural: true),
    Hyperparameter(
      "generatorCost", title: "G cost", group: "game", section: "§3.2", explanation: "Its cost.",
      domain: .choice(default: "minimax", options: ["minimax", "non-saturating"]),
      isStructural: true),
  ]

  static var preset: Preset {
    Preset(
      name: "small", page: page.name, title: "small", note: "", seed: 7, steps: 300,
      settings: Settings(hyperparameters))
  }

  private static func number(
    _ name: String, _ value: Double, _ range: ClosedRange<Double>,
    _ scale: Hyperparameter.Scale, isStructural: Bool = false
  ) -> Hyperparameter {
    Hyperparameter(
      name, title: name, group: "numbers", section: "§4", explanation: "A number.",
      domain: .number(default: value, range: range, scale: scale), isStructural: isStructural)
  }

  /// An empty folder that lives as long as the body runs.
  static func withFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.path + "/ganbook-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try body(folder)
  }

  static func write(_ text: String, to path: String) throws {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
  }
}
