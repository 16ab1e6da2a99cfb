internal import Adversarial
private import Experiments

/// What came out of re-executing a recorded run and comparing every fingerprint.
public enum Verification: Sendable, Equatable {
  /// Every fingerprint was the recorded one.
  case same(fingerprints: Int, steps: Int)
  /// The first step where they differ, and the last one before it where they did not.
  case parted(step: Int, after: Int)
  /// It was recorded on kernels with another kind of bits: a difference was to be expected.
  case otherKernel(String, step: Int)
  /// A command can't be done where the recording has it.
  case stuck(step: Int)
  /// Somebody wanted an end.
  case stopped(step: Int)

  /// Whether the recording is what it says.
  public var isSame: Bool { if case .same = self { true } else { false } }
}

extension RecordedRun {
  /// Re-executes the run from its beginning and compares every fingerprint.
  ///
  /// - Parameter goesOn: asked now and then, with the run as it stands; false ends it.
  /// - Throws: ``StoreError`` where the preset describes no game.
  public func verify(
    threads: Int, goesOn: (Run) -> Bool = { _ in true }
  ) throws(StoreError) -> Verification {
    let run: Run
    do {
      run = try Run(experiment: page, preset: preset, threads: threads)
    } catch {
      throw StoreError(.malformed, "\(error)").inFile(id)
    }
    run.keepsKeyframes = false
    var last = 0
    for standing in standings {
      guard run.replay(commands, to: standing, goesOn: goesOn) else {
        return goesOn(run) ? .stuck(step: run.step) : .stopped(step: run.step)
      }
      guard run.fingerprints == standing.fingerprints else {
        return header.hasBitsOfThisMachine
          ? .parted(step: standing.step, after: last)
          : .otherKernel(header.kernel, step: standing.step)
      }
      last = standing.step
    }
    let applied = run.replay(commands, to: lastStep) { _ in goesOn(run) }
    guard applied else { return .stuck(step: run.step) }
    return .same(fingerprints: standings.count, steps: lastStep)
  }
}

extension Run {
  /// Goes on to a step, after all commands up to it; false where it can't or may not.
  public func replay(
    _ recording: [StampedCommand], to step: Int, goesOn: (Run) -> Bool
  ) -> Bool {
    let count = recording.lastIndex { $0.step <= step }.map { $0 + 1 } ?? 0
    let standing = Standing(step: step, commandCount: count, status: .training, fingerprints: [])
    return replay(recording, to: standing, goesOn: goesOn)
  }

  /// Goes on to where a run stood; false where it can't or may not.
  func replay(
    _ recording: [StampedCommand], to standing: Standing, goesOn: (Run) -> Bool
  ) -> Bool {
    while true {
      let next = commands.count < standing.commandCount ? recording[commands.count] : nil
      if let next, next.step == step {
        guard (try? apply(next.command)) != nil else { return false }
      } else {
        guard step < standing.step else { return step == standing.step && next == nil }
        guard goesOn(self), advance() else { return false }
      }
    }
  }
}
