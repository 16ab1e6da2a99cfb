import Adversarial
import Experiments
import Notebook
import Plotting
import Testing

@testable import Workbench

/// A script that asks for a formula, as it is answered on the screen.
@Suite struct ExerciseTests {
  private static let question = "Which D(x) makes J_D smallest?"

  /// A bench whose script has come to its question.
  private func bench(_ columns: Int = 120, _ rows: Int = 40) throws -> Workbench {
    var preset = Fixture.library.presets[0]
    var cue = Script.Cue(at: 0)
    cue.caption = "D learns to tell two densities apart."
    let derivation = try #require(Derivation.all.first)
    var prediction = Prediction(
      Self.question, .formula(derivation), measure: "modesReached", until: 0)
    prediction.hints = ["Take one x alone.", "Where is the slope zero?"]
    cue.prediction = prediction
    var end = Script.Cue(at: 100)
    end.caption = "There."
    preset.script = Script([cue, end])
    return Fixture.guided(preset, columns, rows)
  }

  private func clear(_ bench: inout Workbench) {
    for _ in 0..<40 { _ = bench.update(.key(.backspace)) }
  }

  @Test func `the names that a formula may use stand at the foot`() throws {
    let lines = try bench().view().lines
    #expect(lines.contains { $0.contains(" guide   " + Self.question) })
    #expect(
      lines[39].contains("your answer:")
        && lines[39].contains("in p, q   Enter answers   ? hint   Esc skips"))
  }

  @Test(arguments: [(80, 24), (120, 40)])
  func `a question mark brings the next hint, and leaves the question open`(
    columns: Int, rows: Int
  ) throws {
    var bench = try bench(columns, rows)
    #expect(bench.answer("?").isEmpty)
    #expect(bench.view().text.contains("Hint 1 of 2: Take one x alone."))
    #expect(bench.answer("?").isEmpty)
    #expect(bench.view().text.contains("Hint 2 of 2: Where is the slope zero?"))
    #expect(bench.view().text.contains(Self.question))
  }

  @Test func `a wrong formula is written down, and told where it differs`() throws {
    var bench = try bench()
    #expect(bench.answer("q/(p+q)") == [.answer("q/(p+q)", to: Self.question, isRight: false)])
    #expect(bench.view().text.contains("Not yet: at p = 1, q = 3 your formula is 0.75"))
    clear(&bench)
    #expect(
      bench.answer("p/(p+q)") == [
        .answer("p/(p+q)", to: Self.question, isRight: true), .advance(steps: 100),
      ])
    #expect(bench.view().text.contains("p/(p+q): right at all 39 places."))
  }

  @Test func `what is no formula is told its column, and not written down`() throws {
    var bench = try bench()
    #expect(bench.answer("p/(p+r)").isEmpty)
    #expect(bench.view().text.contains("column 6: nothing is called 'r' here"))
    #expect(bench.view().lines[39].contains("p/(p+r)"))
  }

  @Test func `leaving it out shows the answer`() throws {
    var bench = try bench()
    #expect(bench.update(.key(.escape)).commands == [.advance(steps: 100)])
    #expect(bench.view().text.contains("D*(x) = p / (p + q). In this run"))
  }

  @Test func `answers stand among the notes`() throws {
    let answer = Command.answer("p/(p+q)", to: "Which D?", isRight: true)
    let remark = try #require(Remark(StampedCommand(step: 7, command: answer)))
    #expect(remark.step == 7 && remark.text == "p/(p+q) (right): Which D?")
  }
}
