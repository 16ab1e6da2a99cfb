import Plotting

/// What is searched for on the help page, and how far it is scrolled.
struct HelpState: Sendable {
  var search = LineEditor()
  var scroll = 0
}

/// Every key and every mark, from the one table; typing searches it.
struct HelpPage {
  let state: State
  let help: HelpState

  func draw(into frame: inout Frame) {
    var rest = frame.area
    let top = rest.takeTop(1)
    frame.write(Line(" Keys and marks", .accent, .bold), row: 0, in: top)
    frame.write(search, row: 0, in: top, .trailing, offset: 1)
    frame.fill(rest.takeTop(1), Cell(state.glyphs.horizontal, Style(.faint)))
    let footer = rest.takeBottom(1)
    frame.write(Footer(context: .help).line(columns: footer.columns), row: 0, in: footer)
    frame.fill(rest.takeBottom(1), Cell(state.glyphs.horizontal, Style(.faint)))
    let lines = lines
    Spot.text.mark(rest, in: &frame)
    frame.write(Array(lines.dropFirst(min(help.scroll, lines.count))), in: rest.inset(columns: 1))
  }

  /// Where scrolling by so many lines ends up.
  func scroll(by offset: Int) -> Int {
    min(max(0, help.scroll + offset), max(0, lines.count - max(1, state.rows - 4)))
  }

  private var search: Line {
    let isEmpty = help.search.text.isEmpty
    return isEmpty
      ? Line("/", .accent) + Line(" or letters search", .faint)
      : Line("search ", .faint) + help.search.line(.accent)
  }

  private var lines: [Line] {
    var lines: [Line] = []
    for (group, entries) in groups {
      let found = entries.filter { matches($0.keys + " " + $0.text + " " + group) }
      guard !found.isEmpty else { continue }
      if !lines.isEmpty { lines.append(Line()) }
      lines.append(Line(group, .accent, .bold))
      lines += found.flatMap { $0.lines(columns: state.columns - 2) }
    }
    return lines.isEmpty ? [Line("Nothing here has these letters.", .faint)] : lines
  }

  private func matches(_ text: String) -> Bool {
    // As in a list, a slash may begin the search.
    let typed = help.search.text.lowercased()
    let wanted = typed.hasPrefix("/") ? String(typed.dropFirst()) : typed
    return wanted.isEmpty || text.lowercased().contains(wanted)
  }

  /// A key or a mark and what it means.
  private struct Entry {
    let keys: String
    let text: String

    func lines(columns: Int) -> [Line] {
      let label = Text.leading(keys, in: 18)
      return Text.wrapped(text, to: max(10, columns - 20)).enumerated().map { index, part in
        Line("  ") + Line(index == 0 ? label : Text.spaces(18), .normal, .bold) + Line(part)
      }
    }
  }

  /// The page beneath comes first, then the rest of the table, then the marks.
  private var groups: [(String, [Entry])] {
    let first = state.pageContext
    let table =
      Binding.table.filter { $0.contexts.contains(first) }
      + Binding.table.filter { !$0.contexts.contains(first) }
    var groups: [(String, [Entry])] = []
    for binding in table {
      let keys = binding.keys.map(\.name).joined(separator: " ")
      let entry = Entry(keys: keys, text: binding.help)
      if let index = groups.firstIndex(where: { $0.0 == binding.group }) {
        groups[index].1.append(entry)
      } else {
        groups.append((binding.group, [entry]))
      }
    }
    return groups + [("Marks", marks)]
  }

  private var marks: [Entry] {
    let glyphs = state.glyphs
    return [
      Entry(keys: "\(glyphs.changed) before a knob", text: "It stands elsewhere than the preset."),
      Entry(keys: "\(glyphs.origin) on a slider", text: "Where the preset has it."),
      Entry(keys: "↻ behind a knob", text: "Turning it rebuilds the game at the next step."),
      Entry(
        keys: "\(glyphs.level) across a chart",
        text: "A level worth knowing, such as ln 2, what J_D is when D can only guess."),
      Entry(
        keys: "log · smooth .9",
        text: "How the charts are looked at: a logarithmic scale, a moving average whose weight of "
          + "the past is .9, corrected for its start, and the stretch of time in view."),
      Entry(
        keys: "real, after a measure",
        text: "The same measure of as many real samples: what a perfect generator would get."),
      Entry(
        keys: "the line of time",
        text: "\(glyphs.dot) the step on the screen, \(glyphs.live) how far training has come, "
          + "\(glyphs.goal) where you are going, \(glyphs.tweak) a knob turned, m a mark, "
          + "e a note; \(glyphs.reached) where a step can be gone back to at once."),
      Entry(
        keys: "\(glyphs.tweak) on a chart", text: "A knob was turned there."),
      Entry(
        keys: "(reproduced)",
        text: "A verdict in brackets comes of quick trials, which leave things undecided."),
      Entry(
        keys: "mode life",
        text: "A row a mode: as high as the root of its share of the samples, at the steps where "
          + "measures are taken; \(glyphs.tweak) where they left one mode for another."),
      Entry(
        keys: "the mouse",
        text: "A click chooses, a second one opens; on the line of time it goes there, on a hint "
          + "in the last line it is that key. The wheel scrolls. Shift and a drag select text."),
      Entry(
        keys: "a b c d", text: "The columns of a twin; the bright one has the knobs."),
      Entry(
        keys: "the plane",
        text: "Its ground is D's field: red to brown where D says fake, blue where it says real "
          + "(rose, orange and sky blue on a light ground), the stronger the surer, and the plain "
          + "ground in between; the border has the D of the two ends. The line is where D is ½. "
          + "Dots are real or generated samples, or both where they fall together; "
          + "\(String(String.UnicodeScalarView(glyphs.beyond))) at the edge: samples beyond it."),
    ]
  }
}
