internal import Adversarial
public import Experiments

// What a kept number is a number of: whoever changes the game or the rule gets it anew.

extension Trial {
  /// A hash of the rule, its steps and its games: kept findings are of this trial or of none.
  public func key(on page: Experiment) -> String {
    let words =
      [page.name, rule, quantity, "\(steps)", "\(quick.steps)"]
      + arms.map { arm in
        "\(arm.title) \(arm.key(on: page))" + (arm.steps.map { " \($0) steps" } ?? "")
      }
      // What is found stays found where a rule asks every seed.
      + (quorum == .everySeed ? [] : ["held \(quorum.held), failed \(quorum.failed)"])
    return RunSummary.hexadecimal(Fingerprint.of(words.joined(separator: "\n").utf8))
  }
}

extension Trial.Arm {
  /// A hash of the game: every knob of it, and how often it is measured.
  func key(on page: Experiment) -> String {
    let settings = (try? settings(on: page)) ?? Settings(page.hyperparameters)
    let words =
      [page.name, "\(Run.measureInterval)"]
      // What is found stays found where nobody has data of their own.
      + settings.pairs.filter { $0.setting != .choice(DataForm.noneText) }.map {
        "\($0.hyperparameter.name)=\(Wording.setting($0.setting))"
      }
      + turns.map { "\($0.step): \($0.knob.name)=\(Wording.setting($0.knob.setting))" }
    return RunSummary.hexadecimal(Fingerprint.of(words.joined(separator: "\n").utf8))
  }

  /// The page's defaults with this arm's knobs turned.
  /// - Throws: ``DesignError`` where it has a knob that the page has not.
  func settings(on page: Experiment) throws(DesignError) -> Settings {
    var settings = Settings(page.hyperparameters)
    for knob in knobs { try Self.turn(knob, in: &settings, of: page) }
    return settings
  }

  /// - Throws: ``DesignError`` where a knob that is turned while it trains can't be.
  func checkTurns(on page: Experiment) throws(DesignError) {
    var settings = try settings(on: page)
    for turn in turns {
      let before = try page.design(settings)
      try Self.turn(turn.knob, in: &settings, of: page)
      guard try page.design(settings).follows(before) else {
        throw DesignError(
          "the trial of '\(page.name)': '\(turn.knob.name)' chooses another kind of game, which "
            + "can't be turned to at step \(turn.step)")
      }
    }
  }

  private static func turn(
    _ knob: Trial.Knob, in settings: inout Settings, of page: Experiment
  ) throws(DesignError) {
    do {
      try settings.set(knob.name, to: knob.setting)
    } catch {
      throw DesignError("the trial of '\(page.name)': " + error.sentence())
    }
  }
}
