private import Adversarial
private import Experiments

extension Run {
  /// Applies a command at this step boundary; it is written down before it takes effect.
  /// - Throws: ``CommandError`` where it can't be done; nothing has changed then.
  public func apply(_ command: Command) throws(CommandError) {
    let command = command.recordable
    try CommandLog.check(command)
    switch command {
    case .set(let name, let setting, let column):
      try set(name, to: setting, in: column, as: command)
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
    case .twin(let original): try twin(of: original, as: command)
    case .answer: note(command)
    case .mark(let past), .note(_, let past):
      guard (0...step).contains(past ?? step) else {
        throw CommandError("step \(past ?? step) has not come yet; the run is at \(step)")
      }
      note(command)
    }
  }

  /// The most columns that a run can have: more would not fit a screen.
  public static let mostColumns = 4

  private func set(
    _ name: String, to setting: Setting, in column: Int?, as command: Command
  ) throws(CommandError) {
    let targets = try column.map { index throws(CommandError) in [try self.column(index)] }
    var changes: [(RunColumn, any Game, Settings)] = []
    for target in targets ?? columns {
      var changed = target.settings
      do {
        try changed.set(name, to: setting)
      } catch {
        throw CommandError(error.sentence())
      }
      let next = try design(changed)
      guard next.follows(try design(target.settings)) else {
        throw CommandError(
          "'\(name)' chooses another kind of game, which begins with a run of its own: start a "
            + "preset of it")
      }
      changes.append((target, next, changed))
    }
    do {
      let all = columns.map { own in changes.first { $0.0 === own }?.2 ?? own.settings }
      try experiment.checkSides(all)
    } catch {
      throw CommandError(error.description)
    }
    note(command)
    for (target, design, changed) in changes { target.adopt(design, changed) }
    // Nothing else takes them while it stands still.
    if status != .training { measure() }
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

  private func move(_ player: Player) {
    stepsToPause = nil
    status = .paused
    for column in columns { column.advance(player) }
    finishStep()
  }

  private func twin(of original: Int, as command: Command) throws(CommandError) {
    let source = try column(original)
    guard columns.count < Self.mostColumns else {
      throw CommandError("a run has at most \(Self.mostColumns) columns")
    }
    let frame = source.frame
    do {
      let title = "twin \(columns.count)"
      let copy = try RunColumn(
        experiment, Preset.Column(title: title, settings: source.settings), seed: seed,
        threads: threads)
      try copy.restore(frame, try experiment.design(source.settings))
      copy.inherit(source)
      note(command)
      columns.append(copy)
    } catch {
      throw CommandError(error.description)
    }
  }

  // MARK: Shared

  private func note(_ command: Command) {
    let stamped = StampedCommand(step: step, command: command)
    recorder?.record(stamped)
    commands.append(stamped)
  }

  private func column(_ index: Int) throws(CommandError) -> RunColumn {
    guard columns.indices.contains(index) else {
      throw CommandError("the run has no column \(index + 1), only \(columns.count)")
    }
    return columns[index]
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

  private func design(_ settings: Settings) throws(CommandError) -> any Game {
    do {
      return try experiment.design(settings)
    } catch {
      throw CommandError(error.description)
    }
  }
}
