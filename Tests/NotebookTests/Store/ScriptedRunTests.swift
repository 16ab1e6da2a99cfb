import Adversarial
import Experiments
import Foundation
import Notebook
import Testing

/// Whatever a person does and whenever: the recording plays back to the bit, and goes on as the
/// run would have.
@Suite struct ScriptedRunTests {
  /// Does random things to a run until it has taken so many steps.
  static func play(_ run: Run, steps: Int, _ dice: inout Dice, tweakOneIn rarity: Int = 12) {
    while run.step < steps {
      if case .diverged = run.status { return }
      var commands: [Command] = []
      if run.status != .training {
        commands.append(
          [.resume, .advance(steps: 1 + dice.below(30)), .stepPlayer(.generator)][dice.below(3)])
      }
      if dice.below(rarity) == 0 { commands.append(command(&dice, columns: run.titles.count)) }
      run.advance(commands)
      if dice.below(40) == 0 { run.flush() }
    }
  }

  private static func command(_ dice: inout Dice, columns: Int) -> Command {
    let column = dice.below(3) == 0 ? dice.below(columns) : nil
    switch dice.below(13) {
    case 0...3:
      let rate = Setting.number(1e-5 * Double(1 + dice.below(400)) / 3)
      return .set(name: "discriminatorLearningRate", setting: rate, column: column)
    case 4: return .set(name: "batch", setting: .number(Double(dice.below(20))), column: column)
    case 5:
      return .set(
        name: "generatorCost", setting: .choice(["minimax", "non-saturating", "x"][dice.below(3)]))
    case 6: return .set(name: "radius", setting: .number(Double(dice.below(5)) / 2), column: column)
    case 7: return [.pause, .resume][dice.below(2)]
    case 8: return .stepPlayer(dice.below(2) == 0 ? .generator : .discriminator)
    case 9: return .advance(steps: 1 + dice.below(50))
    case 10: return dice.below(6) == 0 ? .twin(of: dice.below(columns)) : .mark()
    case 11: return .mark(at: dice.below(400))
    default: return .note("\(dice.below(100)) × “漢字” \"\\\n\tit hops")
    }
  }

  @Test(arguments: [1, 2, 3, 4, 5, 6] as [UInt64])
  func `random commands at random steps play back to the bit`(seed: UInt64) throws {
    try Fixture.withFolder { folder in
      let store = Fixture.store(folder)
      let run = try Fixture.recording(store, steps: 150, seed: seed)
      var dice = Dice(state: seed)
      Self.play(run, steps: 300, &dice)
      let (id, commands, bits) = (try #require(run.id), run.commands, run.fingerprints)
      run.end()
      let recorded = try store.open(id)
      #expect(recorded.commands == commands && commands.count > 10)
      #expect(recorded.lastStep == run.step && recorded.remarks == [])
      for threads in [1, 2] {
        #expect(try recorded.verify(threads: threads).isSame, "seed \(seed)")
      }
      let (again, remarks) = try recorded.restored(threads: 1)
      #expect(again.fingerprints == bits && remarks == [])
      #expect(again.settings == run.settings && again.parted == run.parted)
    }
  }

  @Test(arguments: [11, 12, 13] as [UInt64])
  func `a run that was left and opened again goes on as if it hadn't been`(seed: UInt64) throws {
    try Fixture.withFolder { folder in
      let store = Fixture.store(folder)
      let run = try Fixture.recording(store, steps: 120, seed: seed)
      var dice = Dice(state: seed)
      for part in 1...4 {
        let going = part == 1 ? run : try store.resume(try #require(run.id), threads: 1).run
        try #require(going.recorder != nil)
        Self.play(going, steps: 70 * part, &dice)
        going.end()
      }
      let recorded = try store.open(try #require(run.id))
      #expect(recorded.lastStep >= 280 || recorded.status.hasPrefix("diverged"))
      #expect(try recorded.verify(threads: 2).isSame)
    }
  }

  /// With GANBOOK_LONG_SCRIPT=N, an hour's worth: N commands on a small net.
  @Test(.enabled(if: Self.longScript != nil, "GANBOOK_LONG_SCRIPT names no number"))
  func `an hour of tweaks plays back to the bit`() throws {
    try Fixture.withFolder { folder in
      let store = Fixture.store(folder)
      let run = try Fixture.recording(store, steps: 20_000)
      var dice = Dice(state: 99)
      let goal = 40 * (Self.longScript ?? 0)
      Self.play(run, steps: goal, &dice, tweakOneIn: 40)
      run.end()
      let recorded = try store.open(try #require(run.id))
      for threads in [1, 2] {
        let outcome = try recorded.verify(threads: threads)
        print(recorded.commands.count, "commands,", threads, "threads:", outcome)
        #expect(outcome.isSame)
      }
    }
  }

  static let longScript = ProcessInfo.processInfo.environment["GANBOOK_LONG_SCRIPT"]
    .flatMap(Int.init)
}
