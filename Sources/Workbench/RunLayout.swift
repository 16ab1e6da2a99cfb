import Adversarial
import Notebook
import Plotting

/// Where things stand on the run page: a pure function of the size and the plane's proportions.
struct RunLayout {
  /// A panel beside the plane, or in its place.
  enum Panel: Hashable {
    /// The plane of a column.
    case plane(Int)
    case charts, knobs, page
  }

  private(set) var title = Rect(column: 0, row: 0, columns: 0, rows: 0)
  private(set) var time = Rect(column: 0, row: 0, columns: 0, rows: 0)
  private(set) var guide = Rect(column: 0, row: 0, columns: 0, rows: 0)
  private(set) var claim = Rect(column: 0, row: 0, columns: 0, rows: 0)
  /// What lies between the title and the line of time.
  private(set) var body = Rect(column: 0, row: 0, columns: 0, rows: 0)
  private(set) var footer = Rect(column: 0, row: 0, columns: 0, rows: 0)
  /// What stands where, from left to right and top to bottom.
  var panels: [(panel: Panel, rect: Rect)] = []
  /// The panels that Tab turns through; one of them is shown.
  var tabs: [Tab] = []
  let tab: Tab
  let count: Int
  let focus: Int
  let proportion: Double

  /// Rows that charts and knobs need when they stand one above the other.
  private static let rowsForBoth = 31

  init(state: State) {
    tab = state.run?.tab ?? .plane
    count = state.run?.columns.count ?? 1
    focus = state.run?.focus ?? 0
    proportion = Self.proportion(of: state.run)
    var body = Rect(column: 0, row: 0, columns: state.columns, rows: state.rows)
    title = body.takeTop(1)
    footer = body.takeBottom(1)
    let isLow = state.rows < 16
    let looksBack = state.run?.isLookingBack ?? false
    // Where there is no room for both, looking back takes the claim's row.
    claim = body.takeBottom(!isLow ? 2 : looksBack ? 0 : 1)
    let strip = state.run?.guide?.rows(columns: state.columns, of: state.rows) ?? 0
    guide = body.takeBottom(isLow ? 0 : strip)
    time = body.takeBottom(!isLow || looksBack ? 1 : 0)
    self.body = body
    if count > 1, body.columns / count >= Self.leastPlane, body.rows >= 14 {
      arrangeTwins(body)
    } else {
      arrange(body)
    }
  }

  /// How many columns a row of the plane needs, as cells are twice as high as wide.
  private static func proportion(of run: RunState?) -> Double {
    guard case .plane(let plane)? = run?.moment?.columns[0].picture else { return 2 }
    let (width, height) = plane.bounds.extent
    let proportion = 2 * width / height
    return proportion.isFinite && proportion > 0 ? min(max(proportion, 0.5), 8) : 2
  }

  private mutating func arrange(_ body: Rect) {
    var rest = body
    if body.columns < 56 {
      tabs = [.plane, .charts, .knobs, .page]
      panels = [(shown(of: tabs), body)]
    } else if body.columns < 72, body.rows >= 28 {
      tabs = [.charts, .knobs, .page]
      panels = [(.plane(focus), rest.takeTop(body.rows - 15)), (shown(of: tabs), rest)]
    } else {
      panels = [(.plane(focus), rest.takeLeft(planeColumns(in: body)))]
      arrangeSide(rest)
    }
  }

  /// What one plane takes of a body that something stands beside.
  func planeColumns(in body: Rect) -> Int {
    let wanted = Int((Double(body.rows - 2) * proportion).rounded()) + 2
    let side = body.columns < 80 ? 28 : body.columns < 110 ? 38 : 46
    return max(24, min(wanted, body.columns - side))
  }

  private mutating func arrangeSide(_ rect: Rect) {
    var rest = rect
    if rect.columns >= 88 {
      tabs = [.knobs, .page]
      panels.append((.charts, rest.takeLeft(rect.columns / 2)))
      panels.append((tab == .page ? .page : .knobs, rest))
    } else if rect.rows >= Self.rowsForBoth {
      tabs = [.charts, .page]
      if tab == .page {
        panels.append((.page, rest))
      } else {
        let charts = rest.takeTop(max(19, rect.rows * 11 / 20))
        // The boxes share a line.
        rest = Rect(
          column: rest.column, row: rest.row - 1, columns: rest.columns, rows: rest.rows + 1)
        panels += [(.charts, charts), (.knobs, rest)]
      }
    } else {
      tabs = [.charts, .knobs, .page]
      panels.append((shown(of: tabs), rest))
    }
  }

  func shown(of tabs: [Tab]) -> Panel {
    switch tabs.contains(tab) ? tab : tabs[0] {
    case .plane: .plane(focus)
    case .charts: .charts
    case .knobs: .knobs
    case .page: .page
    }
  }

  /// Whether the knobs hang under the charts.
  var joinsKnobs: Bool {
    panels.contains { $0.panel == .charts } && tabs.first == .charts && showsKnobs
  }

  var showsKnobs: Bool { panels.contains { $0.panel == .knobs } }

  /// Where planes stand.
  var planes: [(panel: Panel, rect: Rect)] {
    panels.filter { if case .plane = $0.panel { true } else { false } }
  }

  /// The cells at which D's field is wanted: those of a part of the plane's view, at least a few.
  func field(of view: PlaneView) -> (columns: Int, rows: Int) {
    let rect = planes.first.map { PlaneParts(of: view, in: $0.rect).parts[0].rect }
    guard let rect, !rect.isEmpty else { return (16, 8) }
    let cells = Canvas.cells(showing: proportion, by: 2, in: rect)
    return (min(cells.columns, 240), min(cells.rows, 120))
  }
}

extension Bounds {
  /// Width and height in units of the plane.
  var extent: (width: Double, height: Double) {
    (
      Double(x.upperBound) - Double(x.lowerBound), Double(y.upperBound) - Double(y.lowerBound)
    )
  }
}
