import Adversarial
import Experiments
import Notebook
import Testing

/// Drives the player as a screen does, with a run.
@Suite struct ScriptPlayerTests {
  private let rate = Script.Tweak("discriminatorLearningRate", .number(1e-2))

  private func cue(_ step: Int, _ change: (inout Script.Cue) -> Void) -> Script.Cue {
    var cue = Script.Cue(at: step)
    change(&cue)
    return cue
  }

  private var script: Script {
    Script([
      cue(0) {
        $0.caption = "begin"; $0.waits = true
      },
      cue(10) {
        $0.caption = "turn"; $0.tweaks = [rate]; $0.marks = true
      },
      cue(10) {
        $0.prediction = Prediction(
          "How many?", .number(within: 0.5), measure: "modesReached", until: 100)
      },
      cue(100) {
        $0.caption = "end"; $0.view = .generated
      },
    ])
  }

  @Test func `a cue says, does and asks at its very step`() {
    var player = ScriptPlayer(script, steps: 200)
    #expect(player.update(step: 0, status: .training) == [.send(.pause)])
    #expect(player.update(step: 0, status: .training) == [], "once is enough")
    #expect(player.update(step: 3, status: .paused) == [.say("begin"), .wait])
    #expect(player.phase == .waiting)
    #expect(player.update(step: 3, status: .paused) == [])
    player.goOn()
    #expect(player.update(step: 3, status: .paused) == [.send(.advance(steps: 7))])
    #expect(player.update(step: 3, status: .paused) == [], "an old moment")
    #expect(player.update(step: 8, status: .training) == [])
    let question = script.cues[2].prediction
    let asked = player.update(step: 10, status: .paused)
    let tweak = Command.set(name: rate.name, setting: rate.setting, column: nil)
    #expect(
      asked == [.say("turn"), .send(tweak), .send(.mark())] + (question.map { [.ask($0)] } ?? []))
    player.answer(.number(8))
    #expect(player.update(step: 10, status: .paused) == [.send(.advance(steps: 90))])
    let last = player.update(step: 100, status: .paused)
    let compared = question.map { [ScriptAction.compare($0, answer: .number(8))] } ?? []
    #expect(
      last == compared + [.say("end"), .show(.generated), .send(.resume), .end])
    #expect(player.phase == .ended)
  }

  @Test func `a script that ends with the run does not ask for more`() {
    var player = ScriptPlayer(Script([cue(50) { $0.caption = "end" }]), steps: 50)
    #expect(player.update(step: 0, status: .paused) == [.send(.advance(steps: 50))])
    #expect(player.update(step: 50, status: .finished) == [.say("end"), .end])
  }

  @Test func `a run that diverges ends the script`() {
    var player = ScriptPlayer(script, steps: 200)
    #expect(player.update(step: 4, status: .diverged(step: 4)) == [.end])
    #expect(player.update(step: 4, status: .diverged(step: 4)) == [])
  }

  @Test func `a person takes over, and hands back later`() {
    var player = ScriptPlayer(script, steps: 200)
    _ = player.update(step: 0, status: .paused)
    player.takeOver()
    #expect(player.phase == .takenOver)
    #expect(player.update(step: 60, status: .paused) == [])
    player.goOn()
    #expect(player.phase == .takenOver, "a key is the person's own now")
    player.handBack()
    #expect(player.update(step: 60, status: .training) == [.send(.pause)])
    // A turn belongs to its step: it is named, and not made.
    let tweak = Command.set(name: rate.name, setting: rate.setting, column: nil)
    var missed = ScriptAction.Missed()
    missed.captions = [.init(step: 10, text: "turn")]
    missed.turns = [.init(step: 10, command: tweak)]
    #expect(player.update(step: 61, status: .paused) == [.recall(missed)])
    #expect(player.phase == .waiting)
    player.goOn()
    #expect(player.update(step: 61, status: .paused) == [.send(.advance(steps: 39))])
    #expect(player.goal(after: 70) == 100 && player.goal(after: 100) == nil)
  }

  @Test func `where nothing was passed over the script goes on at once`() {
    var player = ScriptPlayer(script, steps: 200)
    _ = player.update(step: 0, status: .paused)
    player.goOn()
    _ = player.update(step: 0, status: .paused)
    player.takeOver()
    player.handBack()
    #expect(player.update(step: 6, status: .paused) == [.send(.advance(steps: 4))])
  }

  @Test func `a prediction is scored when its step is reached, whoever steers`() throws {
    var player = ScriptPlayer(script, steps: 200)
    let question = try #require(script.cues[2].prediction)
    for step in [0, 0, 10] {
      _ = player.update(step: step, status: .paused)
      player.goOn()
    }
    player.handBack()
    var other = ScriptPlayer(script, steps: 200)
    _ = other.update(step: 0, status: .paused)
    other.goOn()
    _ = other.update(step: 0, status: .paused)
    _ = other.update(step: 10, status: .paused)
    other.answer(.number(8))
    other.takeOver()
    #expect(other.update(step: 99, status: .training) == [])
    #expect(other.update(step: 130, status: .training) == [.compare(question, answer: .number(8))])
    #expect(other.update(step: 140, status: .training) == [], "once is enough")
    other.handBack()
    let actions = other.update(step: 150, status: .paused)
    var missed = ScriptAction.Missed()
    missed.captions = [.init(step: 100, text: "end")]
    #expect(actions == [.recall(missed)])
  }

  @Test func `the same script gives the same run, whoever watches`() throws {
    func fingerprint(lookingEvery interval: Int) throws -> [UInt64] {
      var preset = Fixture.preset(steps: 150)
      preset.script = script
      let run = try Run(experiment: Fixture.page, preset: preset, threads: 1)
      var player = ScriptPlayer(script, steps: 150)
      for round in 0..<1_000 {
        if round.isMultiple(of: interval) {
          for case .send(let command) in player.update(step: run.step, status: run.status) {
            try run.apply(command)
          }
          player.goOn()
        }
        run.advance()
      }
      #expect(run.step == 150 && run.status == .finished)
      let tweaks = run.commands.filter { $0.command.isTweak }
      #expect(tweaks.map(\.step) == [10])
      return run.fingerprints
    }
    #expect(try fingerprint(lookingEvery: 1) == fingerprint(lookingEvery: 7))
  }
}

