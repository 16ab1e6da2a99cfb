import Adversarial
import Plotting

/// A knob: its name, its value, and where on its scale it stands.
struct KnobRow {
  let knob: Hyperparameter
  let setting: Setting
  let preset: Setting
  let isChosen: Bool
  let isWaiting: Bool
  let glyphs: Glyphs

  func draw(into frame: inout Frame, row: Int, in rect: Rect) {
    var line = Rect(column: rect.column, row: rect.row + row, columns: rect.columns, rows: 1)
    guard row < rect.rows else { return }
    let isChanged = setting != preset
    let marks =
      Line(isChosen ? "\(glyphs.pointer)" : " ", .accent, .bold)
      + Line(isChanged ? "\(glyphs.changed)" : " ", .accent, .bold)
    frame.write(marks, row: 0, in: line.takeLeft(2))
    let name = line.takeLeft(rect.columns < 36 ? 16 : 20)
    frame.write(Line(knob.title, .normal, isChosen ? .bold : []), row: 0, in: name)
    if case .choice(let option) = setting {
      let end = line.takeRight(2)
      frame.write(Line(tail, .faint), row: 0, in: end)
      let words = knob.form(of: setting)?.title ?? option
      frame.write(choice(words, columns: line.columns), row: 0, in: line)
      return
    }
    let isNarrow = rect.columns < 36
    let end = line.takeRight(isNarrow ? 3 : 4)
    let mark = isNarrow && !knob.isStructural ? "" : tail
    frame.write(Line(mark, .faint), row: 0, in: end, .trailing, offset: 1)
    let value = line.takeLeft(min(8, line.columns))
    frame.write(Line(setting.text, ink, weight), row: 0, in: value, .trailing)
    drawSlider(into: &frame, in: line.inset(columns: 1))
  }

  private var ink: Ink { isWaiting && knob.isStructural ? .accent : .normal }
  private var weight: Style.Attributes { isChosen || setting != preset ? .bold : [] }

  /// What kind of scale it is, and whether turning it rebuilds the game.
  private var tail: String {
    if knob.isStructural { return "↻" }
    switch knob.domain {
    case .number(_, _, .logarithmic), .integer(_, _, .logarithmic): return "log"
    default: return ""
    }
  }

  /// The name, with a sign to each side where it has the focus and there is room.
  private func choice(_ option: String, columns: Int) -> Line {
    let width = Text.width(of: option)
    guard width + 2 <= columns else { return Line(option, ink, weight) }
    guard isChosen, width + 4 <= columns else {
      return Line(width + 4 <= columns ? "  " : " ") + Line(option, ink, weight)
    }
    return Line("‹ ", .accent) + Line(option, ink, weight) + Line(" ›", .accent)
  }

  private func drawSlider(into frame: inout Frame, in rect: Rect) {
    guard rect.columns >= 4 else { return }
    for column in 0..<rect.columns {
      frame.write(Line("\(glyphs.track)", .faint), row: 0, in: rect, offset: column)
    }
    func place(_ setting: Setting) -> Int {
      Int((knob.share(of: setting) * Double(rect.columns - 1)).rounded())
    }
    frame.write(Line("\(glyphs.origin)", .faint), row: 0, in: rect, offset: place(preset))
    let thumb = Style(isChosen ? .accent : .normal)
    frame.write(Line("\(glyphs.thumb)", thumb), row: 0, in: rect, offset: place(setting))
  }
}
