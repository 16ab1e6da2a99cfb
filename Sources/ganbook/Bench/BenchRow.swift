internal import Notebook

/// One workload, measured.
struct BenchRow {
  let name: String
  let threads: Int
  /// Steps a second of each repeat, ascending.
  let all: [Double]
  private let rates: (median: Double, least: Double, most: Double)
  private let gigaflops: Double
  private let shareOfPeak: Double
  private let startSeconds: Double
  private let peakMemory: Double

  /// Builds, warms up and measures.
  ///
  /// - Parameter begunBefore: seconds of the program's own start that count as part of this one's.
  init(
    _ workload: Workload, threads: Int, seconds: Double, repeats: Int, peak: Double,
    begunBefore: Double
  ) {
    let watch = Stopwatch()
    let training = Training(workload, threads: threads)
    training.advance()
    startSeconds = begunBefore + watch.seconds
    let rates = Stopwatch.rates(seconds: seconds, repeats: repeats) { count in
      for _ in 0..<count { training.advance() }
    }
    name = workload.name
    self.threads = threads
    all = rates
    self.rates = (rates[rates.count / 2], rates.first ?? 0, rates.last ?? 0)
    gigaflops = self.rates.median * workload.operations * 1e-9
    shareOfPeak = gigaflops / (peak * Double(threads))
    peakMemory = Stopwatch.peakMemoryMB()
  }

  var json: JSON {
    [
      "name": .text(name), "threads": .integer(threads),
      "stepsPerSecond": [
        "median": .number(Self.rounded(rates.median)), "min": .number(Self.rounded(rates.least)),
        "max": .number(Self.rounded(rates.most)),
      ],
      "rates": .list(all.map { .number(Self.rounded($0)) }),
      "gflops": .number(Self.rounded(gigaflops)),
      "ofPeak": .number((shareOfPeak * 10_000).rounded() / 10_000),
      "startSeconds": .number((startSeconds * 1_000).rounded() / 1_000),
      "peakMemoryMB": .number((peakMemory * 10).rounded() / 10),
    ]
  }

  var text: String {
    let range =
      "(\(Wording.fixed(rates.least, places: 1)) to \(Wording.fixed(rates.most, places: 1)))"
    return [
      name.padded(to: 18),
      "\(threads) \(threads == 1 ? "thread" : "threads")".padded(to: 11),
      "\(Wording.fixed(rates.median, places: 1)) steps/s \(range)".padded(to: 38),
      "\(Wording.fixed(gigaflops, places: 1)) GFLOP/s,",
      "\(Wording.fixed(shareOfPeak * 100, places: 0)) % of peak;",
      "start \(Wording.fixed(startSeconds, places: 2)) s,",
      "\(Wording.fixed(peakMemory, places: 0)) MB",
    ].joined(separator: " ")
  }

  static func rounded(_ value: Double) -> Double { (value * 1_000).rounded() / 1_000 }
}
