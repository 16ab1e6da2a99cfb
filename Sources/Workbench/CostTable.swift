import Plotting

/// What the minibatch makes of each cost: its mean, and how steep the curve is where samples stand.
struct CostTable {
  let curves: [CostCurves.Curve]
  let glyphs: Glyphs

  func draw(into frame: inout Frame, in rect: Rect) {
    guard !rect.isEmpty else { return }
    let isWide = rect.columns >= 44
    let head =
      Text.leading(isWide ? "  means over it" : "  mean", in: name(rect))
      + Text.trailing("J_G", in: Self.number)
      + Text.trailing(isWide ? "|∂J_G/∂l|" : "slope", in: number(rect))
    frame.write(Line(head, .faint), row: 0, in: rect)
    for (row, curve) in curves.reversed().enumerated() {
      frame.write(line(curve, in: rect), row: row + 1, in: rect)
    }
  }

  private static let number = 8

  private func number(_ rect: Rect) -> Int { rect.columns >= 44 ? 12 : Self.number }

  /// The columns of the names.
  private func name(_ rect: Rect) -> Int {
    min(20, rect.columns - Self.number - number(rect))
  }

  private func line(_ curve: CostCurves.Curve, in rect: Rect) -> Line {
    let mark = curve.isPlayed ? glyphs.pointer : glyphs.hasBraille ? " " : curve.letter
    let title = Text.clipped(curve.title, to: name(rect) - 2)
    return Line("\(mark) ", .accent, .bold)
      + Line(
        Text.leading(title, in: name(rect) - 2), curve.ink, curve.isPlayed ? .bold : [])
      + Line(
        Number.fitted(Double(curve.cost), width: Self.number, places: 3), .normal,
        curve.isPlayed ? .bold : [])
      + Line(
        Number.fitted(Double(curve.slope), width: number(rect), places: 3), .normal,
        curve.isPlayed ? .bold : [])
  }
}
