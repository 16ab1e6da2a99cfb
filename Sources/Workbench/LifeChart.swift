import Notebook
import Plotting

/// The modes' shares over time in so many columns, from the first step to the live one.
struct LifeChart {
  let life: ModeLife
  /// The step in view: what came later has not been seen yet.
  let step: Int
  let live: Int
  let columns: Int

  /// Where the column of a step is.
  func place(of step: Int) -> Int {
    guard live > 0 else { return 0 }
    return min(columns - 1, Int(Double(step) / Double(live) * Double(columns)))
  }

  /// For each mode the largest share within each column's time; nil where nothing is known yet.
  var cells: [[Float?]] {
    let steps = life.steps
    return life.shares.map { shares in
      var cells = [Float?](repeating: nil, count: columns)
      for (record, step) in steps.enumerated() where step <= self.step && !shares[record].isNaN {
        let place = place(of: step)
        cells[place] = max(cells[place] ?? 0, shares[record])
      }
      return Self.held(cells, upTo: place(of: min(step, steps.last ?? 0)))
    }
  }

  /// A column without a record shows the one before: nothing else is known.
  private static func held(_ cells: [Float?], upTo last: Int) -> [Float?] {
    var before: Float?
    return cells.enumerated().map { index, cell in
      before = cell ?? before
      return index <= last ? before : nil
    }
  }

  /// The hops up to the step in view.
  var hops: [Hop] { life.hops.filter { $0.step <= step } }

  /// The newest shares up to the step in view, a mode each; empty where there are none.
  var newest: [Float] {
    guard let record = life.steps.lastIndex(where: { $0 <= step }) else { return [] }
    return life.shares.map { $0[record] }
  }
}

/// How a share is drawn in one cell.
enum LifeGlyph {
  /// A mode with less than 1 % of the samples is not reached.
  static func isReached(_ share: Float?) -> Bool { share.map { $0 >= 0.01 } ?? false }

  /// One mode: as high as the root of its share, so that an eighth is seen beside the whole.
  static func of(_ share: Float?, _ glyphs: Glyphs) -> Unicode.Scalar {
    guard let share, isReached(share) else { return " " }
    return glyphs.heights[1 + Int((min(1, share).squareRoot() * 7).rounded())]
  }

  /// Two modes in one cell: which of them are reached.
  static func of(
    _ upper: Float?, _ lower: Float?, _ glyphs: Glyphs
  ) -> Unicode.Scalar {
    let marks: [Unicode.Scalar] =
      glyphs.hasBraille ? [" ", "▀", "▄", "█"] : [" ", "'", ".", ":"]
    return marks[(isReached(upper) ? 1 : 0) + (isReached(lower) ? 2 : 0)]
  }
}
