internal import Notebook

extension Profile {
  /// For people: the segments in the order in which they run, then the kernels by their time.
  var text: String {
    var lines = [
      "\(workload), one thread: \(micro(stepSeconds)) µs a step, "
        + "\(micro(seconds)) µs in its parts; \(rate(work, seconds)) GFLOP/s in all"
    ]
    lines.append("")
    lines.append("phase  rows / tile    µs       share")
    for segment in segments where share(segment.seconds) >= Self.least {
      let rows = segment.rows == 1 ? "serial" : "\(segment.rows) / \(segment.tileRows)"
      lines.append(
        "\(segment.phase)".padded(to: 7) + rows.padded(to: 13)
          + right(micro(segment.seconds), 7) + percent(segment.seconds))
      lines += table(segment.kernels).map { "    " + $0 }
    }
    lines.append("")
    lines.append("kernels                µs       share  GFLOP/s")
    for kernel in totals {
      lines.append(
        kernel.name.padded(to: 20) + right(micro(kernel.seconds), 7) + percent(kernel.seconds)
          + (kernel.work > 0 ? right(rate(kernel.work, kernel.seconds), 9) : ""))
    }
    return lines.joined(separator: "\n")
  }

  /// What takes a smaller share is put together.
  private static let least = 0.002

  private func table(_ kernels: [Kernel]) -> [String] {
    let shown = kernels.filter { share($0.seconds) >= Self.least }
    let rest = kernels.filter { share($0.seconds) < Self.least }
    var lines = shown.sorted { $0.seconds > $1.seconds }.map { kernel in
      let times = kernel.count > 1 ? "\(kernel.count) × " : ""
      return right(micro(kernel.seconds), 23) + percent(kernel.seconds)
        + right(kernel.work > 0 ? rate(kernel.work, kernel.seconds) : "", 7) + "  "
        + times + kernel.name + " " + kernel.shape
    }
    if !rest.isEmpty, !shown.isEmpty {
      let seconds = rest.reduce(0) { $0 + $1.seconds }
      lines.append(right(micro(seconds), 23) + percent(seconds) + "         \(rest.count) others")
    }
    return lines
  }

  /// By kernel alone, the slowest first.
  private var totals: [Kernel] {
    var totals: [Kernel] = []
    for kernel in segments.flatMap(\.kernels) {
      guard let known = totals.firstIndex(where: { $0.name == kernel.name }) else {
        totals.append(kernel)
        continue
      }
      totals[known].count += kernel.count
      totals[known].seconds += kernel.seconds
      totals[known].work += kernel.work
    }
    return totals.sorted { $0.seconds > $1.seconds }
  }

  var json: JSON {
    [
      "workload": .text(workload), "threads": .integer(1),
      "microseconds": .number(BenchRow.rounded(stepSeconds * 1e6)),
      "segments": .list(
        segments.map { segment in
          [
            "phase": .integer(segment.phase), "rows": .integer(segment.rows),
            "tileRows": .integer(segment.tileRows),
            "microseconds": .number(BenchRow.rounded(segment.seconds * 1e6)),
            "kernels": .list(segment.kernels.map(json)),
          ]
        }),
    ]
  }

  private func json(_ kernel: Kernel) -> JSON {
    [
      "kernel": .text(kernel.name), "shape": .text(kernel.shape), "count": .integer(kernel.count),
      "microseconds": .number(BenchRow.rounded(kernel.seconds * 1e6)),
      "gflops": kernel.work > 0 && kernel.seconds > 0
        ? .number(BenchRow.rounded(kernel.work / kernel.seconds * 1e-9)) : .null,
    ]
  }

  // MARK: Numbers

  private func share(_ part: Double) -> Double { part / max(seconds, 1e-12) }
  private func micro(_ seconds: Double) -> String { Wording.fixed(seconds * 1e6, places: 1) }
  private func percent(_ part: Double) -> String {
    right(Wording.fixed(share(part) * 100, places: 1), 9) + " %"
  }
  private func rate(_ work: Double, _ seconds: Double) -> String {
    Wording.fixed(work / max(seconds, 1e-12) * 1e-9, places: 1)
  }
  private func right(_ text: String, _ columns: Int) -> String {
    String(repeating: " ", count: max(0, columns - text.count)) + text
  }
}
