internal import Notebook

/// The share of its speed that training keeps under the full screen, measured in pairs.
struct ScreenRow {
  /// The workloads' names: as it opens, and with more layers on the plane.
  static let names = ["screen", "screen-layers"]
  private static let preset = "mode-collapse-paper"

  let name: String
  let threads: Int
  /// With the screen ÷ without it, of each pair, ascending.
  let shares: [Double]
  private let headless: Double
  private let frameBytes: Int
  private let framesPerSecond: Double

  init(
    _ name: String, library: PresetLibrary, threads: Int, seconds: Double, repeats: Int
  ) throws {
    let measure = try ScreenMeasure(
      Self.preset, library: library, threads: threads, layers: name == Self.names[1])
    defer { measure.close() }
    // Caches, charts and the first pictures.
    _ = try measure.pair(seconds: min(seconds, 1), screenFirst: true)
    let before = (frames: measure.frames, bytes: measure.bytes)
    let pairs = try (0..<repeats).map {
      try measure.pair(seconds: seconds, screenFirst: $0.isMultiple(of: 2))
    }
    let frames = measure.frames - before.frames
    self.name = name
    self.threads = threads
    shares = pairs.map { $0.screen / $0.headless }.sorted()
    headless = Statistics.median(pairs.map(\.headless).sorted()) ?? .nan
    frameBytes = (measure.bytes - before.bytes) / max(1, frames)
    framesPerSecond = Double(frames) / (Double(repeats) * seconds)
  }

  private var median: Double { Statistics.median(shares) ?? .nan }

  var json: JSON {
    [
      "name": .text(name), "threads": .integer(threads),
      "ofHeadless": [
        "median": .number(BenchRow.rounded(median)),
        "min": .number(BenchRow.rounded(shares.first ?? .nan)),
        "max": .number(BenchRow.rounded(shares.last ?? .nan)),
      ],
      "rates": .list(shares.map { .number(BenchRow.rounded($0)) }),
      "headlessStepsPerSecond": .number(BenchRow.rounded(headless)),
      "framesPerSecond": .number(BenchRow.rounded(framesPerSecond)),
      "bytesPerFrame": .integer(frameBytes),
    ]
  }

  var text: String {
    let range =
      "(\(Wording.fixed(shares.first ?? .nan, places: 3)) to "
      + "\(Wording.fixed(shares.last ?? .nan, places: 3)))"
    return [
      name.padded(to: 18), "\(threads) \(threads == 1 ? "thread" : "threads")".padded(to: 11),
      "× \(Wording.fixed(median, places: 3)) of headless \(range)".padded(to: 38),
      "\(Wording.fixed(headless, places: 0)) steps/s headless,",
      "\(Wording.fixed(framesPerSecond, places: 0)) frames/s of \(frameBytes) bytes",
    ].joined(separator: " ")
  }
}
