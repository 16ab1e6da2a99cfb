import Adversarial
import Experiments
import Foundation
import Notebook
import Testing

/// Questions that ask for a formula, and hints: read, played, answered and kept.
@Suite struct ExerciseScriptTests {
  static let text = """
    page: exercises
    steps: 1000
    script:
      - say: Two densities.
      - ask: Which D?
        formula: ratioOfDensities
        hints:
          - Take one x alone.
          - Set the slope to zero.
        measure: optimumGap
      - at: 100
        say: There.

    """

  private func read(_ text: String) throws -> Preset {
    try Preset(yaml: text, file: "p.yaml", name: "p", pages: Contents.pages)
  }

  private func question() throws -> Prediction {
    try #require(try read(Self.text).script?.cues[1].prediction)
  }

  @Test func `a question for a formula is read, and reads back`() throws {
    let preset = try read(Self.text)
    #expect(try read(preset.yaml) == preset)
    let question = try question()
    #expect(question.hints == ["Take one x alone.", "Set the slope to zero."])
    #expect(question.until == 0 && question.measure == "optimumGap")
    guard case .formula(let derivation) = question.kind else {
      Issue.record("\(question.kind)")
      return
    }
    #expect(derivation.name == "ratioOfDensities")
  }

  static let ask = "  - ask: Which?\n    formula: "

  @Test(arguments: [
    (
      ask + "ratio\n    measure: optimumGap\n",
      "p.yaml:5:14: this page asks for no formula 'ratio'; did you mean 'ratioOfDensities'?"
    ),
    (ask + "bilinearPath\n", "p.yaml:4:10: 'ask' needs 'measure' as well"),
    (
      ask + "bilinearPath\n    answer: number\n    measure: radius\n",
      "p.yaml:6:13: 'answer' and 'formula' are two ways to answer"
    ),
    (
      "  - at: 50\n    ask: Which?\n    formula: bilinearPath\n    measure: radius\n",
      "p.yaml:5:10: a formula is asked for at 50; measures are taken every 100 steps"
    ),
    ("  - say: a\n    hints: [b]\n", "p.yaml:5:12: 'hints' goes with 'ask'"),
    (
      ask + "bilinearPath\n    measure: radius\n    hints: think\n",
      "p.yaml:7:12: 'hints' must be a list of 1 to 5 lines"
    ),
    (
      ask + "bilinearPath\n    measure: radius\n    hints: [{a: b}]\n",
      "p.yaml:7:13: a hint is one line of 1 to 240 characters"
    ),
  ])
  func `a mistake gets one sentence with its place`(cues: String, sentence: String) {
    let text = "page: exercises\nsteps: 1000\nscript:\n" + cues
    let error = #expect(throws: PresetError.self) { try read(text) }
    #expect(error?.description == sentence)
  }

  @Test func `a page without derivations asks for none`() {
    let text = "page: mode-collapse\nscript:\n" + Self.ask + "bilinearPath\n    measure: modeTV\n"
    let error = #expect(throws: PresetError.self) { try read(text) }
    #expect(error?.description == "p.yaml:4:14: this page asks for no formula 'bilinearPath'")
  }

  // MARK: Answers

  @Test func `a formula is tried at once, and a wrong one is told where it differs`() throws {
    let question = try question()
    let right = try question.answer(" p/(q + p) ")
    #expect(question.objection(to: right) == nil)
    #expect(question.isRight(right, measured: 0))
    #expect(question.command(right) == .answer("p/(q + p)", to: "Which D?", isRight: true))
    let wrong = try question.answer("p")
    #expect(question.objection(to: wrong)?.hasPrefix("Not yet: at p = 1, q = 1") == true)
    #expect(question.command(wrong) == .answer("p", to: "Which D?", isRight: false))
    #expect(
      throws: CommandError(
        "column 1: nothing is called 'x' here; the variables are p, q")
    ) { try question.answer("x") }
  }

  @Test func `what came of it is the answer, and how the run stands to it`() throws {
    let question = try question()
    let measure = Measurement(
      "optimumGap", title: "|D − D*|", value: 0.01, ofReal: 0, format: .number)
    let right = try question.answer("p/(p+q)")
    #expect(
      question.verdict(right, [[measure]])
        == "p/(p+q): right at all 39 places. In this run |D − D*| is 0.010.")
    for answer in [nil, try question.answer("q")] {
      #expect(
        question.verdict(answer, [[measure]])
          == "D*(x) = p / (p + q). In this run |D − D*| is 0.010.")
    }
  }

  @Test func `hints come one at a time, and what came of a formula at once`() throws {
    let preset = try read(Self.text)
    var player = ScriptPlayer(try #require(preset.script), steps: 1_000)
    #expect(player.hint() == nil)
    _ = player.update(step: 0, status: .training)
    let question = try question()
    #expect(player.update(step: 0, status: .paused) == [.say("Two densities."), .ask(question)])
    #expect(player.hint() == "Hint 1 of 2: Take one x alone.")
    #expect(player.hint() == "Hint 2 of 2: Set the slope to zero.")
    #expect(player.hint() == "Hint 2 of 2: Set the slope to zero.")
    let answer = try question.answer("p/(p+q)")
    player.answer(answer)
    #expect(
      player.update(step: 0, status: .paused) == [
        .compare(question, answer: answer), .send(.advance(steps: 100)),
      ])
    #expect(player.hint() == nil)
  }

  // MARK: Kept

  @Test func `answers are kept with the run, read back and replayed`() throws {
    try Fixture.withFolder { folder in
      let store = Fixture.store(folder)
      let run = try Fixture.lived(store)
      let id = try #require(run.id)
      let fingerprint = run.fingerprints
      let answers: [Command] = [
        .answer("p/(p+q)", to: "Which D?", isRight: true),
        .answer("p \"q\"\n", to: "Why?", isRight: false),
        .answer("8", to: "How many?", isRight: nil),
      ]
      for answer in answers { try run.apply(answer) }
      #expect(run.fingerprints == fingerprint)
      run.end()
      let recorded = try store.open(id)
      #expect(recorded.commands.suffix(3).map(\.command) == answers)
      let notes = String(decoding: try Fixture.read("\(folder)/\(id)/notes.md"), as: UTF8.self)
      #expect(notes.contains("p/(p+q) (right): Which D?"))
      #expect(notes.contains("8: How many?"))
    }
  }

  @Test func `another exercise is another game, and begins with a run of its own`() throws {
    let preset = try read("page: exercises\nsteps: 100\n")
    let run = try Run(experiment: .exercises, preset: preset, threads: 1)
    let error = #expect(throws: CommandError.self) {
      try run.apply(.set(name: "exercise", setting: .choice("7.2")))
    }
    #expect(error?.description.contains("begins with a run of its own") == true)
    try run.apply(.set(name: "modelMean", setting: .number(1)))
    let twins = "twins:\n  - {}\n  - knobs: {exercise: 7.2}\n"
    #expect(throws: (any Error).self) {
      try Run(
        experiment: .exercises, preset: try read("page: exercises\n" + twins), threads: 1)
    }
  }
}
