import Plotting

// Several planes side by side, and where the rest goes.

extension RunLayout {
  /// Narrower than this, a plane stands alone and a key turns to the next.
  static let leastPlane = 30
  /// Rows that the curves under the planes need to tell anything.
  private static let leastBelow = 12

  mutating func arrangeTwins(_ body: Rect) {
    if count == 2, body.columns >= 110, body.rows >= 24 {
      var left = body
      let side = left.takeRight(46)
      arrangePlanesOver(.charts, in: left)
      tabs = [.knobs, .page]
      panels.append((tab == .page ? .page : .knobs, side))
    } else if body.columns >= 110, body.rows >= 28 {
      arrangeStrip(body)
    } else if body.rows - planeRows(columns: body.columns / count) >= Self.leastBelow {
      tabs = [.charts, .knobs, .page]
      arrangePlanesOver(shown(of: tabs), in: body)
    } else {
      arrangeByTabs(body)
    }
  }

  /// Planes over everything, curves and knobs beside each other below.
  private mutating func arrangeStrip(_ body: Rect) {
    var rest = body
    let rows = min(planeRows(columns: body.columns / count), body.rows - Self.leastBelow)
    place(planes: rest.takeTop(rows))
    tabs = [.knobs, .page]
    let side = rest.takeRight(46)
    panels += [(.charts, rest), (tab == .page ? .page : .knobs, side)]
  }

  private mutating func arrangePlanesOver(_ panel: Panel, in rect: Rect) {
    var rest = rect
    let rows = min(planeRows(columns: rect.columns / count), rect.rows - Self.leastBelow)
    place(planes: rest.takeTop(rows))
    panels.append((panel, rest))
  }

  /// The planes fill the screen; what a tab shows takes the place of the others.
  private mutating func arrangeByTabs(_ body: Rect) {
    tabs = [.plane, .charts, .knobs, .page]
    switch shown(of: tabs) {
    case .plane: place(planes: body)
    case .charts: panels = [(.charts, body)]
    case let panel:
      var rest = body
      panels = [(.plane(focus), rest.takeLeft(planeColumns(in: body))), (panel, rest)]
    }
  }

  private mutating func place(planes rect: Rect) {
    var rest = rect
    for column in 0..<count {
      let width = rest.columns / (count - column)
      panels.append((.plane(column), rest.takeLeft(width)))
    }
  }

  /// The rows at which a plane fills so many columns, its borders counted.
  private func planeRows(columns: Int) -> Int {
    Int((Double(columns - 2) / proportion).rounded()) + 2
  }
}
