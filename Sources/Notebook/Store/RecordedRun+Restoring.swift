internal import Adversarial
private import Experiments

// From values on disk back to a run that goes on.

extension RecordedRun {
  /// The run at its last recorded step: paused, finished or diverged as it was, with its whole
  /// past. It is not written down: see ``RunStore/recorder(for:)``.
  ///
  /// - Returns: the run, and what was amiss with its checkpoints, a sentence each: re-execution
  ///   takes their place.
  /// - Throws: ``StoreError`` where the commands don't fit the run.
  public func restored(threads: Int) throws(StoreError) -> (run: Run, remarks: [String]) {
    var (files, remarks) = readCheckpoints()
    do {
      let run = try Run(experiment: page, preset: preset, threads: threads)
      run.id = id
      while let newest = files.last {
        let lives = newest.keyframe.columns.indices.map {
          life(column: $0, upTo: newest.keyframe.step)
        }
        guard try run.go(to: newest, lives, of: commands) else {
          remarks.append("the checkpoint of step \(newest.keyframe.step) does not fit")
          files.removeLast()
          continue
        }
        break
      }
      run.keyframes.adopt(files.map(\.keyframe).filter(isRegular))
      run.reexecute(commands, to: max(lastStep, run.step), including: true)
      guard run.commands.count == commands.count, run.step >= lastStep || run.hasDiverged else {
        throw StoreError(
          .malformed, "command \(run.commands.count + 1) can't be done at step \(run.step)"
        ).inFile(CommandLog.name)
      }
      run.stand()
      return (run, remarks)
    } catch let error as StoreError {
      throw error
    } catch {
      throw StoreError(.malformed, "\(error)").inFile(id)
    }
  }

  /// The checkpoints that can be read and belong to these commands, ascending.
  private func readCheckpoints() -> (files: [CheckpointFile], remarks: [String]) {
    var files: [CheckpointFile] = []
    var remarks: [String] = []
    for step in checkpoints {
      do {
        let file = try CheckpointFolder.read(step: step, in: folder, page: page)
        if belongs(file.keyframe) { files.append(file) }
      } catch {
        remarks.append("\(error); re-execution takes its place")
      }
    }
    return (files, remarks)
  }

  private func belongs(_ frame: Keyframe) -> Bool {
    guard frame.commandCount <= commands.count else { return false }
    let isAfter = frame.commandCount == 0 || commands[frame.commandCount - 1].step <= frame.step
    let isBefore =
      frame.commandCount == commands.count || commands[frame.commandCount].step >= frame.step
    return isAfter && isBefore
  }

  /// A keyframe of the past is one of before anything was done at its step.
  private func isRegular(_ frame: Keyframe) -> Bool {
    frame.commandCount == 0 || commands[frame.commandCount - 1].step < frame.step
  }
}

extension Run {
  var hasDiverged: Bool { columns.allSatisfy { $0.status != .training } }

  /// Puts a fresh run at a checkpoint; false where it fits no game of the page.
  fileprivate func go(
    to file: CheckpointFile, _ lives: [ModeLife], of commands: [StampedCommand]
  ) throws -> Bool {
    let frame = file.keyframe
    guard let made = try? columns(from: frame) else { return false }
    for (column, history) in zip(made, file.histories) { column.inherit(history) }
    for (column, life) in zip(made, lives) { column.inherit(life) }
    columns = made
    self.commands = Array(commands.prefix(frame.commandCount))
    parted = frame.parted
    return true
  }
}
