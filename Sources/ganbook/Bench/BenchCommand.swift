internal import Adversarial
internal import ArgumentParser
internal import Notebook

/// Measures the engine on the work that other programs are measured on.
struct BenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench",
    abstract: "Measure how fast the engine trains.",
    discussion: """
      Workloads: \(Workload.names.joined(separator: ", ")); K is a number of inner steps. The \
      peak is that of one core, measured; a share of it counts every thread.
      """)

  @Option(name: .customLong("workload"), help: "A workload; may be repeated.")
  var workloads: [String] = []

  @OptionGroup var threads: ThreadsOption

  @Option(
    parsing: .unconditional, help: "Seconds of one repeat.",
    transform: { try Arguments.number($0, in: 0.01...600) })
  var seconds: Double = 1.5

  @Option(
    parsing: .unconditional, help: "Repeats, of which the median, least and most are told.",
    transform: { try Arguments.whole($0, in: 1...1_000) })
  var repeats: Int = 7

  @Flag(help: "Print one JSON object.")
  var json = false

  func run() throws {
    let chosen = try (workloads.isEmpty ? Workload.usual : workloads).map {
      try Workload(named: $0)
    }
    let age = Stopwatch.processAge()
    let peak = Stopwatch.peak()
    if !json { try Console.print("peak of one core: \(Wording.fixed(peak, places: 1)) GFLOP/s") }
    var rows: [BenchRow] = []
    for workload in chosen {
      let row = BenchRow(
        workload, threads: threads.count, seconds: seconds, repeats: repeats, peak: peak,
        begunBefore: rows.isEmpty ? age : 0)
      rows.append(row)
      if !json { try Console.print(row.text) }
    }
    guard json else { return }
    let result: JSON = [
      "peakGFLOPS": .number(BenchRow.rounded(peak)), "workloads": .list(rows.map(\.json)),
    ]
    try Console.print(result.line)
  }
}
