import Adversarial
import Experiments
import Notebook
import Plotting
import Testing

@testable import Workbench

/// The optimal discriminator in the plane, from its page's own training to the screen.
@Suite struct RatioStoryTests {
  private func bench(_ columns: Int, _ rows: Int, steps: Int) throws -> (Workbench, Run) {
    let page = Experiment.optimalDiscriminator
    var settings = Settings(page.hyperparameters)
    let plane = [("dimension", 2.0), ("modes", 4), ("batch", 64), ("discriminatorWidth", 16)]
    for (name, value) in plane { try settings.set(name, to: .number(value)) }
    let preset = Preset(
      name: "optimal-discriminator-plane", page: page.name, title: "four modes against one",
      note: "", seed: 1, steps: 200, settings: settings)
    var bench = Workbench(
      pages: [page], library: PresetLibrary(presets: [preset]), charset: .braille, hasColour: true)
    _ = bench.update(.resized(columns: columns, rows: rows))
    _ = bench.update(.key(.enter))
    let run = try Run(experiment: page, preset: preset, threads: 1)
    for _ in 0..<steps { run.advance() }
    return (bench, run)
  }

  /// Presses a key, and lets the run answer the look that it asks for.
  private func press(_ key: Character?, _ bench: inout Workbench, _ run: Run) {
    let effects = key.map { bench.update(.key(.character($0))) } ?? []
    let look = effects.looks.last ?? PlaneLook(columns: 40, rows: 20)
    _ = bench.update(.report(.moment(run.moment(look))))
  }

  @Test(arguments: [(120, 40), (80, 24)])
  func `the plane turns to D* and to the difference`(columns: Int, rows: Int) throws {
    var (bench, run) = try bench(columns, rows, steps: 30)
    press(nil, &bench, run)
    #expect(bench.view().lines.contains { $0.contains("so far  |D − D*|") })
    var titles: [String] = []
    for _ in 0..<6 {
      press("v", &bench, run)
      titles.append(bench.view().lines[1])
    }
    #expect(titles.contains { $0.contains("D*") })
    #expect(titles.contains { $0.contains("D − D*") })
  }

  @Test func `the crosshair reads both densities where G learns nothing`() throws {
    var (bench, run) = try bench(120, 40, steps: 3)
    press(nil, &bench, run)
    press("i", &bench, run)
    let lines = bench.view().lines
    // N(0, I) near the middle, where it is 1/2π = 0.159.
    #expect(lines.contains { $0.contains("p model  0.158") }, "\(lines)")
  }

  @Test func `a fixed G's modes are no measure, and theory stands beside`() throws {
    var (bench, run) = try bench(160, 48, steps: 3)
    press(nil, &bench, run)
    let lines = bench.view().lines
    #expect(lines.contains { $0.contains("beside theory") })
    #expect(!lines.contains { $0.contains("high quality") || $0.contains("mode TV") })
  }
}
