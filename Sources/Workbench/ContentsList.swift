import Experiments
import Notebook
import Plotting

/// The lines of the table of contents.
struct ContentsList {
  let state: State

  /// A line, and what it chooses; a chapter's heading chooses nothing.
  struct Row {
    let line: Line
    /// What stands at its end, where there is room.
    var end = Line()
    let place: ContentsState.Place?
  }

  func rows(columns: Int) -> [Row] {
    var rows: [Row] = []
    var chapter: Experiment.Chapter?
    for page in state.pagesInView {
      if page.chapter != chapter {
        if chapter != nil { rows.append(Row(line: Line(), place: nil)) }
        rows.append(Row(line: heading(page.chapter), place: nil))
        chapter = page.chapter
      }
      rows.append(row(of: page, columns: columns))
      if page.name == state.chosenPlace?.page {
        rows += state.presets(of: page.name).map { row(of: $0, columns: columns) }
      }
    }
    return rows
  }

  private func heading(_ chapter: Experiment.Chapter) -> Line {
    Line(" \(chapter.number)  \(chapter.title)", .faint)
  }

  private func row(of page: Experiment, columns: Int) -> Row {
    let place = ContentsState.Place.page(page.name)
    let isChosen = place == state.chosenPlace
    let line =
      pointer(isChosen, indent: 2) + Line(page.name, .normal, isChosen ? .bold : [])
    let word = VerdictWord(page: page, ledger: state.ledger).line
    let fits = line.width + word.width + 2 <= columns
    return Row(line: line.clipped(to: columns), end: fits ? word : Line(), place: place)
  }

  private func row(of preset: Preset, columns: Int) -> Row {
    let place = ContentsState.Place.preset(page: preset.page, name: preset.name)
    let isChosen = place == state.chosenPlace
    let name = Text.leading(preset.shortName, in: max(10, Text.width(of: preset.shortName)))
    let line =
      pointer(isChosen, indent: 4) + Line(name, .normal, isChosen ? .bold : [])
      + Line("  " + preset.title, .faint)
    return Row(line: line.clipped(to: columns), place: place)
  }

  private func pointer(_ isChosen: Bool, indent: Int) -> Line {
    Line(Text.spaces(indent))
      + Line(isChosen ? "\(state.glyphs.pointer) " : "  ", .accent, .bold)
  }
}
