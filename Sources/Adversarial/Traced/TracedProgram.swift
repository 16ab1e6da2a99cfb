package import Engine

/// A traced step as a program, and the numbers that it holds between steps.
package final class TracedProgram {
  package let step: TracedStep
  package let program: Program
  /// Values that this step does not use (the other player's optimizer, where one moves alone) and
  /// only passes on.
  private var idle: [Int: [Float]] = [:]

  package init(_ step: TracedStep, threads: Int) {
    self.step = step
    program = Program(step.graph, outputs: [step.curves], updates: step.updates, threads: threads)
  }

  /// All variables' values, in declared order.
  package var values: [[Float]] {
    get { step.variables.indices.map(value) }
    set {
      for (index, (variable, numbers)) in zip(step.variables, newValue).enumerated() {
        if program.uses(variable.tensor) {
          program.write(numbers, to: variable.tensor)
        } else {
          idle[index] = numbers
        }
      }
    }
  }

  /// One variable's value, by its place among them.
  func value(_ index: Int) -> [Float] {
    idle[index] ?? program.read(step.variables[index].tensor)
  }

  package func store(_ settings: Settings) {
    for (value, tensor) in step.scalars { program.write([value(settings)], to: tensor) }
  }

  package func run(seed: UInt64, step number: Int, on pool: WorkerPool) {
    if let clock = step.clock { program.write([Float(number)], to: clock) }
    program.run(seed: seed, step: UInt32(truncatingIfNeeded: number), on: pool)
  }

  package var curves: [Float] { program.read(step.curves) }
  var summary: String { program.summary }
  package var byteCount: Int { program.byteCount }
}
