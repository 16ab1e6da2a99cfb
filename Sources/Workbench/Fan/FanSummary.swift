import Adversarial
import Notebook
import Plotting

/// What the seeds of a fan say together: mean ± standard error of each measure, every failure, and
/// how the sides of a twin compare.
struct FanSummary {
  let fan: FanState
  let columns: Int

  /// The rows that it asks for.
  static func rows(state: State, columns: Int) -> Int {
    guard let fan = state.fan else { return 0 }
    return FanSummary(fan: fan, columns: columns - 2).lines.count
  }

  var lines: [Line] {
    let table = fan.table
    guard !table.titles.isEmpty else {
      return [Line("mean ± standard error: no seed has come to its end yet", .faint)] + failures
    }
    // The first measures are those that the planes show; more stand where there is room.
    let room = max(1, (columns - nameWidth(table)) / Self.width)
    let measures = Array(shown(table).prefix(room))
    var lines = [
      measures.reduce(Line(Text.leading("mean ± error", in: nameWidth(table)), .faint)) {
        $0 + Line(Text.trailing($1.title, in: Self.width), .faint)
      }
    ]
    for side in table.titles.indices {
      lines.append(means(of: side, in: table, measures))
      if side > 0 { lines.append(signs(of: side, in: table, measures)) }
    }
    return lines + failures
  }

  private static let width = 18
  private static let names = ["modesReached", "modesStrict", "highQuality", "modeTV"]

  private func shown(_ table: SeedTable) -> [SeedTable.Measure] {
    let first = Self.names.compactMap { name in table.measures.first { $0.name == name } }
    return first + table.measures.filter { !Self.names.contains($0.name) }
  }

  private func nameWidth(_ table: SeedTable) -> Int {
    let longest = table.titles.map { Text.width(of: $0) }.max() ?? 0
    return min(max(20, longest + 4), max(14, columns / 3))
  }

  private func means(
    of side: Int, in table: SeedTable, _ measures: [SeedTable.Measure]
  ) -> Line {
    let title = table.titles[side]
    let count = table.values(measures[0], side: side).count
    let name = title.isEmpty ? "\(count) finished" : "\(ColumnState.mark(side)) \(title)"
    return measures.reduce(Line(Text.leading(name, in: nameWidth(table)))) { line, measure in
      let values = table.values(measure, side: side)
      let mean = table.written(Statistics.mean(values), measure)
      let error = Statistics.standardError(values).map { " ± " + table.written($0, measure) } ?? ""
      return line + Line(Text.trailing(mean + error, in: Self.width))
    }
  }

  /// The paired sign test against the first side.
  private func signs(
    of side: Int, in table: SeedTable, _ measures: [SeedTable.Measure]
  ) -> Line {
    let name = Text.leading("  ↑ ↓ =, p (sign test)", in: nameWidth(table))
    return measures.reduce(Line(name, .faint)) { line, measure in
      let pairs = table.pairs(measure, side: side)
      let words =
        "\(pairs.higher) \(pairs.lower) \(pairs.equal), \(SeedTable.written(p: pairs.p))"
      return line + Line(Text.trailing(words, in: Self.width), .faint)
    }
  }

  private var failures: [Line] {
    fan.members.compactMap { member in
      member.complaint.map { Line("seed \(member.seed): \($0)", .warning) }
    }
  }
}

extension FanState.Member {
  /// Why there is no good end, in words; nil where there is one, or none yet.
  fileprivate var complaint: String? {
    if let failure { return failure }
    switch moment?.status {
    case .diverged(let step): return "diverged at step \(Number.spaced(step))"
    case .training, .paused, .finished, nil: return nil
    }
  }
}
