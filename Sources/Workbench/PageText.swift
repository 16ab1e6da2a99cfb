import Experiments
import Notebook
import Plotting

/// A page's words: what the tutorial claims, what to watch, why, and the preset's note.
struct PageText {
  let page: Experiment
  let preset: Preset?

  func lines(columns: Int) -> [Line] {
    var lines = heading(columns: columns) + [Line()]
    lines += Text.wrapped(page.claim, to: columns).map { Line($0, .normal, .bold) }
    if !page.watch.isEmpty { lines += [Line()] + labelled("Watch", page.watch, columns: columns) }
    if let preset { lines += [Line()] + about(preset, columns: columns) }
    for paragraph in page.text {
      lines += [Line()] + Text.wrapped(paragraph, to: columns).map { Line($0) }
    }
    if !page.equations.isEmpty {
      lines.append(Line())
      lines += page.equations.map { Line("  " + $0, .accent).clipped(to: columns) }
    }
    return lines
  }

  private func heading(columns: Int) -> [Line] {
    let place = [page.section, page.figure].filter { !$0.isEmpty }.joined(separator: "  ")
    let gap = columns - Text.width(of: page.title) - Text.width(of: place)
    guard gap >= 2 else { return [Line(page.title, .accent, .bold), Line(place, .faint)] }
    return [
      Line(page.title, .accent, .bold) + Line(Text.spaces(gap)) + Line(place, .faint)
    ]
  }

  private func about(_ preset: Preset, columns: Int) -> [Line] {
    let name = preset.shortName
    let facts = "\(Number.steps(preset.steps)), seed \(preset.seed)"
    var lines = [Line("Preset \(name)", .accent) + Line("  \(facts)", .faint)]
    if !preset.title.isEmpty { lines.append(Line(preset.title)) }
    lines += Text.wrapped(preset.note, to: columns).filter { !$0.isEmpty }.map { Line($0) }
    return lines.map { $0.clipped(to: columns) }
  }

  /// A paragraph whose first word says what it is.
  private func labelled(_ label: String, _ text: String, columns: Int) -> [Line] {
    let lines = Text.wrapped("\(label): \(text)", to: columns)
    guard let first = lines.first else { return [] }
    return [Line("\(label):", .accent) + Line(String(first.dropFirst(label.count + 1)))]
      + lines.dropFirst().map { Line($0) }
  }
}

extension Preset {
  /// The name without the page's in front: "paper".
  var shortName: String {
    name.hasPrefix(page + "-") ? String(name.dropFirst(page.count + 1)) : name
  }
}
