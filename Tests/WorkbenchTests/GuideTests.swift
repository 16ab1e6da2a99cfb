import Adversarial
import Foundation
import Notebook
import Plotting
import Testing

@testable import Workbench

@Suite struct GuideTests {
  private static var preset: Preset {
    var preset = Fixture.library.presets[0]
    var first = Script.Cue(at: 0)
    first.caption = "The data are eight small Gaussians on a ring."
    first.prediction = Prediction(
      "How many modes at step 3 000?",
      .choice([.init("none", 0...0), .init("one or two", 1...2), .init("all", 8...8)]),
      measure: "modesReached", until: 3_000)
    var second = Script.Cue(at: 1_500)
    second.caption = "Watch where the blob goes."
    second.waits = true
    var third = Script.Cue(at: 3_000)
    third.caption = "One mode. D learns that this is where the fakes come from."
    third.tweaks = [.init("unrollSteps", .number(5))]
    third.view = .field
    preset.script = Script([first, second, third])
    return preset
  }

  /// A bench whose script has come to its question.
  private func bench(_ columns: Int = 120, _ rows: Int = 40) -> Workbench {
    Fixture.guided(Self.preset, columns, rows)
  }

  @Test func `a question stands over its caption, and is answered at the foot`() {
    var bench = bench()
    #expect(bench.view().text.contains(" guide   How many modes at step 3 000?"))
    #expect(bench.view().text.contains("The data are eight small Gaussians on a ring."))
    #expect(bench.view().lines[39].contains("1 none  2 one or two  3 all   Esc skips"))
    let answer = Command.answer(
      "one or two", to: "How many modes at step 3 000?", isRight: nil)
    #expect(bench.answer("2") == [answer, .advance(steps: 1_500)])
    #expect(!bench.view().text.contains("How many modes"))
  }

  @Test func `where the foot has no room for the choices, the question has them`() {
    let bench = bench(44, 20)
    let lines = bench.view().lines
    #expect(lines.contains { $0.contains("How many modes at step 3 000?") })
    #expect(lines.contains { $0.contains("1 none") })
    #expect(lines[19].contains("1 to 3   Esc skips"))
  }

  @Test func `what the foot says stands still while an answer is typed`() {
    var preset = Self.preset
    preset.script?.cues[0].prediction?.kind = .number(within: 1)
    var bench = Fixture.guided(preset, 80, 24)
    func place() -> Int? {
      bench.view().lines[23].components(separatedBy: "a number   Enter answers").first
        .map { Text.width(of: $0) }
    }
    let before = place()
    _ = bench.update(.key(.character("2")))
    #expect(before != Text.width(of: bench.view().lines[23]) && place() == before)
  }

  @Test func `an answer that is none stays with its reason, Esc leaves the question out`() {
    var bench = bench()
    #expect(bench.answer("7").isEmpty)
    #expect(bench.view().lines[39].contains("from 1 to 3"))
    #expect(bench.update(.key(.escape)).commands == [.advance(steps: 1_500)])
  }

  @Test func `a script waits for space, and says what came of a prediction`() {
    var bench = bench()
    _ = bench.answer("2")
    #expect(bench.stand(at: 1_500, .paused).isEmpty)
    #expect(bench.view().text.contains("Watch where the blob goes.   space continue"))
    #expect(bench.update(.key(.character(" "))).commands == [.advance(steps: 1_500)])
    let commands = bench.stand(at: 3_000, .paused)
    #expect(commands.first == .set(name: "unrollSteps", setting: .number(5)))
    #expect(bench.view().text.contains("You predicted one or two; reached is 1 of 8: right."))
    #expect(bench.view().lines[1].contains("D's field"))
    #expect(bench.view().text.contains("The lesson is over"))
  }

  @Test func `turning a knob takes over, h hands back`() {
    var bench = bench()
    _ = bench.answer("2")
    _ = bench.stand(at: 700, .training)
    _ = bench.update(.key(.right))
    #expect(bench.view().text.contains("The guide is paused.  h resume the lesson"))
    #expect(bench.stand(at: 1_500, .paused).isEmpty)
    _ = bench.update(.key(.character("h")))
    #expect(!bench.view().text.contains("The guide is paused."))
    #expect(bench.view().text.contains("Watch where the blob goes."))
  }

  @Test func `h first tells what was passed over, and no turn is made at another step`() {
    var bench = bench()
    _ = bench.answer("2")
    _ = bench.stand(at: 700, .training)
    _ = bench.update(.key(.right))
    _ = bench.stand(at: 3_200, .paused)
    let commands = bench.update(.key(.character("h"))).commands + bench.stand(at: 3_200, .paused)
    #expect(!commands.contains { $0.isTweak })
    let text = bench.view().text
    #expect(text.contains("Not turned, because its step has passed: unroll steps 5"), "\(text)")
    #expect(text.contains("One mode. D learns"), "\(text)")
    _ = bench.update(.key(.character(" ")))
    #expect(bench.view().text.contains("The lesson is over"))
  }

