internal import ArgumentParser
private import Foundation
internal import Notebook

/// Which seeds of a fan, and how many at a time.
struct SeedsOptions: ParsableArguments {
  private static let most = 100_000

  @Option(
    name: .customLong("seeds"), parsing: .unconditional,
    help: "Train so many seeds, from the preset's on.",
    transform: { try Arguments.whole($0, in: 1...most) })
  var count: Int?

  @Option(
    name: .customLong("seed-range"), parsing: .unconditional,
    help: ArgumentHelp("Train these seeds, both ends included.", valueName: "a..b"),
    transform: range)
  var range: ClosedRange<UInt64>?

  @Option(
    parsing: .unconditional, help: "Seeds at a time (default: one for each processor).",
    transform: { try Arguments.whole($0, in: 1...1_024) })
  var jobs: Int?

  @Option(
    name: .customLong("results"),
    help: "Append each result to this file; seeds that stand there already are not trained again.")
  var file: String?

  var jobCount: Int { jobs ?? ProcessInfo.processInfo.activeProcessorCount }

  /// The seeds, or nil where there is one only.
  func seeds(from first: UInt64) throws(Failure) -> [UInt64]? {
    guard count == nil || range == nil else {
      throw Failure(.usage, "--seeds and --seed-range say the same thing; give one of them")
    }
    if let range { return Array(range) }
    guard let count else {
      guard jobs == nil, file == nil else {
        throw Failure(.usage, "--jobs and --results go with --seeds or --seed-range")
      }
      return nil
    }
    guard first <= UInt64.max - UInt64(count - 1) else {
      throw Failure(.usage, "there are no \(count) seeds from \(first) on")
    }
    return (0..<UInt64(count)).map { first + $0 }
  }

  private static func range(_ text: String) throws -> ClosedRange<UInt64> {
    let ends = text.components(separatedBy: "..")
    guard ends.count == 2, let first = WholeNumber.value(ends[0]),
      let last = WholeNumber.value(ends[1]), first <= last
    else {
      throw ValidationError("it must be two whole numbers 'a..b', the first not the larger")
    }
    guard last - first < UInt64(most) else {
      throw ValidationError("it must be at most \(Wording.count(most)) seeds")
    }
    return first...last
  }
}
