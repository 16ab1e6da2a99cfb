private import Adversarial
internal import Experiments
private import Foundation
internal import Notebook
internal import Synchronization

/// Runs trials on some threads, a game on each, and tells how far they are.
struct TrialCourt {
  let pages: [Experiment]
  let seeds: [UInt64]
  let isQuick: Bool
  let jobs: Int

  /// One seed of one page.
  private struct Case: Sendable {
    let page: Experiment
    let trial: Trial
    let seed: UInt64
  }

  /// What the threads share.
  private final class Docket: Sendable {
    let open: Mutex<[Case]>
    let found = Mutex<[(page: String, seed: UInt64, finding: Finding)]>([])
    let steps = Atomic<Int>(0)
    let isStopped = Atomic<Bool>(false)
    let running: Atomic<Int>

    init(_ cases: [Case], jobs: Int) {
      open = Mutex(cases)
      running = Atomic(jobs)
    }
  }

  /// The ledger, a page an entry; what was stopped early is left out.
  func entries(stop: StopSignal) -> [LedgerEntry] {
    let cases = pages.flatMap { page in
      seeds.compactMap { seed in page.trial.map { Case(page: page, trial: $0, seed: seed) } }
    }
    // The longest trials first, so that no thread is left with one at the end.
    let ordered = cases.sorted { work($0) < work($1) }
    let docket = Docket(ordered, jobs: min(jobs, max(1, cases.count)))
    for _ in 0..<docket.running.load(ordering: .relaxed) { start(docket) }
    wait(for: docket, total: cases.reduce(0) { $0 + work($1) }, stop: stop)
    let found = docket.found.withLock { $0 }
    return pages.compactMap { page in
      page.trial.map { trial in
        LedgerEntry(
          page, trial,
          findings: found.filter { $0.page == page.name }.map { ($0.seed, $0.finding) },
          isQuick: isQuick)
      }
    }
  }

  private func work(_ item: Case) -> Int {
    (isQuick ? item.trial.quick.steps : item.trial.steps) * item.trial.arms.count
  }

  private func start(_ docket: Docket) {
    let isQuick = isQuick
    let thread = Thread {
      while !docket.isStopped.load(ordering: .relaxed),
        let next = docket.open.withLock({ $0.popLast() })
      {
        let finding = Self.finding(next, isQuick: isQuick, docket)
        docket.found.withLock { $0.append((next.page.name, next.seed, finding)) }
      }
      docket.running.subtract(1, ordering: .releasing)
    }
    thread.stackSize = 16 << 20
    thread.start()
  }

  private static func finding(_ item: Case, isQuick: Bool, _ docket: Docket) -> Finding {
    do {
      let trial = try TrialRun(
        page: item.page, trial: item.trial, seed: item.seed, isQuick: isQuick, threads: 1)
      while !docket.isStopped.load(ordering: .relaxed), try trial.advance() {
        docket.steps.add(1, ordering: .relaxed)
      }
      return trial.finding
    } catch {
      return Finding(holds: nil, number: .nan, words: error.description)
    }
  }

  /// Waits, with a calm line on the error stream.
  private func wait(for docket: Docket, total: Int, stop: StopSignal) {
    let watch = Stopwatch()
    var said = -1.0
    let pause = Console.isErrorTerminal ? 1.0 : 15.0
    while docket.running.load(ordering: .acquiring) > 0 {
      if stop.exitCode != nil { docket.isStopped.store(true, ordering: .relaxed) }
      Thread.sleep(forTimeInterval: 0.1)
      guard watch.seconds - said >= pause else { continue }
      said = watch.seconds
      let done = docket.steps.load(ordering: .relaxed)
      let count = docket.found.withLock { $0.count }
      let left = Double(total - done) * watch.seconds / Double(max(1, done))
      Console.remark(
        (Console.isErrorTerminal ? "\r" : "")
          + "\(count) of \(pages.count * seeds.count) trials, "
          + "\(Int(100 * Double(done) / Double(max(1, total)))) % of the steps, "
          + "\(ProgressLine.duration(left)) left   ",
        end: Console.isErrorTerminal ? "" : "\n")
    }
    if Console.isErrorTerminal {
      Console.remark("\r" + String(repeating: " ", count: 70) + "\r", end: "")
    }
  }
}
