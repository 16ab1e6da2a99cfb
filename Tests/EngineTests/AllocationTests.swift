import CAllocations
import Engine
import Testing

private var isOptimized: Bool {
  #if DEBUG
  false
  #else
  true
  #endif
}

@Suite struct Allocations {
  // Each in a process of its own: the count is the process's, and other tests allocate.

  @Test(.enabled(if: allocations() >= 0 && isOptimized, "unoptimized Swift allocates"))
  func `a running program allocates nothing, on one thread or three`() async {
    await #expect(processExitsWith: .success) {
      let example = Network(batch: 700)
      let updates = zip(example.inputs.map(\.0), example.slopes).map {
        (input: $0, value: $0 - $1 * 0.01)
      }
      let program = Program(
        example.graph, outputs: [example.cost], updates: updates, threads: 3)
      for (tensor, values) in example.inputs { program.write(values, to: tensor) }
      let pool = WorkerPool(threads: 3)
      for step in 0..<UInt32(5) { program.run(seed: 1, step: step, on: pool) }
      let before = allocations()
      for step in 0..<UInt32(50) {
        program.run(seed: 1, step: step, on: pool)
        program.run(seed: 1, step: step)
      }
      let after = allocations()
      precondition(after == before, "\(after - before) allocations in 100 runs")
    }
  }

  @Test(.enabled(if: allocations() >= 0))
  func `an allocation is counted`() async {
    await #expect(processExitsWith: .success) {
      let before = allocations()
      var numbers = [Int](repeating: 0, count: 1_000)
      numbers[allocations() > 0 ? 1 : 2] = 3
      precondition(allocations() > before, "\(numbers[0])")
    }
  }
}
