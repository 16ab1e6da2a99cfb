private import Adversarial
private import Experiments

extension Run {
  /// Applies a command at this step boundary; it is written down before it takes effect.
  /// - Throws: ``CommandError`` where it can't be done; nothing has changed then.
  public func apply(_ command: Command) throws(CommandError) {
    switch command {
    case .set(let name, let setting): try set(name, to: setting, as: command)
    case .restart(let seed): try restart(seed: seed, as: command)
    case .advance(let steps): try goOn(for: steps, as: command)
    case .pause:
      note(command)
      stepsToPause = nil
      if status == .training { status = .paused }
    case .resume:
      try checkAlive()
      note(command)
      stepsToPause = nil
      askForMore(preset.steps)
      status = .training
    case .stepPlayer(let player):
      try checkAlive()
      note(command)
      askForMore(1)
      move(player)
    }
  }

  private func set(
    _ name: String, to setting: Setting, as command: Command
  ) throws(CommandError) {
    var changed = settings
    do {
      try changed.set(name, to: setting)
    } catch {
      throw CommandError(error.sentence())
    }
    let design = try design(changed)
    note(command)
    let isRebuilt = !changed.sharesStructure(with: settings)
    settings = changed
    session.adopt(design: design, settings: changed)
    if isRebuilt { measureAnew() }
  }

  private func restart(seed: UInt64, as command: Command) throws(CommandError) {
    let design = try design(settings)
    note(command)
    session = Session(design: design, settings: settings, seed: seed, threads: threads)
    measureAnew()
    history = Self.emptyHistory(session, measures.values)
    target = preset.steps
    stepsToPause = nil
    status = .training
  }

  private func goOn(for steps: Int, as command: Command) throws(CommandError) {
    try checkAlive()
    guard (1...Preset.mostSteps).contains(steps) else {
      throw CommandError("a run can't advance by \(steps) steps")
    }
    note(command)
    stepsToPause = steps
    askForMore(steps)
    status = .training
  }

  private func move(_ player: Command.Player) {
    stepsToPause = nil
    status = .paused
    session.advance(player)
    finishStep()
  }

  // MARK: Shared

  private func note(_ command: Command) {
    commands.append(StampedCommand(step: step, command: command))
  }

  /// A run that has taken its steps goes on when a person says so.
  private func askForMore(_ steps: Int) {
    if status == .finished { target = step + steps }
  }

  private func checkAlive() throws(CommandError) {
    guard case .diverged(let step) = status else { return }
    throw CommandError(
      "the run diverged at step \(Wording.count(step)); turn a knob back and start it again")
  }

  private func design(_ settings: Settings) throws(CommandError) -> Design {
    do {
      return try experiment.design(settings)
    } catch {
      throw CommandError(error.description)
    }
  }
}
