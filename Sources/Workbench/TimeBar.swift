import Adversarial
import Notebook
import Plotting

/// The run's time in one line: what was marked, written and turned, where the person is, how far
/// training has come; and the same in words.
struct TimeBar {
  let run: RunState
  let glyphs: Glyphs

  func draw(into frame: inout Frame, in rect: Rect) {
    guard !rect.isEmpty, run.moment != nil else { return }
    var rest = rect
    let isNarrow = rect.columns < 100
    let words = isNarrow ? shortWords : self.words
    let room = max(words.width, isNarrow ? shortRoom : self.room)
    frame.write(
      Line(isNarrow ? " " : " time  ", .faint), row: 0, in: rest.takeLeft(isNarrow ? 1 : 7))
    let right = rest.takeRight(room + 2)
    frame.write(words, row: 0, in: right, offset: 1)
    drawBar(into: &frame, in: rest)
  }

  // MARK: The words

  private var words: Line {
    if run.isGoing {
      let place = run.goal.map { "step \(Number.spaced($0))" } ?? "the live step"
      return Line("going to \(place) …", .accent)
    }
    guard run.isPast else { return Line("live at step \(Number.spaced(run.live))", .faint) }
    return Line("step \(Number.spaced(run.step))", .accent, .bold)
      + Line(", live is at \(Number.spaced(run.live))")
  }

  private var shortWords: Line {
    if run.isGoing { return Line("to \(run.goal.map(Number.spaced) ?? "live") …", .accent) }
    guard run.isPast else { return Line("live \(Number.spaced(run.live))", .faint) }
    return Line(Number.spaced(run.step), .accent, .bold)
      + Line(", live \(Number.spaced(run.live))")
  }

  /// Room for the longest words of the run, so that the bar stands still.
  private var room: Int { 18 + 2 * digits }
  private var shortRoom: Int { 7 + 2 * digits }
  private var digits: Int { Text.width(of: Number.spaced(max(run.steps, run.live))) }

  // MARK: The bar

  private func drawBar(into frame: inout Frame, in rect: Rect) {
    guard rect.columns >= 6 else { return }
    frame[rect.row, rect.column] = Cell(glyphs.leftTee, Style(.faint))
    frame[rect.row, rect.column + rect.columns - 1] = Cell(glyphs.rightTee, Style(.faint))
    let line = rect.inset(columns: 1)
    Spot.time.mark(line, in: &frame)
    let reached = place(of: run.live, in: line.columns)
    for column in 0..<line.columns {
      let glyph = column <= reached ? glyphs.horizontal : glyphs.ahead
      set(glyph, Style(.faint), at: column, &frame, line)
    }
    for step in run.moment?.time.keyframes ?? [] {
      set(glyphs.reached, Style(.faint), at: place(of: step, in: line.columns), &frame, line)
    }
    set(glyphs.live, Style(.normal), at: reached, &frame, line)
    drawEvents(into: &frame, in: line)
    if run.chart.isOpen, let step = run.chart.reading {
      set(
        glyphs.vertical, Style(.accent, .bold), at: place(of: step, in: line.columns), &frame, line)
    }
    if run.isGoing, let goal = run.goal {
      set(glyphs.goal, Style(.accent, .bold), at: place(of: goal, in: line.columns), &frame, line)
    }
    set(glyphs.dot, Style(.accent, .bold), at: place(of: run.step, in: line.columns), &frame, line)
  }

  private func drawEvents(into frame: inout Frame, in line: Rect) {
    for step in run.tweaks {
      set(glyphs.tweak, Style(.normal), at: place(of: step, in: line.columns), &frame, line)
    }
    for remark in run.remarks {
      let letter: Unicode.Scalar = remark.text.isEmpty ? "m" : "e"
      let column = place(of: remark.step, in: line.columns)
      set(letter, Style(.good, .bold), at: column, &frame, line)
    }
  }

  private func set(
    _ glyph: Unicode.Scalar, _ style: Style, at column: Int, _ frame: inout Frame, _ line: Rect
  ) {
    frame[line.row, line.column + column] = Cell(glyph, style)
  }

  /// How far the bar reaches: a young run would be lost in a bar as long as it may grow, so its end
  /// moves on in jumps of 1, 2 and 5 times a power of ten until it is that of the run.
  private var end: Double {
    let whole = max(1, run.steps, run.live)
    let wanted = Double(run.live) * 1.25
    var (reach, jumps) = (100.0, 0)
    while reach < wanted {
      reach *= jumps % 3 == 1 ? 2.5 : 2
      jumps += 1
    }
    return min(Double(whole), reach)
  }

  /// The step of a cell.
  func step(at column: Int, of columns: Int) -> Int {
    let share = Double(min(max(0, column), columns - 1)) / Double(max(1, columns - 1))
    return Int((share * end).rounded())
  }

  /// The cell of a step.
  private func place(of step: Int, in columns: Int) -> Int {
    let share = min(max(Double(step) / end, 0), 1)
    return min(columns - 1, Int(share * Double(columns)))
  }
}
