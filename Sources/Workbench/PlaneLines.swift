import Adversarial
import Plotting

/// The lines that fields draw on a plane, as dots of its cells: D's middle, without colours also
/// half of the scale on either side, and around the generator's samples.
struct PlaneLines {
  private var middle: Canvas
  private var below: Canvas
  private var above: Canvas
  private var model: Canvas
  private let glyphs: Glyphs

  static let middleLook = PlaneSketch.Look(ink: .boundary)
  static let modelLook = PlaneSketch.Look(ink: .good)
  /// What stands for a line's dots where there is no braille.
  static let middleLetter: Unicode.Scalar = "="
  static let modelLetter: Unicode.Scalar = "@"

  init(_ cells: PlaneCells, _ wanted: PlaneCells.Wanted, _ area: PlaneArea) {
    let empty = Canvas(
      columns: area.rect.columns, rows: area.rect.rows, x: area.window.horizontal,
      y: area.window.vertical)
    (middle, below, above, model) = (empty, empty, empty, empty)
    glyphs = cells.glyphs
    let memory = cells.memory
    let over = memory.window.map { (x: $0.horizontal, y: $0.vertical) }
    if wanted.contains(.ground), let view = cells.contoured {
      middle.plot(memory.field(of: view).line, over: over)
    }
    if wanted.contains(.ground), !cells.hasColour, let view = cells.ground {
      let halves = memory.field(of: view).halves(isAbsolute: cells.state.isAbsolute)
      below.plot(halves.below, over: over)
      above.plot(halves.above, over: over)
    }
    if wanted.contains(.lines), cells.state.layers.contains(.model) {
      for line in memory.model?.lines ?? [] { model.plot(line, over: over) }
    }
  }

  /// The line around the samples at a cell; it lies over the other lines.
  func samples(row: Int, column: Int) -> (Unicode.Scalar, PlaneSketch.Look)? {
    mark(model, Self.modelLetter, row, column).map { ($0, Self.modelLook) }
  }

  /// The uppermost of D's lines at a cell; nil where there is none.
  func mark(row: Int, column: Int) -> (Unicode.Scalar, PlaneSketch.Look)? {
    if let glyph = mark(middle, Self.middleLetter, row, column) {
      return (glyph, Self.middleLook)
    }
    for (canvas, letter) in [(above, "+" as Unicode.Scalar), (below, "-")]
    where canvas.dots[row, column] != 0 {
      return (letter, PlaneSketch.Look(ink: .faint))
    }
    return nil
  }

  private func mark(
    _ canvas: Canvas, _ letter: Unicode.Scalar, _ row: Int, _ column: Int
  ) -> Unicode.Scalar? {
    let mask = canvas.dots[row, column]
    return mask == 0 ? nil : glyphs.hasBraille ? Dots.braille(mask) : letter
  }
}
