private import Foundation
internal import Notebook

/// Many seeds over the cores: so many workers at a time, results as they come.
struct SeedFan {
  /// The arguments of a worker, without its seed.
  let arguments: [String]
  let jobs: Int

  /// What became of a seed.
  enum Outcome {
    case result(SeedResult)
    case failed(SeedTable.Failure)
  }

  /// Trains the seeds and hands in each outcome; returns when all have ended or a signal came.
  /// - Throws: ``Failure``, the workers ended, where none can be started or `take` throws one.
  func run(
    _ seeds: [UInt64], until stop: StopSignal, take: (Outcome) throws(Failure) -> Void
  ) throws(Failure) {
    var waiting = seeds[...]
    var workers: [Worker] = []
    // What has been trained by then is trained again by whoever resumes.
    defer { for worker in workers { worker.stop() } }
    while stop.exitCode == nil {
      while workers.count < jobs, let seed = waiting.popFirst() {
        workers.append(try start(seed))
      }
      guard !workers.isEmpty else { return }
      for ready in Self.ready(workers) {
        guard let end = ready.read() else { continue }
        workers.removeAll { $0 === ready }
        // Ctrl-C reaches workers and their parent at once, in any order.
        if [129, 130, 143].contains(end.code) { usleep(100_000) }
        guard stop.exitCode == nil else { return }
        try take(Self.outcome(ready.seed, end.said, end.code))
      }
    }
  }

  private func start(_ seed: UInt64) throws(Failure) -> Worker {
    try Worker(
      seed: seed, program: Surroundings.program, arguments: arguments + ["--seed", "\(seed)"])
  }

  /// The workers with news; empty after a quarter of a second.
  private static func ready(_ workers: [Worker]) -> [Worker] {
    var descriptors = workers.map { pollfd(fd: $0.output, events: Int16(POLLIN), revents: 0) }
    guard poll(&descriptors, nfds_t(descriptors.count), 250) > 0 else { return [] }
    return zip(workers, descriptors).filter { $0.1.revents != 0 }.map(\.0)
  }

  private static func outcome(_ seed: UInt64, _ said: String, _ code: Int32) -> Outcome {
    let last = said.split(whereSeparator: \.isNewline).last.map(String.init) ?? ""
    if code == 0, let result = try? SeedResult(line: last), result.seed == seed {
      return .result(result)
    }
    let words = last.hasPrefix("ganbook: ") ? String(last.dropFirst(9)) : last
    return .failed(
      SeedTable.Failure(seed: seed, reason: words.isEmpty ? "ended with code \(code)" : words))
  }
}
