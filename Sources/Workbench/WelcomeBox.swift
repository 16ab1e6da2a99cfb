import Plotting

/// What stands over the contents at the very first start, once: three keys. Any key takes it away
/// and does what it always does.
struct WelcomeBox {
  let glyphs: Glyphs

  private static let words =
    "Each page is a claim of Goodfellow's GAN tutorial, and an experiment that can go either way."
  private static let keys = [
    ("Enter", "starts the chosen experiment; space pauses it"),
    ("← →", "turn the chosen knob while it trains"),
    ("?", "tells every key, wherever you are"),
  ]

  func draw(into frame: inout Frame) {
    let columns = min(62, frame.columns - 4)
    let width = max(1, columns - 6)
    var lines = Text.wrapped(Self.words, to: width).map { Line($0) } + [Line()]
    for (key, meaning) in Self.keys {
      let label = Line(Text.leading(key, in: 8), .accent, .bold)
      for (index, part) in Text.wrapped(meaning, to: max(1, width - 8)).enumerated() {
        lines.append((index == 0 ? label : Line(Text.spaces(8))) + Line(part))
      }
    }
    lines += [Line(), Line("This is said once. Any key goes on.", .faint)]
    let rect = frame.area.centred(columns: columns, rows: lines.count + 4)
    frame.fill(rect)
    let box = Box(title: Line("Welcome to ganbook", .accent, .bold))
    let inside = box.draw(into: &frame, in: rect, glyphs: glyphs, style: Style(.accent))
    frame.write(lines, in: inside.inset(columns: 2, rows: 1))
  }
}
