import Adversarial
import Plotting

/// The cells of a plane without its border: layer over layer.
///
/// From the ground up: a field, the line at its middle, the pull of the field, the manifold and the
/// contours of the samples, trails, points, arrows, what lies beyond the edge, the crosshair.
/// The uppermost mark of a cell is shown; dots of two layers are never mixed, as one ink would lie
/// about the other.
struct PlaneCells {
  let plane: Plane
  let memory: PlaneMemory
  let view: PlaneView
  let state: PlaneState
  /// The part of the plane in view.
  let window: Bounds
  let glyphs: Glyphs
  let hasColour: Bool

  /// Which marks are wanted in an area: a view of several areas parts them.
  struct Wanted: OptionSet {
    let rawValue: Int
    static let real = Wanted(rawValue: 1)
    static let generated = Wanted(rawValue: 2)
    /// The generator's manifold, arrows and trails.
    static let lines = Wanted(rawValue: 4)
    /// D's field and its contour, or what the view has in their place.
    static let ground = Wanted(rawValue: 8)
    static let dataDensity = Wanted(rawValue: 16)
    static let modelDensity = Wanted(rawValue: 32)
    static let all: Wanted = [.real, .generated, .lines, .ground]
  }

  /// What the ground shows; nil for nothing.
  var ground: PlaneView? {
    if view.needsOptimum { return view }
    // Shades of one colour are read on a bare ground.
    if view == .density { return nil }
    if state.layers.contains(.optimum), !memory.optimum.isEmpty { return .optimum }
    return state.layers.contains(.field) ? .field : nil
  }

  /// How points are shown.
  var marks: Scatter.Marks {
    let isCrowded =
      (view == .overlay || view == .split) && state.layers.isSuperset(of: [.real, .generated])
    return .init(hasBraille: glyphs.hasBraille, isAlone: hasColour || !isCrowded)
  }

  /// The arrows in an area; nil where the layer is off.
  func arrows(in rect: Rect) -> PlaneArrows? {
    guard state.layers.contains(.arrows) else { return nil }
    return PlaneArrows(plane, in: PlaneArea(showing: window, in: rect))
  }

  /// The scale of the ground's colours; nil where there is none.
  var scale: FieldScale? {
    ground.flatMap { memory.field(of: $0).scale(isAbsolute: state.isAbsolute) }
  }

  /// What the line at the middle is a line of; nil where it is off.
  var contoured: PlaneView? {
    guard state.layers.contains(.contour) else { return nil }
    return view.needsOptimum ? view : .field
  }

  /// The points in view of a layout that are beyond its edge, of what is shown.
  func edges(_ wanted: Wanted, _ area: PlaneArea) -> PlaneEdges {
    var edges = PlaneEdges(columns: area.rect.columns)
    if wanted.contains(.real), state.layers.contains(.real) {
      edges.take(plane.real, .real, in: area, glyphs: glyphs)
    }
    if wanted.contains(.generated), state.layers.contains(.generated) {
      edges.take(plane.generated, .generated, in: area, glyphs: glyphs)
    }
    return edges
  }

  /// Draws what is wanted, undistorted in the middle of an area.
  func draw(_ wanted: Wanted, into frame: inout Frame, in rect: Rect) {
    let area = PlaneArea(showing: window, in: rect)
    let sketch = PlaneSketch(self, wanted, area)
    let lines = PlaneLines(self, wanted, area)
    let pull = PlanePull(self, wanted, area)
    let edges = edges(wanted, area)
    let crosshair = state.crosshair.flatMap { area.place(of: $0) }
    let ground = wanted.contains(.ground) ? ground.map { heatmap($0, area) } : nil
    for row in 0..<area.rect.rows {
      for column in 0..<area.rect.columns {
        let level = ground?.level(
          row: row, of: area.rect.rows, column: column, of: area.rect.columns)
        var cell = Cell(" ", Style(.faint, on: level.map { Ground.field($0) } ?? .normal))
        if let edge = edges.mark(row: row, column: column) {
          cell.draw(edge.glyph, PlaneSketch.Look(ink: edge.ink, attributes: .bold))
        } else if let (glyph, look) = sketch.mark(row: row, column: column)
          ?? lines.samples(row: row, column: column) ?? sketch.shade(row: row, column: column)
          ?? lines.mark(row: row, column: column) ?? pull.mark(row: row, column: column)
        {
          cell.draw(glyph, look)
        }
        if let crosshair { cross(&cell, row: row, column: column, at: crosshair) }
        frame[area.rect.row + row, area.rect.column + column] = cell
      }
    }
  }

  private func heatmap(_ view: PlaneView, _ area: PlaneArea) -> Heatmap {
    memory.heatmap(
      view, isAbsolute: state.isAbsolute, over: window, columns: area.rect.columns,
      rows: area.rect.rows)
  }

  /// Hairlines over what is blank, and the cell that is read in reverse.
  private func cross(
    _ cell: inout Cell, row: Int, column: Int, at place: (row: Int, column: Int)
  ) {
    let isBlank =
      cell.character == " " || [.faint, .boundary].contains(cell.style.foreground)
    switch (row == place.row, column == place.column) {
    case (true, true):
      if isBlank { cell.character = glyphs.origin }
      cell.style = Style(.accent, on: .normal, [.bold, .reverse])
    case (true, false) where isBlank:
      cell = Cell(glyphs.horizontal, Style(.faint, on: cell.style.background))
    case (false, true) where isBlank:
      cell = Cell(glyphs.vertical, Style(.faint, on: cell.style.background))
    default: break
    }
  }
}

extension Cell {
  /// Puts a mark on the ground that is there.
  fileprivate mutating func draw(_ glyph: Unicode.Scalar, _ look: PlaneSketch.Look) {
    character = glyph
    style = Style(look.ink, on: style.background, look.attributes)
  }
}

extension Scatter.Marks {
  /// Without colour, letters tell the clouds apart; a cloud alone can have its dots.
  init(hasBraille: Bool, isAlone: Bool) { self = hasBraille && isAlone ? .braille : .letters }
}
