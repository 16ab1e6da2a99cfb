import Adversarial
import Notebook
import Plotting
import Testing

@testable import Workbench

@Suite struct KnobTests {
  @Test func `an arrow turns the chosen knob while it trains`() {
    var bench = Fixture.running()
    let effects = bench.update(.key(.right))
    #expect(
      effects.commands == [.set(name: "discriminatorLearningRate", setting: .number(1.5e-4))])
    #expect(bench.view().text.contains("▸•D learning rate       1.5e-4"))
    #expect(bench.view().text.contains("• 1 changed"))
  }

  @Test func `choosing a knob brings the knobs into view`() {
    var bench = Fixture.running(80, 24)
    #expect(!bench.view().text.contains("G learning rate"))
    _ = bench.update(.key(.down))
    #expect(bench.view().text.contains("▸ G learning rate"))
    #expect(bench.view().text.contains("§5.1 How far G moves along its"))
  }

  @Test func `undo takes a turn back, redo turns again`() {
    var bench = Fixture.running()
    _ = bench.update(.key(.right))
    #expect(
      bench.update(.key(.character("u"))).commands
        == [.set(name: "discriminatorLearningRate", setting: .number(1e-4))])
    #expect(!bench.view().text.contains("changed"))
    #expect(
      bench.update(.key(.character("U"))).commands
        == [.set(name: "discriminatorLearningRate", setting: .number(1.5e-4))])
    _ = bench.update(.key(.character("u")))
    #expect(bench.update(.key(.character("u"))).isEmpty)
    #expect(bench.view().text.contains("There is no turn to take back."))
  }

  @Test func `quick turns are one for undo, slow ones are not`() {
    var bench = Fixture.running()
    for _ in 0..<3 { _ = bench.update(.key(.right)) }
    _ = bench.update(.tick(seconds: 5))
    _ = bench.update(.key(.right))
    _ = bench.update(.key(.character("u")))
    #expect(bench.view().text.contains("3e-4"))
    _ = bench.update(.key(.character("u")))
    #expect(!bench.view().text.contains("changed"))
  }

  @Test(arguments: [Key.backspace, .delete, .character("0")])
  func `a key puts a knob back to the preset's value`(key: Key) {
    var bench = Fixture.running()
    _ = bench.update(.key(.right))
    #expect(
      bench.update(.key(key)).commands
        == [.set(name: "discriminatorLearningRate", setting: .number(1e-4))])
  }

  @Test func `a typed value is set`() {
    var bench = Fixture.running()
    _ = bench.update(.key(.enter))
    for character in "3e-3" { _ = bench.update(.key(.character(character))) }
    #expect(bench.view().lines[39].contains("D learning rate = 3e-3"))
    #expect(
      bench.update(.key(.enter)).commands
        == [.set(name: "discriminatorLearningRate", setting: .number(3e-3))])
    #expect(bench.view().lines[39].contains("q leave"))
  }

  @Test(arguments: ["", "abc", "nan", "inf", "1e9", "-1", "1e-9", "\u{1B}"])
  func `a wrong value stays with its reason`(text: String) {
    var bench = Fixture.running()
    _ = bench.update(.key(.enter))
    for character in text { _ = bench.update(.key(.character(character))) }
    #expect(bench.update(.key(.enter)).isEmpty)
    #expect(bench.view().lines[39].contains("1e-7 … 1, log"))
    #expect(bench.update(.key(.escape)).isEmpty)
    #expect(!bench.view().text.contains("changed"))
  }

  @Test func `a structural change is told to apply at the next step`() {
    var bench = Fixture.running()
    for _ in 0..<8 { _ = bench.update(.key(.down)) }
    #expect(
      bench.update(.key(.right)).commands == [.set(name: "unrollSteps", setting: .number(1))])
    #expect(bench.view().text.contains("applies at the next step"))
    var settings = Fixture.settings
    #expect(throws: Never.self) { try settings.set("unrollSteps", to: .number(1)) }
    _ = bench.update(.report(.moment(Fixture.moment(step: 6_200, settings: settings))))
    #expect(!bench.view().text.contains("applies at the next step"))
    #expect(bench.view().text.contains("▸•unroll steps               1"))
  }

  @Test func `a knob says its scale, its unit, its preset and when it applies`() {
    var bench = Fixture.running()
    #expect(bench.view().text.contains("1e-7 … 1, log   preset 1e-4"))
    #expect(!bench.view().text.contains("rebuilds the game at the next step"))
    _ = bench.update(.key(.down))
    _ = bench.update(.key(.down))
    #expect(bench.view().text.contains("0 … 0.999, linear   preset 0.5"))
    let batch = Fixture.settings.hyperparameters.firstIndex { $0.name == "batch" } ?? 0
    for _ in 2..<batch { _ = bench.update(.key(.down)) }
    #expect(bench.view().text.contains("1 … 4 096 points, log   preset 512"))
    #expect(bench.view().text.contains(" rebuilds the game at the next step ─"))
  }

  @Test(arguments: [
    "256", "256 points", "256points", "256 point", " 256 ", "2.56e2", "256.0", "2560e-1 points",
  ])
  func `a typed value may have its unit`(text: String) {
    var bench = Fixture.running()
    let batch = Fixture.settings.hyperparameters.firstIndex { $0.name == "batch" } ?? 0
    for _ in 0..<batch { _ = bench.update(.key(.down)) }
    _ = bench.update(.key(.enter))
    #expect(bench.view().lines[39].contains(" points   1 … 4 096 points, log"))
    for character in text { _ = bench.update(.key(.character(character))) }
    #expect(bench.update(.key(.enter)).commands == [.set(name: "batch", setting: .number(256))])
  }

  @Test(arguments: ["256 apples", "points", "2.5 points", "9999 points"])
  func `another unit, or a value out of range, is told in place`(text: String) {
    var bench = Fixture.running()
    let batch = Fixture.settings.hyperparameters.firstIndex { $0.name == "batch" } ?? 0
    for _ in 0..<batch { _ = bench.update(.key(.down)) }
    _ = bench.update(.key(.enter))
    for character in text { _ = bench.update(.key(.character(character))) }
    #expect(bench.update(.key(.enter)).isEmpty)
    #expect(bench.view().lines[39].contains("1 … 4 096 points, log"))
    #expect(bench.state.context == .prompt)
  }

  @Test func `a refused change is taken back and told`() {
    var bench = Fixture.running()
    _ = bench.update(.key(.right))
    _ = bench.update(.report(.refused(CommandError("G needs a batch of at least 2"))))
    #expect(!bench.view().text.contains("changed"))
    #expect(bench.view().lines[39].contains("G needs a batch of at least 2"))
  }

  @Test func `a slider's thumb moves with its value`() {
    var bench = Fixture.running()
    func thumb() -> String.Index? {
      bench.view().lines.first { $0.contains("D learning rate") }?.lastIndex(of: "█")
    }
    let before = thumb()
    for _ in 0..<12 { _ = bench.update(.key(.right)) }
    #expect(before != nil)
    #expect(thumb().map { $0 > before ?? $0 } == true)
  }
}
