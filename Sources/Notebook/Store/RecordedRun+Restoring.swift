internal import Adversarial
private import Experiments

// From values on disk back to a run that goes on.

extension RecordedRun {
  /// The run at its last recorded step: paused, finished or diverged as it was, with its whole
  /// past. It is not written down: see ``RunStore/recorder(for:)``.
  ///
  /// - Parameter goesOn: asked before every step that is executed again; false ends it.
  /// - Returns: the run, and what was amiss, a sentence each: a checkpoint that is not the run's,
  ///   whose place re-execution takes; or a step at which the re-executed run is another one
  ///   (``Run/strays``).
  /// - Throws: ``StoreError`` where the commands don't fit the run, of the kind `stopped` where an
  ///   end was wanted.
  public func restored(
    threads: Int, goesOn: (Run) -> Bool = { _ in true }
  ) throws(StoreError) -> (run: Run, remarks: [String]) {
    do {
      let run = try Run(experiment: page, preset: preset, threads: threads)
      run.id = id
      var reader = CheckpointReader(self, beside: run, threads: threads)
      let (newest, keyframes) = reader.read()
      var remarks = reader.remarks
      if let newest {
        let lives = newest.keyframe.columns.indices.map {
          life(column: $0, upTo: newest.keyframe.step)
        }
        try run.go(to: newest, lives, of: commands)
      }
      run.keyframes.adopt(keyframes.filter(isRegular))
      if let problem = try reexecute(run, goesOn) { remarks.append(problem) }
      run.stand()
      return (run, remarks)
    } catch let error as StoreError {
      throw error
    } catch {
      throw StoreError(.malformed, "\(error)").inFile(id)
    }
  }

  /// Executes again what follows, and compares every fingerprint on the way. Returns a sentence
  /// where one differs.
  private func reexecute(
    _ run: Run, _ goesOn: (Run) -> Bool
  ) throws(StoreError) -> String? {
    var witness = Witness(standings, from: run)
    var isStopped = false
    run.reexecute(commands, to: max(lastStep, run.step), including: true) { run in
      witness.look(at: run)
      isStopped = !goesOn(run)
      return !isStopped
    }
    guard !isStopped else { throw StoreError(.stopped, "\(id): stopped at step \(run.step)") }
    guard run.commands.count == commands.count, run.step >= lastStep || run.hasDiverged else {
      throw StoreError(
        .malformed, "command \(run.commands.count + 1) can't be done at step \(run.step)"
      ).inFile(CommandLog.name)
    }
    guard header.hasBitsOfThisMachine, let step = witness.strayed else { return nil }
    run.strays = step
    return "executed again, the run is another one than was recorded from step "
      + "\(Wording.count(step)) on: it can be looked at and is not written on"
  }

  /// A keyframe of the past is one of before anything was done at its step.
  private func isRegular(_ frame: Keyframe) -> Bool {
    frame.commandCount == 0 || commands[frame.commandCount - 1].step < frame.step
  }
}

/// Holds a run that is executed again against the rows that were written of it.
private struct Witness {
  private var rest: ArraySlice<Standing>
  /// The first row's step that differed.
  private(set) var strayed: Int?

  init(_ standings: [Standing], from run: Run) {
    rest = standings.drop {
      !Standing(
        step: run.step, commandCount: run.commands.count, status: .training, fingerprints: []
      ).isAtOrBefore(step: $0.step, commandCount: $0.commandCount)
    }
  }

  mutating func look(at run: Run) {
    while let next = rest.first, next.step <= run.step {
      guard next.step == run.step, next.commandCount >= run.commands.count else {
        // A row that the run has passed: its commands came later than it says.
        rest = rest.dropFirst()
        continue
      }
      guard next.commandCount == run.commands.count else { return }
      if strayed == nil, next.fingerprints != run.fingerprints { strayed = next.step }
      rest = rest.dropFirst()
    }
  }
}

extension Run {
  /// Puts a fresh run at a checkpoint.
  /// - Throws: ``DesignError`` where it fits no game of the page; nothing has changed then.
  fileprivate func go(
    to file: CheckpointFile, _ lives: [ModeLife], of commands: [StampedCommand]
  ) throws(DesignError) {
    let frame = file.keyframe
    let made = try columns(from: frame)
    for (column, history) in zip(made, file.histories) { column.inherit(history) }
    for (column, life) in zip(made, lives) { column.inherit(life) }
    columns = made
    self.commands = Array(commands.prefix(frame.commandCount))
    parted = frame.parted
  }
}
