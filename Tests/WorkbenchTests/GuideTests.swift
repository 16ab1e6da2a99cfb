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
    var bench = bench(80, 24)
    func place() -> Int? {
      bench.view().lines[23].components(separatedBy: "1 none").first.map { Text.width(of: $0) }
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
    #expect(bench.view().text.contains("Watch where the blob goes.   space goes on"))
    #expect(bench.update(.key(.character(" "))).commands == [.advance(steps: 1_500)])
    let commands = bench.stand(at: 3_000, .paused)
    #expect(commands.first == .set(name: "unrollSteps", setting: .number(5)))
    #expect(bench.view().text.contains("You said one or two; reached is 1 of 8: as you said."))
    #expect(bench.view().lines[1].contains("D's field"))
    #expect(bench.view().text.contains("The guide is at its end"))
  }

  @Test func `turning a knob takes over, h hands back`() {
    var bench = bench()
    _ = bench.answer("2")
    _ = bench.stand(at: 700, .training)
    _ = bench.update(.key(.right))
    #expect(bench.view().text.contains("You steer.  h hands back to the guide"))
    #expect(bench.stand(at: 1_500, .paused).isEmpty)
    _ = bench.update(.key(.character("h")))
    #expect(!bench.view().text.contains("You steer."))
    #expect(bench.view().text.contains("Watch where the blob goes."))
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
