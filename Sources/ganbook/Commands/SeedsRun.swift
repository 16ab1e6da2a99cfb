internal import ArgumentParser
internal import Notebook

/// A preset with many seeds: results as they come, then the table.
struct SeedsRun {
  let preset: Preset
  let configuration: String
  /// The arguments of every worker: the preset, its changes, threads and notebook.
  let arguments: [String]
  let options: SeedsOptions
  let json: Bool

  /// Trains what is missing and prints the results.
  /// - Throws: ``Failure``, or the exit code where a seed brought no result or a signal came.
  func run(_ seeds: [UInt64], until stop: StopSignal) throws {
    var results = SeedResults()
    var file = try options.file.map { path throws(Failure) in
      try ResultsFile(path: path, results: &results)
    }
    try checkConfiguration(of: results)
    let missing = seeds.filter { !results.has($0) }
    remarkOnResumption(seeds.count - missing.count, of: seeds.count)
    let fan = SeedFan(
      arguments: ["run"] + arguments + ["--json", "--worker"],
      jobs: options.jobCount)
    var failures: [SeedTable.Failure] = []
    try fan.run(missing, until: stop) { outcome throws(Failure) in
      switch outcome {
      case .result(let result):
        try file?.append(result.line)
        try Self.add(result, to: &results)
        if json { try Console.print(json: result.line) }
      case .failed(let failure): failures.append(failure)
      }
      let done = seeds.filter(results.has).count + failures.count
      remark(outcome, done: done, of: seeds.count)
    }
    if !json { try Console.print(SeedTable(results, failures: failures).text) }
    if let code = stop.exitCode { throw ExitCode(code) }
    guard failures.isEmpty else {
      throw Failure(.software, "\(failures.count) of \(seeds.count) seeds brought no result")
    }
  }

  /// Results that stand in the file already must be of this preset.
  private func checkConfiguration(of results: SeedResults) throws(Failure) {
    guard let first = results.results.first, first.configuration != configuration else { return }
    throw Failure(
      .data,
      "the results file is of '\(Wording.line(first.configuration))', not of '\(configuration)'")
  }

  private static func add(
    _ result: SeedResult, to results: inout SeedResults
  ) throws(Failure) {
    do { try results.add(result) } catch { throw Failure(.software, error.description) }
  }

  // MARK: Remarks

  private func remarkOnResumption(_ count: Int, of all: Int) {
    guard count > 0 else { return }
    Console.remark("\(count) of \(all) seeds have their results already")
  }

  private func remark(_ outcome: SeedFan.Outcome, done: Int, of all: Int) {
    switch outcome {
    case .result(let result):
      Console.remark("\(done) of \(all): seed \(result.seed) \(result.status)")
    case .failed(let failure):
      Console.remark("\(done) of \(all): seed \(failure.seed) failed: \(failure.reason)")
    }
  }
}
