import Adversarial
import Notebook
import Plotting

/// Figure 22's row of pictures as text: one column's generated samples at each step, and the real
/// data at the end. Text has no colours to tell two clouds apart, so each has its own picture.
struct TextFilm {
  let film: [Moment]
  let column: Int

  /// Cells inside a picture's frame, at most, and columns of a page of text.
  private static let cells = (columns: 16, rows: 8)
  private static let pageWidth = 78
  private static let gap = 2

  /// A picture with the words in its frame.
  private struct Picture {
    let title: String
    let caption: String
    let points: [SIMD2<Float>]
    let bounds: Bounds
  }

  var lines: [String] {
    let pictures = pictures
    let (columns, rows) = size(of: pictures)
    let width = columns + 2
    let perRow = max(1, (Self.pageWidth + Self.gap) / (width + Self.gap))
    var lines: [String] = []
    for start in stride(from: 0, to: pictures.count, by: perRow) {
      let row = pictures[start..<min(start + perRow, pictures.count)]
      var frame = Frame(
        columns: row.count * (width + Self.gap) - Self.gap, rows: rows + 2)
      for (place, picture) in row.enumerated() {
        draw(
          picture, into: &frame,
          in: Rect(
            column: place * (width + Self.gap), row: 0, columns: width, rows: rows + 2))
      }
      lines += frame.lines
    }
    return lines
  }

  private var pictures: [Picture] {
    // A twin that began later has no picture of the time before.
    let moments = film.filter { $0.columns.indices.contains(column) }
    var pictures = moments.compactMap { moment -> Picture? in
      let column = moment.columns[column]
      guard case .plane(let plane) = column.picture else { return nil }
      return Picture(
        title: "step \(Number.spaced(moment.step))", caption: Report.caption(of: column),
        points: plane.generated, bounds: plane.bounds)
    }
    if case .plane(let plane)? = moments.last?.columns[column].picture {
      pictures.append(
        Picture(title: "real data", caption: "", points: plane.real, bounds: plane.bounds))
    }
    return pictures
  }

  private func size(of pictures: [Picture]) -> (columns: Int, rows: Int) {
    guard let extent = pictures.last?.bounds.extent else { return Self.cells }
    return Canvas.cells(
      showing: extent.width, by: extent.height,
      in: Rect(column: 0, row: 0, columns: Self.cells.columns, rows: Self.cells.rows))
  }

  private func draw(_ picture: Picture, into frame: inout Frame, in rect: Rect) {
    let inside = Box(title: Line(picture.title), note: Line(picture.caption))
      .draw(into: &frame, in: rect, glyphs: .unicode)
    var canvas = Canvas(
      columns: inside.columns, rows: inside.rows, x: picture.bounds.horizontal,
      y: picture.bounds.vertical)
    canvas.plot(picture.points)
    for row in 0..<inside.rows {
      for column in 0..<inside.columns {
        let mask = canvas.dots[row, column]
        if mask != 0 {
          frame[inside.row + row, inside.column + column] = Cell(Dots.braille(mask))
        }
      }
    }
  }
}