  /// Everything that a person may do in the middle of a lesson without losing it.
  @Test(arguments: [
    [Key.character(" "), .character(" ")], [.character("m")], [.character("v")],
    [.character("+")], [.character("i"), .escape], [.character("z"), .escape], [.tab],
    [.character("3")], [.character("e"), .character("w"), .enter], [.character("e"), .escape],
    [.character(","), .end], [.home, .character(" ")], [.character("?"), .escape],
    [.character("t")], [.up], [.enter, .escape], [.character("x"), .escape],
  ])
  func `it does not end a lesson`(keys: [Key]) {
    var bench = bench()
    _ = bench.answer("2")
    _ = bench.update(.tick(seconds: 2))
    _ = bench.stand(at: 600, .training)
    for key in keys {
      _ = bench.update(.key(key))
      _ = bench.stand(at: 610, bench.update(.tick(seconds: 3)).isEmpty ? .paused : .paused)
    }
    #expect(!bench.view().text.contains("The guide is paused"))
    _ = bench.update(.tick(seconds: 4))
    _ = bench.stand(at: 1_500, .paused)
    #expect(bench.view().text.contains("Watch where the blob goes."))
  }

  @Test func `a person who paused goes on to the very step of the next cue`() {
    var bench = bench()
    _ = bench.answer("2")
    _ = bench.update(.tick(seconds: 2))
    _ = bench.stand(at: 600, .training)
    #expect(bench.update(.key(.character(" "))).commands == [.pause])
    _ = bench.stand(at: 603, .paused)
    #expect(bench.view().text.contains("space continue"))
    let effects = bench.update(.key(.character(" ")))
    #expect(effects.commands == [] && effects.goals == [1_500])
  }

  @Test func `a key that looks back and space lead to the next cue as well`() {
    var bench = bench()
    _ = bench.answer("2")
    _ = bench.update(.tick(seconds: 2))
    _ = bench.stand(at: 600, .training)
    _ = bench.update(.key(.home))
    #expect(bench.update(.key(.character(" "))).goals == [1_500])
  }

  @Test func `Enter goes on at a stop, and does not ask a knob after a digit's answer`() {
    var bench = bench()
    #expect(bench.update(.key(.character("2"))).commands.count == 2, "answered at once")
    #expect(bench.update(.key(.enter)).commands.isEmpty)
    #expect(bench.view().lines[39].contains("pause"), "no prompt has opened")
    _ = bench.update(.tick(seconds: 5))
    _ = bench.stand(at: 1_500, .paused)
    #expect(bench.update(.key(.enter)).commands == [.advance(steps: 1_500)])
  }

  @Test func `a wrong prediction does not have the colour of a right one`() {
    func ink(_ answer: String, _ words: String) -> Ink? {
      var bench = bench()
      _ = bench.answer(answer)
      for step in [1_500, 3_000] {
        _ = bench.stand(at: step, .paused)
        _ = bench.update(.key(.character(" ")))
      }
      let frame = bench.view()
      let row = frame.lines.firstIndex { $0.contains(words) }
      return row.map { frame[$0, 12].style.foreground }
    }
    #expect(ink("2", "right.") == .good)
    #expect(ink("3", "not this time.") == .normal)
  }

  @Test func `after the last step space trains on for half as many again, and says so`() {
    var bench = Fixture.running()
    let steps = Fixture.library.presets[0].steps
    _ = bench.stand(at: steps, .finished)
    #expect(bench.update(.key(.character(" "))).commands == [.advance(steps: steps / 2)])
    #expect(bench.view().lines[39].contains("trains on for"))
    _ = bench.stand(at: steps, .finished)
    #expect(bench.update(.key(.character("d"))).commands == [.stepPlayer(.discriminator)])
  }

  @Test(arguments: [(40, 12), (44, 16), (60, 20), (80, 24), (120, 40)])
  func `the strip keeps to its frame`(columns: Int, rows: Int) {
    var bench = bench(columns, rows)
    _ = bench.answer("1")
    _ = bench.stand(at: 1_500, .paused)
    #expect(Set(bench.view().lines.map { Text.width(of: $0) }) == [columns])
    #expect(bench.view().text.contains("Watch where") || rows < 16)
  }

  @Test func `h without a guide says so`() {
    var bench = Fixture.running()
    #expect(bench.update(.key(.character("h"))).commands.isEmpty)
    #expect(bench.view().lines[39].contains("No guide is playing here."))
  }
}
