import Plotting

/// What a cell of the screen is about: what a click or the wheel there means.
enum Spot: Equatable {
  /// Nothing, and nothing beneath it either: a question has to be answered first.
  case cover
  /// A row of the list in view: a page or preset, a run, a claim, a command.
  case entry(Int)
  /// A tile of a fan.
  case seed(Int)
  case knob(Int)
  /// A note of the run in view.
  case note(Int)
  /// The line of time.
  case time
  /// The plane of a column.
  case plane(Int)
  /// A chart among all that the run has.
  case chart(Int)
  /// The area of the chart that fills the screen, between its axes.
  case plot
  /// A text that scrolls.
  case text
  /// Anything else inside the palette's box.
  case box

  private var code: (kind: UInt8, value: Int) {
    switch self {
    case .cover: (0, 0)
    case .entry(let index): (1, index)
    case .seed(let index): (2, index)
    case .knob(let index): (3, index)
    case .note(let index): (4, index)
    case .time: (5, 0)
    case .plane(let column): (6, column)
    case .text: (7, 0)
    case .box: (8, 0)
    case .chart(let index): (9, index)
    case .plot: (10, 0)
    }
  }

  init(_ spot: Frame.Spot) {
    self =
      switch spot.kind {
      case 1: .entry(spot.value)
      case 2: .seed(spot.value)
      case 3: .knob(spot.value)
      case 4: .note(spot.value)
      case 5: .time
      case 6: .plane(spot.value)
      case 7: .text
      case 8: .box
      case 9: .chart(spot.value)
      case 10: .plot
      default: .cover
      }
  }

  /// Marks an area of a frame as this.
  func mark(_ rect: Rect, in frame: inout Frame) {
    frame.mark(rect, kind: code.kind, value: code.value)
  }

  /// Marks a row of an area.
  func mark(row: Int, of rect: Rect, in frame: inout Frame) {
    guard row >= 0, row < rect.rows else { return }
    mark(
      Rect(column: rect.column, row: rect.row + row, columns: rect.columns, rows: 1), in: &frame)
  }
}
