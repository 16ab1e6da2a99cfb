/// The line along which a field has a value, as straight pieces between the centres of its cells
/// (marching squares: Lorensen and Cline 1987, in two dimensions).
///
/// It follows from the values alone, whatever was drawn before. Values are known at the centres of
/// cells; beyond the outermost ones the field goes on as it is, so that the line reaches the edge.
/// Where a value is not a number there is no line.
public struct Contour: Sendable, Equatable {
  /// A piece of the line.
  public struct Piece: Sendable, Equatable {
    public var start: SIMD2<Double>
    public var end: SIMD2<Double>
  }

  /// In shares of the area: (0, 0) is its upper left corner, (1, 1) its lower right one.
  public private(set) var pieces: [Piece] = []

  private let values: [Float]
  private let columns: Int
  private let rows: Int
  private let level: Double

  /// - Parameters:
  ///   - values: row by row, the uppermost first.
  ///   - level: the value that the line runs along; a cell that has it lies on the upper side.
  public init(_ values: [Float], columns: Int, rows: Int, at level: Double) {
    precondition(values.count == columns * rows, "\(columns)×\(rows) is not \(values.count)")
    (self.values, self.columns, self.rows, self.level) = (values, columns, rows, level)
    guard columns > 0, rows > 0, level.isFinite else { return }
    for row in -1..<rows {
      for column in -1..<columns { march(row: row, column: column) }
    }
  }

  /// No line.
  public init() { self.init([], columns: 0, rows: 0, at: 0) }

  public static func == (one: Contour, other: Contour) -> Bool { one.pieces == other.pieces }

  private struct Corner {
    let place: SIMD2<Double>
    let value: Double
  }

  /// A centre, or its neighbour at the edge.
  private func corner(_ row: Int, _ column: Int) -> Corner {
    func along(_ index: Int, _ count: Int) -> Double {
      index < 0 ? 0 : index >= count ? 1 : (Double(index) + 0.5) / Double(count)
    }
    return Corner(
      place: SIMD2(along(column, columns), along(row, rows)), value: value(row, column))
  }

  /// What a centre, or the nearest one from beyond the edge, is above the level by.
  private func value(_ row: Int, _ column: Int) -> Double {
    let (row, column) = (min(max(0, row), rows - 1), min(max(0, column), columns - 1))
    return Double(values[row * columns + column]) - level
  }

  /// The pieces within the square between four centres.
  private mutating func march(row: Int, column: Int) {
    // Most squares have no line: they are told apart before anything is made.
    let signs = (
      value(row, column) >= 0, value(row, column + 1) >= 0, value(row + 1, column + 1) >= 0,
      value(row + 1, column) >= 0
    )
    guard signs != (true, true, true, true), signs != (false, false, false, false) else { return }
    let corners = [
      corner(row, column), corner(row, column + 1), corner(row + 1, column + 1),
      corner(row + 1, column),
    ]
    guard !corners.contains(where: { $0.value.isNaN }) else { return }
    let above = [signs.0, signs.1, signs.2, signs.3]
    let crossed = (0..<4).filter { above[$0] != above[($0 + 1) % 4] }
    let places = crossed.map { crossing(corners[$0], corners[($0 + 1) % 4]) }
    if places.count == 2 {
      pieces.append(Piece(start: places[0], end: places[1]))
      return
    }
    // A saddle: the middle tells which corners belong together.
    let isMiddleAbove = corners.reduce(0) { $0 + $1.value } >= 0
    let first = isMiddleAbove == above[0] ? [(0, 1), (2, 3)] : [(3, 0), (1, 2)]
    for (one, other) in first { pieces.append(Piece(start: places[one], end: places[other])) }
  }

  /// Where the value is passed between two centres.
  private func crossing(_ one: Corner, _ other: Corner) -> SIMD2<Double> {
    let share = one.value / (one.value - other.value)
    return one.place + (other.place - one.place) * (share.isFinite ? share : 0.5)
  }
}
