import Plotting

/// The planes of a view: one that shows all, or several that part the marks among them.
struct PlaneParts {
  struct Part {
    /// Stands over it; empty where the border says it.
    var title = ""
    let wanted: PlaneCells.Wanted
    let rect: Rect
  }

  private(set) var parts: [Part] = []

  /// Within a panel's border.
  init(of view: PlaneView, in rect: Rect) {
    let inside = rect.inset(columns: 1, rows: 1)
    switch view {
    case .overlay, .costs: add("", .all, inside)
    case .split: split(inside)
    case .generated: add("", [.generated, .lines, .ground], inside)
    case .density:
      let halves = Self.cut(inside, columns: 2, rows: 1)
      add("", [.dataDensity, .ground], halves[0])
      add("", [.modelDensity, .lines, .ground], halves[1])
    case .field, .optimum, .difference: add("", [.lines, .ground], inside)
    }
  }

  /// What is real, what is generated and what D makes of it; where four fit as well as three, the
  /// fourth has all of it.
  private mutating func split(_ inside: Rect) {
    let row = Self.cut(inside, columns: 3, rows: 1)
    let square = Self.cut(inside, columns: 2, rows: 2)
    let isSquare = Self.scale(square[0]) >= Self.scale(row[0])
    let rects = isSquare ? square : row
    add("real", .real, rects[0])
    add("generated", [.generated, .lines], rects[1])
    add("D", .ground, rects[2])
    if isSquare { add("all", .all, rects[3]) }
  }

  /// A part under its title, which is left out where it would take much of the height.
  private mutating func add(_ title: String, _ wanted: PlaneCells.Wanted, _ rect: Rect) {
    var rest = rect
    let isTitled = !title.isEmpty && rect.rows > 6
    if isTitled { _ = rest.takeTop(1) }
    parts.append(Part(title: isTitled ? title : "", wanted: wanted, rect: rest))
  }

  /// Rows of the largest undistorted square.
  private static func scale(_ rect: Rect) -> Int { min(rect.columns / 2, rect.rows) }

  /// Alike pieces, with a gap between columns that keeps them apart.
  private static func cut(_ rect: Rect, columns: Int, rows: Int) -> [Rect] {
    let width = (rect.columns - columns + 1) / columns
    let height = rect.rows / rows
    var pieces: [Rect] = []
    for row in 0..<rows {
      for column in 0..<columns {
        // The last column ends where the area does.
        let isLast = column == columns - 1
        let left = isLast ? rect.columns - width : column * (width + 1)
        pieces.append(
          Rect(
            column: rect.column + left, row: rect.row + row * height, columns: max(0, width),
            rows: height))
      }
    }
    return pieces
  }
}
