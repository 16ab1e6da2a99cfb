internal import Experiments
internal import Notebook

/// Tells what a recorded run is: where it comes from, what was done, what came out, the notes.
enum ShowRun {
  static func text(_ run: RecordedRun) -> String {
    [head(run), commands(run), measures(run), notes(run)].filter { !$0.isEmpty }
      .joined(separator: "\n\n")
  }

  private static func head(_ run: RecordedRun) -> String {
    let header = run.header
    var lines = [
      "\(run.id): \(header.title)",
      "\(run.page.title), preset \(header.preset), seed \(header.seed), \(run.status) "
        + "(\(Wording.count(run.lastStep)) of \(Wording.count(run.target)) steps)",
      "begun \(header.began) by \(header.product) on \(header.kernel) kernels",
    ]
    if let parent = header.parent {
      lines.append("forked from \(parent.id) at step \(Wording.count(parent.step))")
    }
    return lines.map(Wording.line).joined(separator: "\n")
  }

  private static func commands(_ run: RecordedRun) -> String {
    guard !run.commands.isEmpty else { return "" }
    let lines = run.commands.map {
      "  \(Wording.count($0.step).padded(to: 9)) \(Wording.line($0.command.words))"
    }
    return (["What was done"] + lines).joined(separator: "\n")
  }

  private static func measures(_ run: RecordedRun) -> String {
    guard let step = run.seriesSteps.last else { return "" }
    let lines = run.curveNames.compactMap { name -> String? in
      guard let value = run.series(name)?.last, !value.isNaN else { return nil }
      return "  \(name.padded(to: 34)) \(Wording.number(value))"
    }
    let hops = run.life(column: 0).hops
    let last =
      hops.last.map {
        [
          "  hops from mode to mode \(hops.count), the last at "
            + "step \(Wording.count($0.step))"
        ]
      } ?? []
    return (["Measured at step \(Wording.count(step))"] + lines + last).joined(separator: "\n")
  }

  private static func notes(_ run: RecordedRun) -> String {
    guard !run.notes.entries.isEmpty else { return "" }
    let lines = run.notes.entries.map { entry in
      let step = entry.step.map { Wording.count($0) } ?? ""
      let text = entry.text.isEmpty ? "(mark)" : entry.text
      let body = text.split(whereSeparator: \.isNewline).map { Wording.line(String($0)) }
      return "  \(step.padded(to: 9)) " + body.joined(separator: "\n            ")
    }
    return (["Notes"] + lines).joined(separator: "\n")
  }
}
