private import Foundation
private import Notebook

/// Two results side by side: what changed beyond the noise of the repeats.
///
/// The noise is judged by the repeats' ranks (Mann and Whitney, Annals of Mathematical Statistics
/// 18, 1947): how likely so uneven an order is, were both results drawn from one pot.
struct BenchComparison {
  enum Verdict: Equatable {
    case faster, slower, same
    /// However they came out, so few repeats would tell nothing.
    case tooFew
  }

  /// One workload that both have measured.
  struct Line {
    let name: String
    let threads: Int
    /// The median now over the median before.
    let ratio: Double
    let chance: Double
    let verdict: Verdict
  }

  let lines: [Line]
  /// Workloads that only one of them has.
  let unmatched: [String]
  /// The machine's own peak now over the one before.
  let peakRatio: Double

  /// A change is believed where chance would make one as large once in a hundred times.
  static let level = 0.01

  init(before: BenchResult, now: BenchResult) {
    peakRatio = now.peakGFLOPS / before.peakGFLOPS
    var unmatched = now.workloads
    lines = before.workloads.compactMap { old in
      guard
        let place = unmatched.firstIndex(where: {
          $0.name == old.name && $0.threads == old.threads
        })
      else { return nil }
      let new = unmatched.remove(at: place)
      return Self.line(old, new)
    }
    let found = lines.map { "\($0.name) \($0.threads)" }
    self.unmatched = (before.workloads + unmatched).map { "\($0.name) \($0.threads)" }
      .filter { !found.contains($0) }
  }

  private static func line(_ old: BenchResult.Row, _ new: BenchResult.Row) -> Line {
    func median(_ values: [Double]) -> Double { Statistics.median(values.sorted()) ?? .nan }
    let ratio = median(new.rates) / median(old.rates)
    let chance = chance(old.rates, new.rates)
    let verdict: Verdict =
      leastChance(old.rates.count, new.rates.count) >= level
      ? .tooFew : chance >= level ? .same : ratio > 1 ? .faster : .slower
    return Line(
      name: old.name, threads: old.threads, ratio: ratio, chance: chance, verdict: verdict)
  }

  /// Whether something has become slower.
  var isWorse: Bool { lines.contains { $0.verdict == .slower } }

  var text: String {
    var rows = lines.map { line in
      let words =
        switch line.verdict {
        case .faster: "faster"
        case .slower: "SLOWER"
        case .same: "no change beyond the noise"
        case .tooFew: "too few repeats to tell; five of each are enough"
        }
      return [
        line.name.padded(to: 18),
        "\(line.threads) \(line.threads == 1 ? "thread" : "threads")"
          .padded(to: 11), "× \(Wording.fixed(line.ratio, places: 3))".padded(to: 9), words,
        "(by chance: \(Wording.fixed(line.chance, places: 4)))",
      ].joined(separator: " ")
    }
    if abs(peakRatio - 1) > 0.03 {
      rows.append(
        "the machine's own peak is \(Wording.fixed(peakRatio, places: 2)) times what it was")
    }
    if !unmatched.isEmpty {
      rows.append("only in one of them: " + unmatched.joined(separator: ", "))
    }
    return rows.joined(separator: "\n")
  }

  // MARK: Ranks

  /// The two-sided chance of an order at least so uneven; ties count half. Exact up to twenty of
  /// each, by the normal distribution beyond.
  static func chance(_ a: [Double], _ b: [Double]) -> Double {
    let wins = a.reduce(0.0) { sum, x in
      sum + b.reduce(0.0) { $0 + ($1 < x ? 1 : $1 == x ? 0.5 : 0) }
    }
    let pairs = Double(a.count * b.count)
    guard a.count <= 20, b.count <= 20 else {
      let deviation = (pairs * Double(a.count + b.count + 1) / 12).squareRoot()
      return erfc(abs(wins - pairs / 2) / deviation / 2.0.squareRoot())
    }
    let least = Int(min(wins, pairs - wins).rounded(.up))
    let counts = orders(a.count, b.count)
    let all = counts.reduce(0, +)
    return min(1, 2 * counts.prefix(least + 1).reduce(0, +) / all)
  }

  /// The smallest chance that so many repeats can come to.
  static func leastChance(_ a: Int, _ b: Int) -> Double {
    a > 20 || b > 20 ? 0 : 2 / orders(a, b).reduce(0, +)
  }

  /// How many orders of a + b things give each number of wins of the first kind: the coefficients
  /// of ∏ (1 − q^(b+i)) / (1 − qⁱ) over i = 1 … a.
  private static func orders(_ a: Int, _ b: Int) -> [Double] {
    var counts = [Double](repeating: 0, count: a * b + 1)
    counts[0] = 1
    for i in 1...max(1, a) {
      for place in stride(from: counts.count - 1, through: b + i, by: -1) {
        counts[place] -= counts[place - b - i]
      }
      for place in stride(from: i, to: counts.count, by: 1) { counts[place] += counts[place - i] }
    }
    return counts
  }
}