@Suite struct PredictionTests {
  private let number = Prediction(
    "How many?", .number(within: 0.5), measure: "modesReached", until: 100)
  private let choice = Prediction(
    "How many?", .choice([.init("one or two", 1...2), .init("all", 8...8)]),
    measure: "modesReached", until: 1_000)

  private func measures(_ value: Double) -> [[Measurement]] {
    [
      [
        Measurement(
          "modesReached", title: "reached", value: value, ofReal: 8, format: .count(of: 8))
      ]
    ]
  }

  @Test func `an answer is a number or a choice, or one sentence`() throws {
    #expect(try number.answer(" 8 ") == .number(8))
    #expect(try choice.answer("2") == .choice(1))
    #expect(try choice.answer("One or two") == .choice(0))
    #expect(throws: CommandError("the answer is a number, not 'many'")) {
      try number.answer("many")
    }
    #expect(throws: CommandError("the answer is a number from 1 to 2, not '3'")) {
      try choice.answer("3")
    }
  }

  @Test func `a prediction is held against the measure`() {
    #expect(
      number.verdict(.number(8), measures(1))
        == "You predicted 8; reached is 1 of 8: not this time.")
    #expect(
      choice.verdict(.choice(0), measures(2))
        == "You predicted one or two; reached is 2 of 8: right.")
    #expect(choice.verdict(nil, measures(2)) == "How many? At step 1 000, reached is 2 of 8.")
    #expect(number.verdict(.number(8), []) == "How many? This run takes no such measure.")
    #expect(!choice.isRight(.choice(1), measured: .nan))
  }
}
