import Adversarial
import Plotting

/// The lines around half and around nine tenths of what a density has in view.
struct DensityContours: Sendable {
  let lines: [Contour]

  /// Of the samples, what is inside each line.
  static let shares = [0.5, 0.9]

  init(_ density: Field) {
    let values = Self.smoothed(density)
    let finite = values.filter { $0.isFinite && $0 > 0 }.sorted(by: >)
    let whole = finite.reduce(0.0) { $0 + Double($1) }
    lines = Self.shares.compactMap { share in
      var sum = 0.0
      let level = finite.first {
        sum += Double($0)
        return sum >= share * whole
      }
      return level.map {
        Contour(values, columns: density.columns, rows: density.rows, at: Double($0))
      }
    }
  }

  /// Counts of samples are ragged: each cell takes a part of its neighbours (1, 2, 1 both ways).
  private static func smoothed(_ density: Field) -> [Float] {
    let (columns, rows) = (density.columns, density.rows)
    guard columns > 0, rows > 0 else { return [] }
    func at(_ values: [Float], _ row: Int, _ column: Int) -> Float {
      values[min(max(0, row), rows - 1) * columns + min(max(0, column), columns - 1)]
    }
    func every(_ value: (Int, Int) -> Float) -> [Float] {
      (0..<rows).flatMap { row in (0..<columns).map { value(row, $0) } }
    }
    let across = every {
      (at(density.values, $0, $1 - 1) + 2 * at(density.values, $0, $1)
        + at(density.values, $0, $1 + 1)) / 4
    }
    return every {
      (at(across, $0 - 1, $1) + 2 * at(across, $0, $1) + at(across, $0 + 1, $1)) / 4
    }
  }
}
