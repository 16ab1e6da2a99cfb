import Synchronization
import Testing

@testable import Engine

/// Threads that wait for jobs, far more of them than processors.
@Suite struct WorkerPoolTests {
  private final class Tally: Sendable {
    let calls = Atomic(0)
    let numbers = Atomic(0)
  }

  @Test(.timeLimit(.minutes(2)))
  func `every job is called once on each of its threads, whoever sleeps meanwhile`() {
    let pool = WorkerPool(threads: 24)
    let tally = Tally()
    var (calls, numbers) = (0, 0)
    for round in 0..<1_500 {
      let threads = [24, 3, 11, 1, 17][round % 5]
      pool.run(threads: threads) { thread in
        tally.calls.add(1, ordering: .relaxed)
        tally.numbers.add(thread, ordering: .relaxed)
      }
      calls += threads
      numbers += threads * (threads - 1) / 2
      #expect(tally.calls.load(ordering: .relaxed) == calls)
      #expect(tally.numbers.load(ordering: .relaxed) == numbers)
    }
  }

  @Test func `a pool that nobody holds lets its threads go`() {
    for threads in 1...8 {
      let pool = WorkerPool(threads: threads)
      let tally = Tally()
      pool.run(threads: threads) { _ in tally.calls.add(1, ordering: .relaxed) }
      #expect(tally.calls.load(ordering: .relaxed) == threads)
    }
  }
}
