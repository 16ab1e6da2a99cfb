public import Adversarial
private import Experiments

// Going back: the nearest keyframe, and exact re-execution from there.

extension Run {
  /// The run as a value at this step.
  var keyframe: Keyframe {
    Keyframe(
      step: step, columns: columns.map(\.frame), commandCount: commands.count, parted: parted)
  }

  func keep(_ frame: Keyframe) {
    keyframes.keep(frame)
    recorder?.record(frame, histories)
  }

  /// What a screen shows of an earlier step. The curves reach to the live step; the picture, the
  /// values and the settings are those of the step in view.
  ///
  /// - Parameter past: clamped to 0 … the step that training has reached.
  public func moment(at past: Int, _ look: PlaneLook) -> Moment {
    let goal = min(max(0, past), step)
    guard goal < step, let shown = try? replica(at: goal) else { return moment(look) }
    shown.measure()
    var moment = shown.moment(look)
    for (index, column) in columns.enumerated() where index < moment.columns.count {
      moment.columns[index].history = column.history
      moment.columns[index].life = column.life
    }
    moment.steps = target
    moment.status = .paused
    moment.time = .init(
      live: step, commands: commands, keyframes: keyframes.frames.map(\.step), parted: parted)
    moment.id = id
    return moment
  }

  /// The same, D's field sampled at the centres of so many cells.
  public func moment(at past: Int, fieldColumns: Int, fieldRows: Int) -> Moment {
    moment(at: past, PlaneLook(columns: fieldColumns, rows: fieldRows))
  }

  /// A new run that is at an earlier step what this one was, with the same past: it goes on
  /// exactly as this one did until something is done to it. It is paused.
  ///
  /// - Throws: ``DesignError`` where the games of that time cannot be built any more.
  public func fork(at past: Int) throws(DesignError) -> Run {
    let goal = min(max(0, past), step)
    let start = try copy(from: nearest(to: goal))
    start.keyframes = keyframes.upTo(start.step)
    start.keepsKeyframes = true
    start.reexecute(commands, to: goal)
    start.stand()
    for (column, parent) in zip(start.columns, columns) {
      column.inherit(parent, upTo: goal)
    }
    return start
  }

  /// The second run, brought to a step: onwards from where it is, or from the nearest keyframe.
  private func replica(at goal: Int) throws(DesignError) -> Run {
    let frame = nearest(to: goal)
    if let held = replica, held.step <= goal, held.step >= frame.step,
      held.commands.count <= commands.count
    {
      held.reexecute(commands, to: goal)
      return held
    }
    if let held = replica, try held.go(to: frame, of: commands) {
      held.reexecute(commands, to: goal)
      return held
    }
    let made = try copy(from: frame)
    replica = made
    made.reexecute(commands, to: goal)
    return made
  }

  private func nearest(to step: Int) -> Keyframe {
    keyframes.nearest(to: step) ?? keyframes.frames[0]
  }

  /// Puts this run at a keyframe of a run with these commands; false where the columns differ.
  private func go(
    to frame: Keyframe, of commands: [StampedCommand]
  ) throws(DesignError) -> Bool {
    guard frame.columns.count == columns.count else { return false }
    for (column, wanted) in zip(columns, frame.columns) {
      try column.restore(wanted, try experiment.design(wanted.settings))
    }
    self.commands = Array(commands.prefix(frame.commandCount))
    parted = frame.parted
    status = .training
    return true
  }

  /// A run of its own at a keyframe of this one.
  private func copy(from frame: Keyframe) throws(DesignError) -> Run {
    let run = Run(experiment, preset, threads, try columns(from: frame))
    run.commands = Array(commands.prefix(frame.commandCount))
    run.parted = frame.parted
    run.target = .max
    run.keepsKeyframes = false
    return run
  }

  func columns(from frame: Keyframe) throws(DesignError) -> [RunColumn] {
    try frame.columns.map { column throws(DesignError) in
      let made = try RunColumn(
        experiment, Preset.Column(title: column.title, settings: column.settings), seed: seed,
        threads: threads)
      try made.restore(column, try experiment.design(column.settings))
      return made
    }
  }

  /// Goes on to a step with the commands that followed. Pauses take no steps and are passed over;
  /// what was done at the goal itself has not happened yet, unless it is included.
  ///
  /// - Parameter goesOn: asked before every command and every step; false ends it.
  func reexecute(
    _ all: [StampedCommand], to goal: Int, including: Bool = false,
    goesOn: (Run) -> Bool = { _ in true }
  ) {
    target = .max
    while goesOn(self) {
      if commands.count < all.count {
        let next = all[commands.count]
        // A player's own move begins at its stamp and ends one step on.
        if next.step == step, including || next.step < goal {
          guard (try? apply(next.command)) != nil else { return }
          stepsToPause = nil
          if status == .paused { status = .training }
          continue
        }
      }
      guard step < goal, advance() else { return }
    }
  }

  /// Whether no column can train any further.
  var hasDiverged: Bool { columns.allSatisfy { $0.status != .training } }

  /// Stands still after re-execution, as the run that was recorded would: finished where it had
  /// taken the steps it was asked for, diverged where it had, paused everywhere else. Its measures
  /// are those of the step it stands at.
  func stand() {
    stepsToPause = nil
    target = Self.target(of: preset, after: commands)
    if hasDiverged {
      status = .diverged(step: step)
    } else {
      status = step >= target ? .finished : .paused
    }
    target = max(target, step)
    measure()
  }

  /// The steps that a run is asked for after these commands: going on after its end asks for more.
  static func target(of preset: Preset, after commands: [StampedCommand]) -> Int {
    commands.reduce(preset.steps) { target, stamped in
      guard stamped.step >= target else { return target }
      switch stamped.command {
      case .resume: return stamped.step + preset.steps
      case .advance(let steps): return stamped.step + steps
      case .stepPlayer: return stamped.step + 1
      case .set, .pause, .twin, .mark, .note, .answer: return target
      }
    }
  }
}
