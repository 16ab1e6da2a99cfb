import Adversarial
import Notebook
import Plotting
import Testing

@testable import Workbench

@Suite struct ContentsTests {
  @Test func `a newcomer sees the page, its claim and what to press`() {
    let lines = Fixture.bench(80, 24).view().lines
    #expect(lines[3].hasPrefix("  ▸ mode-collapse"))
    #expect(lines[4].hasPrefix("      paper       ReLU, radius 2"))
    #expect(lines.joined().contains("G keeps at most 2 of the 8 modes"))
    #expect(lines[23].contains("Enter run"))
  }

  @Test func `Enter on a page starts its first preset`() {
    var bench = Fixture.bench()
    #expect(bench.update(.key(.enter)).names == ["start mode-collapse-paper", "look 66×33"])
    #expect(bench.view().text.contains("Building the game"))
  }

  @Test func `the arrows choose a preset, and Enter starts it`() {
    var bench = Fixture.bench()
    for _ in 0..<2 { _ = bench.update(.key(.down)) }
    #expect(bench.view().text.contains("▸ tanh"))
    #expect(bench.view().text.contains("Preset tanh"))
    #expect(bench.update(.key(.enter)).names.first == "start mode-collapse-tanh")
  }

  @Test func `the choice stops at both ends`() {
    var bench = Fixture.bench()
    _ = bench.update(.key(.up))
    #expect(bench.view().text.contains("▸ mode-collapse"))
    _ = bench.update(.key(.end))
    #expect(bench.view().text.contains("▸ laptop"))
    for _ in 0..<9 { _ = bench.update(.key(.down)) }
    #expect(bench.view().text.contains("▸ laptop"))
    _ = bench.update(.key(.home))
    #expect(bench.view().text.contains("▸ mode-collapse"))
  }

  @Test func `a filter hides what lacks its letters, Esc shows everything again`() {
    var bench = Fixture.bench()
    _ = bench.update(.key(.character("/")))
    for character in "qqq" { _ = bench.update(.key(.character(character))) }
    #expect(bench.view().text.contains("0 of 1 page"))
    #expect(bench.update(.key(.enter)).isEmpty)
    #expect(bench.update(.key(.enter)).isEmpty)
    #expect(bench.view().text.contains("No page has these letters."))
    _ = bench.update(.key(.escape))
    #expect(bench.view().text.contains("▸ mode-collapse"))
  }

  @Test func `letters of a preset find its page`() {
    var bench = Fixture.bench()
    _ = bench.update(.key(.character("/")))
    for character in "reproduce" { _ = bench.update(.key(.character(character))) }
    _ = bench.update(.key(.enter))
    #expect(bench.view().text.contains("▸ mode-collapse"))
    #expect(bench.view().text.contains("1 of 1 page"))
  }

  @Test func `q quits, and asks nothing`() {
    var bench = Fixture.bench()
    #expect(bench.update(.key(.character("q"))).names == ["quit"])
  }

  @Test func `an empty notebook is no trap`() {
    var bench = Workbench(pages: [], library: PresetLibrary(presets: []), charset: .braille)
    for key in [Key.enter, .up, .down, .character("/"), .escape, .pageDown, .character("?")] {
      _ = bench.update(.key(key))
      #expect(bench.view().rows == 24)
    }
  }

  @Test func `a preset that was saved meanwhile is in the list at once`() {
    var bench = Fixture.bench()
    var preset = Fixture.library.presets[0]
    preset.name = "mode-collapse-mine"
    #expect(!bench.view().text.contains("mine"))
    _ = bench.update(.library(PresetLibrary(presets: Fixture.library.presets + [preset])))
    #expect(bench.view().text.contains("mine"))
  }

  @Test func `a preset that could not be read is told at the foot`() {
    let library = PresetLibrary(
      presets: [], problems: ["mine.yaml:3: unknown key 'sed'", "other.yaml: empty"])
    var bench = Workbench(pages: [Fixture.page], library: library, charset: .braille)
    #expect(bench.view().lines[23].contains("mine.yaml:3: unknown key 'sed' (and 1 more)"))
    _ = bench.update(.key(.down))
    #expect(bench.view().lines[23].contains("Enter run"))
  }
}

extension [Effect] {
  /// The effects as words, to compare.
  var names: [String] {
    map { effect in
      switch effect {
      case .start(let preset): "start \(preset.name)"
      case .send(let command): "send \(command)"
      case .look(let look): "look \(look.columns)×\(look.rows)"
      case .view(let step): "view \(step.map(String.init) ?? "live")"
      case .fork: "fork"
      case .open(let run): "open \(run)"
      case .delete(let run): "delete \(run)"
      case .listRuns: "list"
      case .readCard(let run): "read \(run)"
      case .savePreset(_, let name): "save \(name)"
      case .export(let run, let format): "export \(run ?? "this") \(format)"
      case .tryClaim(let page, let seeds, let isQuick):
        "\(isQuick ? "quick " : "")try \(page) \(seeds)"
      case .stopTrial(let page): "give up \(page)"
      case .readLedger: "read ledger"
      case .goOn(let step): "go on to \(step)"
      case .startFan(let presets): "fan \(presets.map(\.seed))"
      case .lookAtFan(let look): "look at seeds \(look.columns)×\(look.rows)"
      case .stopFan: "stop seeds"
      case .stop: "stop"
      case .welcomed: "welcomed"
      case .repaint: "repaint"
      case .quit: "quit"
      }
    }
  }

  /// The steps that the run is to go on to.
  var goals: [Int] {
    compactMap { effect in
      guard case .goOn(let step) = effect else { return nil }
      return step
    }
  }

  /// The commands among them.
  var commands: [Command] {
    compactMap { effect in
      guard case .send(let command) = effect else { return nil }
      return command
    }
  }
}
