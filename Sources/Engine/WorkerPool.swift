internal import CKernels
internal import Dispatch
private import Foundation
internal import Synchronization

/// Threads that wait for programs to run. One pool serves any number of programs, one at a time.
///
/// A worker that has had nothing to do for about 50 µs sleeps; between the steps of a running
/// program it spins instead, because waking a sleeper costs more than a small step.
public final class WorkerPool: Sendable {
  /// Threads that take part in a run, the caller's included.
  public let threads: Int
  private let shared: Shared

  private struct Job {
    var threads: Int
    var body: @Sendable (Int) -> Void
  }

  private final class Shared: Sendable {
    let job = Mutex<Job?>(nil)
    let generation = Atomic<Int>(0)
    let running = Atomic<Int>(0)
    let stopped = Atomic<Bool>(false)
    let beds: [Bed]

    init(workers: Int) { beds = (0..<workers).map { _ in Bed() } }

    /// Begins a new generation, and wakes whoever sleeps.
    func call() {
      generation.add(1, ordering: .sequentiallyConsistent)
      for bed in beds where bed.isTaken.exchange(false, ordering: .sequentiallyConsistent) {
        bed.wake.signal()
      }
    }
  }

  /// Where one worker sleeps. Each has its own: a worker that is quick to sleep again would take
  /// another's call.
  private final class Bed: Sendable {
    let isTaken = Atomic<Bool>(false)
    let wake = DispatchSemaphore(value: 0)
  }

  /// - Parameter threads: at least one; the others are started now.
  public init(threads: Int) {
    precondition(threads >= 1 && threads <= 256, "a pool of \(threads) threads")
    self.threads = threads
    shared = Shared(workers: threads - 1)
    for index in 1..<max(threads, 1) {
      let shared = shared
      let thread = Thread { Self.serve(shared, index) }
      thread.stackSize = 1 << 20
      thread.name = "ganbook worker \(index)"
      thread.start()
    }
  }

  deinit {
    shared.stopped.store(true, ordering: .releasing)
    shared.call()
  }

  /// Calls `body` once on each of some threads, with numbers from 0, and returns when all are
  /// done. Thread 0 is the caller's.
  /// - Parameter count: how many take part; the others come and go.
  func run(threads count: Int, _ body: @escaping @Sendable (Int) -> Void) {
    guard threads > 1 else { return body(0) }
    shared.job.withLock { $0 = Job(threads: count, body: body) }
    shared.running.store(threads - 1, ordering: .relaxed)
    shared.call()
    body(0)
    var spins = 0
    while shared.running.load(ordering: .acquiring) > 0 {
      spins += 1
      if spins < 2_000 { ck_pause() } else { _ = sched_yield() }
    }
  }

  private static func serve(_ shared: Shared, _ index: Int) {
    var seen = 0
    while true {
      wait(for: shared, beyond: seen, in: shared.beds[index - 1])
      seen = shared.generation.load(ordering: .acquiring)
      if shared.stopped.load(ordering: .acquiring) { return }
      if let job = shared.job.withLock({ $0 }), index < job.threads { job.body(index) }
      shared.running.subtract(1, ordering: .releasing)
    }
  }

  private static func wait(for shared: Shared, beyond seen: Int, in bed: Bed) {
    for _ in 0..<2_000 {
      if shared.generation.load(ordering: .acquiring) != seen { return }
      ck_pause()
    }
    // A call that is still going round may wake whoever has answered it and sleeps again.
    while shared.generation.load(ordering: .sequentiallyConsistent) == seen {
      bed.isTaken.store(true, ordering: .sequentiallyConsistent)
      let isCalled = shared.generation.load(ordering: .sequentiallyConsistent) != seen
      // Up again before anybody saw it asleep: nobody will signal.
      if isCalled, bed.isTaken.exchange(false, ordering: .sequentiallyConsistent) { return }
      bed.wake.wait()
    }
  }
}
