internal import ArgumentParser
internal import Notebook

/// Re-executes recorded runs and compares every fingerprint.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Re-execute recorded runs and compare every fingerprint.",
    discussion: """
      Ends with 0 where every run is what its recording says, with 1 where one parts from it, \
      and names the step.
      """)

  @Argument(help: "Names of recorded runs.")
  var runs: [String] = []

  @Flag(help: "Every run of the notebook.")
  var all = false

  @OptionGroup var notebook: NotebookOption
  @OptionGroup var threads: ThreadsOption

  func run() throws {
    let store = try notebook.store()
    guard all != !runs.isEmpty else {
      throw Failure(.usage, "verify wants the names of runs, or --all")
    }
    let stop = StopSignal()
    var code: Int32 = 0
    for id in all ? store.ids : runs {
      code = max(code, try verify(id, in: store, stop))
      if let signal = stop.exitCode { throw ExitCode(signal) }
    }
    if code != 0 { throw ExitCode(code) }
  }

  /// Returns the exit code for one run.
  private func verify(_ id: String, in store: RunStore, _ stop: StopSignal) throws -> Int32 {
    let outcome: Verification
    do throws(StoreError) {
      let recorded = try store.open(id)
      for remark in recorded.remarks { Console.remark("ganbook: \(id): \(remark)") }
      outcome = try recorded.verify(threads: threads.count) { _ in stop.exitCode == nil }
    } catch {
      guard all || runs.count > 1 else { throw Failure(error) }
      try Console.print("\(id): can't be verified: \(error.description)")
      return 1
    }
    try Console.print("\(id): \(Self.sentence(outcome))")
    return outcome.isSame ? 0 : 1
  }

  private static func sentence(_ outcome: Verification) -> String {
    switch outcome {
    case .same(let count, let steps):
      "the same to the bit: \(Wording.count(count)) fingerprints in \(Wording.count(steps)) steps"
    case .parted(let step, let after):
      "PARTS at step \(Wording.count(step)): the last fingerprint that agrees is that of step "
        + "\(Wording.count(after))"
    case .otherKernel(let kernel, let step):
      "differs at step \(Wording.count(step)), as it must: recorded with \(kernel) kernels, whose "
        + "bits are not those of \(Run.kernel)"
    case .stuck(let step):
      "PARTS at step \(Wording.count(step)): what was recorded there can't be done"
    case .stopped(let step): "stopped at step \(Wording.count(step)), the same until there"
    }
  }
}
