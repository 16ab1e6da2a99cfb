internal import Adversarial
internal import Engine

/// A workload in training: what a session does at each step, and nothing that people look at.
final class Training {
  let program: TracedProgram
  private let pool: WorkerPool
  private let seed: UInt64
  private(set) var step = 0
  private(set) var curves: [Float] = []

  /// Traces, compiles, and draws the initial values.
  init(_ workload: Workload, seed: UInt64 = 1, threads: Int) {
    self.seed = seed
    pool = WorkerPool(threads: threads)
    let traced = workload.step()
    program = TracedProgram(traced, threads: threads)
    program.values = traced.initialValues(seed: seed)
    program.store(workload.settings)
  }

  /// What a step is made of.
  var parts: [Program.Part] { program.program.parts }

  /// A step on this thread that tells of each of its ``parts`` when it is done.
  func advance(telling done: (Int) -> Void) {
    program.program.run(seed: seed, step: UInt32(truncatingIfNeeded: step), telling: done)
    step += 1
  }

  func advance() {
    program.run(seed: seed, step: step, on: pool)
    step += 1
    curves = program.curves
  }
}
