internal import ArgumentParser
internal import Notebook

/// Measures the engine on the work that other programs are measured on.
struct BenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench",
    abstract: "Measure how fast the engine trains.",
    discussion: """
      Workloads: \((Workload.names + ScreenRow.names).joined(separator: ", ")); K is a number of \
      inner steps. The peak is that of one core, measured; a share of it counts every thread. \
      screen is the share of its speed that a run keeps under the full screen of 120×40.

        ganbook bench --json > before.json
        ganbook bench --against before.json      ends with 1 where something became slower
        ganbook bench --profile --workload ring  where the time of a step goes
        ganbook bench --sweep                    how cost grows with batch, width, K and modes
      """)

  @Option(
    name: .customLong("workload"),
    help: "A workload; may be repeated. \"all\" are those that the peers are measured on.")
  var workloads: [String] = []

  @OptionGroup var threads: ThreadsOption

  @Option(
    name: .customLong("seconds"), parsing: .unconditional,
    help: "Seconds of one repeat (default: 1.5).",
    transform: { try Arguments.number($0, in: 0.01...600) })
  var givenSeconds: Double?

  @Option(
    name: .customLong("repeats"), parsing: .unconditional,
    help: "Repeats, of which the median, least and most are told (default: 7).",
    transform: { try Arguments.whole($0, in: 1...1_000) })
  var givenRepeats: Int?

  @Flag(help: "Print one JSON object.")
  var json = false

  @Option(
    help: ArgumentHelp(
      "A result of --json to compare with; given twice, the second is compared with the first.",
      valueName: "file"))
  var against: [String] = []

  @Flag(help: "Tell where the time of one step goes, by segment and kernel, on one thread.")
  var profile = false

  @Flag(help: "Tell how time and memory grow with batch, width, K and modes, on the ring.")
  var sweep = false

  func validate() throws {
    if against.count > 2 { throw ValidationError("--against compares two results at most") }
    if [profile, sweep, !against.isEmpty].filter(\.self).count > 1 {
      throw ValidationError("--profile, --sweep and --against go one at a time")
    }
    if json, against.count == 2 { throw ValidationError("a comparison is told in words alone") }
    try checkUse()
  }

  /// What is not measured has no use for some options.
  private func checkUse() throws {
    let isGiven = [
      "--workload": !workloads.isEmpty, "--threads": threads.threads != nil,
      "--seconds": givenSeconds != nil, "--repeats": givenRepeats != nil,
    ]
    let (mode, unused) =
      profile
      ? ("--profile", ["--threads", "--repeats"])
      : sweep
        ? ("--sweep", ["--workload", "--repeats"])
        : against.count == 2
          ? ("a comparison of two files", ["--workload", "--threads", "--seconds", "--repeats"])
          : ("", [])
    for option in unused where isGiven[option] == true {
      throw ValidationError("\(mode) has no use for \(option)")
    }
  }

  private var seconds: Double { givenSeconds ?? 1.5 }
  private var repeats: Int { givenRepeats ?? 7 }

  func run() throws {
    if profile { return try printProfiles() }
    if sweep { return try printSweep() }
    let before = try against.map(BenchResult.init(file:))
    let now = before.count == 2 ? before[1] : try measure()
    guard let before = before.first else { return }
    let comparison = BenchComparison(before: before, now: now)
    if json { Console.remark(comparison.text) } else { try Console.print(comparison.text) }
    if comparison.isWorse { throw ExitCode(1) }
  }

  private var names: [String] {
    (workloads.isEmpty ? Workload.usual : workloads).flatMap { $0 == "all" ? Workload.all : [$0] }
  }

  /// Measures and prints, a line as it comes.
  private func measure() throws -> BenchResult {
    let chosen = try names.map { ScreenRow.names.contains($0) ? nil : try Workload(named: $0) }
    let library = Surroundings.library()
    let age = Stopwatch.processAge()
    let peak = Stopwatch.peak()
    if !json { try Console.print("peak of one core: \(Wording.fixed(peak, places: 1)) GFLOP/s") }
    var rows: [(json: JSON, result: BenchResult.Row)] = []
    for (name, workload) in zip(names, chosen) {
      if let workload {
        let row = BenchRow(
          workload, threads: threads.count, seconds: seconds, repeats: repeats, peak: peak,
          begunBefore: rows.isEmpty ? age : 0)
        rows.append((row.json, .init(name: name, threads: row.threads, rates: row.all)))
        if !json { try Console.print(row.text) }
      } else {
        let row = try ScreenRow(
          name, library: library, threads: threads.count, seconds: seconds, repeats: repeats)
        rows.append((row.json, .init(name: name, threads: row.threads, rates: row.shares)))
        if !json { try Console.print(row.text) }
      }
    }
    if json {
      let result: JSON = [
        "kernels": .text(Run.kernel), "peakGFLOPS": .number(BenchRow.rounded(peak)),
        "workloads": .list(rows.map(\.json)),
      ]
      try Console.print(json: result.line)
    }
    return BenchResult(peakGFLOPS: peak, workloads: rows.map(\.result))
  }

  private func printProfiles() throws {
    let chosen = try names.map { try Workload(named: $0) }
    let profiles = chosen.map { Profile($0, seconds: seconds) }
    let texts = json ? [JSON.list(profiles.map(\.json)).line] : profiles.map(\.text)
    try Console.print(texts.joined(separator: "\n\n"))
  }

  private func printSweep() throws {
    var found: [JSON] = []
    for axis in Sweep.Axis.allCases {
      let sweep = try Sweep(axis, threads: threads.count, seconds: seconds / 5)
      found.append(sweep.json)
      if !json { try Console.print((found.count > 1 ? "\n" : "") + sweep.text) }
    }
    if json { try Console.print(json: JSON.list(found).line) }
  }
}
