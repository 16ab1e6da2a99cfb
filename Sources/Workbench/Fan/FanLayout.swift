import Plotting

/// Where the seeds of a fan stand: tiles of one size, as large as lets all of them in, or as small
/// as still shows something.
struct FanLayout {
  let planes: Rect
  let summary: Rect
  /// Tiles in a row.
  let across: Int
  /// Rows of tiles on the screen.
  let down: Int
  let tile: (columns: Int, rows: Int)

  private static let smallest = (columns: 14, rows: 6)

  init(state: State, count: Int) {
    var rest = Rect(column: 0, row: 2, columns: state.columns, rows: max(0, state.rows - 4))
    summary = rest.takeBottom(
      min(FanSummary.rows(state: state, columns: rest.columns), max(3, rest.rows / 3)))
    planes = rest
    var best = (across: 1, size: -1)
    for across in 1...max(1, min(count, rest.columns / Self.smallest.columns)) {
      let down = (count + across - 1) / across
      let (width, height) = (rest.columns / across, max(Self.smallest.rows, rest.rows / down))
      // A cell is twice as high as wide, and a plane is as wide as high.
      let size = min(width - 2, 2 * (height - 2))
      if size > best.size { best = (across, size) }
    }
    across = best.across
    let rowsOfTiles = (count + across - 1) / across
    tile = (
      rest.columns / across,
      max(min(Self.smallest.rows, rest.rows), rest.rows / max(1, rowsOfTiles))
    )
    down = max(1, rest.rows / max(1, tile.rows))
  }

  /// The cells of a plane, for D's field.
  var field: (columns: Int, rows: Int) { (max(0, tile.columns - 2), max(0, tile.rows - 2)) }

  /// The tiles in view, when one is to be seen: the place of each and its area.
  func tiles(of count: Int, seeing chosen: Int) -> [(place: Int, rect: Rect)] {
    let rows = (count + across - 1) / across
    let scroll = min(max(0, chosen / across - down / 2), max(0, rows - down))
    let first = scroll * across
    return (first..<min(count, first + down * across)).map { place in
      let (row, column) = ((place - first) / across, (place - first) % across)
      return (
        place,
        Rect(
          column: planes.column + column * tile.columns, row: planes.row + row * tile.rows,
          columns: tile.columns, rows: tile.rows)
      )
    }
  }
}
