import Adversarial
import Plotting

/// The cells of figure 16 alive: costs over D(G(z)), the minibatch standing on them, how much of it
/// is where, and what that makes of each cost.
struct CostCells {
  let costs: CostPicture
  let glyphs: Glyphs

  /// The values in view; beyond them a curve leaves the picture.
  private static let range = -5.0...5.0
  /// Below the first of these D rejects a sample with confidence, above the second it is fooled.
  private static let edges: [Float] = [0.1, 0.9]
  /// Columns that the values beside the picture take.
  private static let margin = 3

  func draw(into frame: inout Frame, in rect: Rect) {
    guard rect.rows >= 6, rect.columns >= 20 else { return }
    var rest = rect
    let table = rest.takeBottom(rect.rows >= 15 ? costs.curves.count + 1 : 0)
    let beside = rest.takeLeft(Self.margin)
    let shares = rest.takeBottom(1)
    let bars = rest.takeBottom(rect.rows >= 24 ? 3 : rect.rows >= 18 ? 2 : 1)
    let axis = rest.takeBottom(1)
    drawGrid(into: &frame, in: rest, beside: beside)
    CostCurves(curves: curves, glyphs: glyphs, range: Self.range).draw(
      into: &frame, in: rest, standing: costs.beliefs)
    drawAxis(into: &frame, in: axis)
    drawBars(into: &frame, in: bars)
    drawShares(into: &frame, in: shares)
    CostTable(curves: curves, glyphs: glyphs).draw(into: &frame, in: table)
  }

  /// The curves with their looks, the one that is played last: it lies over the others.
  private var curves: [CostCurves.Curve] {
    let all = costs.curves.enumerated().map { CostCurves.Curve($1, number: $0) }
    return all.filter { !$0.isPlayed } + all.filter(\.isPlayed)
  }

  // MARK: Words in the border

  static func legend(_ glyphs: Glyphs, columns: Int) -> Line {
    let tries = ["a sample of the next minibatch", "a sample"]
    let entries = tries.map { Line("\(glyphs.dot) ", .normal, .bold) + Line($0, .faint) }
    return entries.first { $0.width <= columns } ?? Line()
  }

  static func note(_ costs: CostPicture, columns: Int) -> Line {
    let count = Number.spaced(costs.beliefs.count)
    let tries = ["J_G of a sample over its D(G(z)); \(count) samples", "J_G over D(G(z))"]
    return Line(tries.first { Text.width(of: $0) <= columns } ?? "", .faint)
  }

  // MARK: The picture

  /// Zero, the edges between what D is sure of and what not, and the values beside.
  private func drawGrid(into frame: inout Frame, in rect: Rect, beside: Rect) {
    for edge in Self.edges {
      let column = rect.column + place(edge, in: rect)
      for row in rect.row..<rect.row + rect.rows {
        frame[row, column] = Cell(glyphs.ahead, Style(.faint))
      }
    }
    let axis = Axis(Self.range)
    for tick in axis.ticks(most: max(3, rect.rows / 3)) {
      guard let row = Canvas.place(tick, in: Self.range, of: rect.rows).map({ rect.rows - 1 - $0 })
      else { continue }
      frame.write(
        Line(Text.trailing(Number.short(tick), in: Self.margin - 1), .faint), row: row, in: beside)
      guard tick == 0 else { continue }
      for column in rect.column..<rect.column + rect.columns {
        frame[rect.row + row, column] = Cell(glyphs.level, Style(.faint))
      }
    }
  }

  /// The column, from the left, over a belief.
  private func place(_ belief: Float, in rect: Rect) -> Int {
    Canvas.place(Double(belief), in: 0...1, of: rect.columns) ?? 0
  }

  private func drawAxis(into frame: inout Frame, in rect: Rect) {
    let isWide = rect.columns >= 26
    for tick in isWide ? [0.1, 0.5, 0.9] : [0.5] {
      let text = Number.short(tick)
      let column = place(Float(tick), in: rect) - (tick < 0.5 ? 0 : 1)
      frame.write(Line(text, .faint), row: 0, in: rect, offset: column)
    }
    frame.write(Line("0", .faint), row: 0, in: rect)
    frame.write(Line("1", .faint), row: 0, in: rect, .trailing)
    guard isWide else { return }
    frame.write(Line("D(G(z))", .faint), row: 0, in: rect, offset: rect.columns * 7 / 10 - 3)
  }

  // MARK: The minibatch beneath it

  private func drawBars(into frame: inout Frame, in rect: Rect) {
    var counts = Array(repeating: 0, count: rect.columns)
    for belief in costs.beliefs where belief.isFinite { counts[place(belief, in: rect)] += 1 }
    guard let most = counts.max(), most > 0 else { return }
    let steps = glyphs.heights.count - 1
    for (column, count) in counts.enumerated() where count > 0 {
      let height = max(1, count * rect.rows * steps / most)
      for row in 0..<rect.rows {
        let filled = min(steps, max(0, height - (rect.rows - 1 - row) * steps))
        guard filled > 0 else { continue }
        frame[rect.row + row, rect.column + column] = Cell(
          glyphs.heights[filled], Style(.generated))
      }
    }
  }

  /// How much of the minibatch D rejects with confidence, is unsure of, and takes for real.
  private func drawShares(into frame: inout Frame, in rect: Rect) {
    let finite = costs.beliefs.filter(\.isFinite)
    let (low, high) = (
      finite.count { $0 < Self.edges[0] }, finite.count { $0 > Self.edges[1] }
    )
    let parts = [low, finite.count - low - high, high]
    let words =
      rect.columns >= 56
      ? [" rejected", " unsure", " taken for real"]
      : rect.columns >= 36 ? [" below .1", "", " above .9"] : ["", "", ""]
    let sides: [Frame.Side] = [.leading, .centre, .trailing]
    for index in parts.indices {
      let share = 100 * Double(parts[index]) / Double(max(1, finite.count))
      let line =
        Line("\(Number.fixed(share, places: 0)) %", .normal, .bold) + Line(words[index], .faint)
      frame.write(line, row: 0, in: rect, sides[index])
    }
  }
}
