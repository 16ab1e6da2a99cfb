import Adversarial
import Plotting

/// The cells of densities over a line: p_data and p_model above, D and D* below.
struct LineCells {
  let line: LinePicture
  let glyphs: Glyphs

  static func legend(_ line: LinePicture, _ glyphs: Glyphs) -> Line {
    func entry(_ word: String, _ ink: Ink, _ letter: String) -> Line {
      Line("\(glyphs.hasBraille ? String(glyphs.dot) : letter) ", ink, .bold) + Line(word, .faint)
    }
    let densities = entry("p_data", .real, "o") + Line("  ") + entry("p_model", .generated, "x")
    let learned = line.discriminator == nil ? Line() : Line("  ") + entry("D", .accent, "#")
    return densities + learned + Line("  ") + entry("D*", .good, "-")
  }

  func draw(into frame: inout Frame, in rect: Rect) {
    var rest = rect
    guard rect.rows >= 6, rect.columns >= 12 else { return }
    let axis = rest.takeBottom(1)
    let below = rest.takeBottom(max(2, rest.rows * 2 / 5))
    let rule = rest.takeBottom(1)
    let top = [line.data, line.model].joined().filter(\.isFinite).max() ?? 1
    let scale = 0...Double(max(top * 1.05, 1e-6))
    draw(
      [(line.data, .real, "o"), (line.model, .generated, "x")], scale, meeting: .both,
      into: &frame, in: rest)
    var beliefs: [(values: [Float], ink: Ink, letter: Unicode.Scalar)] = [
      (line.optimum, .good, "-")
    ]
    if let learned = line.discriminator { beliefs.append((learned, .accent, "#")) }
    drawRule(into: &frame, in: rule)
    drawHalf(into: &frame, in: below)
    draw(beliefs, 0...1, meeting: .accent, into: &frame, in: below)
    drawAxis(into: &frame, in: axis)
  }

  private func drawRule(into frame: inout Frame, in rect: Rect) {
    let words = line.discriminator == nil ? " D* " : " D and D*, 0 to 1 "
    for column in rect.column..<rect.column + rect.columns {
      frame[rect.row, column] = Cell(glyphs.horizontal, Style(.faint))
    }
    frame.write(Line(words, .faint), row: 0, in: rect.inset(columns: 1))
  }

  /// ½, where a discriminator is undecided.
  private func drawHalf(into frame: inout Frame, in rect: Rect) {
    guard let row = Canvas.place(0.5, in: 0...1, of: rect.rows) else { return }
    for column in rect.column..<rect.column + rect.columns {
      frame[rect.row + rect.rows - 1 - row, column] = Cell(glyphs.level, Style(.faint))
    }
  }

  /// The ends and the middle of the line in view.
  private func drawAxis(into frame: inout Frame, in rect: Rect) {
    let (low, high) = (Double(line.bounds.lowerBound), Double(line.bounds.upperBound))
    frame.write(Line(Number.short(low), .faint), row: 0, in: rect)
    frame.write(Line(Number.short((low + high) / 2), .faint), row: 0, in: rect, .centre)
    frame.write(Line(Number.short(high), .faint), row: 0, in: rect, .trailing)
  }

  /// Curves over each other; where two meet in a cell they share its dots and one ink.
  private func draw(
    _ curves: [(values: [Float], ink: Ink, letter: Unicode.Scalar)],
    _ scale: ClosedRange<Double>, meeting: Ink, into frame: inout Frame, in rect: Rect
  ) {
    let dots = curves.map { strokes($0.values, scale, in: rect) }
    for row in 0..<rect.rows {
      for column in 0..<rect.columns {
        let present = curves.indices.filter { dots[$0][row, column] != 0 }
        guard let last = present.last else { continue }
        let mask = present.reduce(UInt8(0)) { $0 | dots[$1][row, column] }
        let ink = present.count > 1 ? meeting : curves[last].ink
        let letter: Unicode.Scalar = present.count > 1 ? "%" : curves[last].letter
        frame[rect.row + row, rect.column + column] = Cell(
          glyphs.hasBraille ? Dots.braille(mask) : letter, Style(ink))
      }
    }
  }

  /// A curve as dots, each joined to the one before.
  private func strokes(_ values: [Float], _ scale: ClosedRange<Double>, in rect: Rect) -> Dots {
    var dots = Dots(columns: rect.columns, rows: rect.rows)
    var before: Int?
    for column in 0..<dots.across {
      guard !values.isEmpty else { return dots }
      let value = Double(values[min(values.count - 1, column * values.count / dots.across)])
      let clamped = min(max(value, scale.lowerBound), scale.upperBound)
      guard let row = Canvas.place(clamped, in: scale, of: dots.down) else {
        before = nil
        continue
      }
      let last = before ?? row
      for dot in min(last, row)...max(last, row) {
        dots.set(column: column, row: dots.down - 1 - dot)
      }
      before = row
    }
    return dots
  }
}
