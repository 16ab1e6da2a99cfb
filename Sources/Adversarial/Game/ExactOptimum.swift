private import Foundation
internal import Engine

/// Compares the learned discriminator with the optimal one where the generator's density is known
/// as the data's is: sums over the cells of the plane in place of samples.
///
/// D* = (a + b r)/(1 + r) with r = p_model/p_data from the logarithms, so that it is known where
/// both densities are lost to rounding.
final class ExactOptimum: OptimumComparison {
  private let data: Mixture
  private let model: Mixture
  private let field: FieldProgram
  private let grid: PlaneGrid
  private let cells: [Cell]

  /// A cell of the grid: the shares of both mixtures, and ln p_data − ln p_model.
  private struct Cell {
    let data: Double
    let model: Double
    let logRatio: Double
    /// Of half of each.
    var mass: Double { (data + model) / 2 }
  }

  /// Cells along each side of the part of the plane that the page shows.
  static let side = 128

  init(_ design: Design, data: Mixture, model: Mixture, threads: Int) {
    (self.data, self.model) = (data, model)
    field = FieldProgram(design, columns: Self.side, rows: Self.side, threads: threads)
    let grid = PlaneGrid(design.bounds, columns: Self.side, rows: Self.side)
    self.grid = grid
    let ratios = Self.logRatios(data, model, over: grid)
    let shares = zip(Self.shares(of: data, in: grid), Self.shares(of: model, in: grid))
    cells = zip(shares, ratios).map { Cell(data: $0.0, model: $0.1, logRatio: $1) }
  }

  func forget() {}

  // MARK: Measures

  /// |D − D*| where there is mass (in the mean under half of each density, and at most), and where
  /// there is next to none; and the means of D under each density beside those of D*.
  func measurements(
    _ game: CompiledGame, _ settings: Settings, step: Int, seed: UInt64, on pool: WorkerPool
  ) -> [Measurement] {
    let learned = field.values(game, over: grid, on: pool).probabilities.map(Double.init)
    let optimal = OptimalDiscriminator(settings)
    let best = cells.map { optimal(logRatio: $0.logRatio) }
    let gaps = zip(learned, best).map { abs($0 - $1) }
    let least = 1e-3 * (cells.map(\.mass).max() ?? 0)
    func largest(where isWanted: (Cell) -> Bool) -> Double {
      zip(cells, gaps).reduce(0) { isWanted($1.0) ? max($0, $1.1) : $0 }
    }
    return [
      theory("optimumGap", "|D − D*|", mean(gaps, \.mass), 0),
      theory("optimumGapLargest", "largest", largest { $0.mass > least }, 0),
      theory("optimumGapEmpty", "no mass", largest { $0.mass <= least }, .nan),
      theory("answerToData", "D on data", mean(learned, \.data), mean(best, \.data)),
      theory("answerToModel", "D on model", mean(learned, \.model), mean(best, \.model)),
    ]
  }

  private func mean(_ values: [Double], _ weight: (Cell) -> Double) -> Double {
    let whole = cells.reduce(0) { $0 + weight($1) }
    return zip(cells, values).reduce(0) { $0 + weight($1.0) * $1.1 } / whole
  }

  private func theory(
    _ name: String, _ title: String, _ value: Double, _ theory: Double
  ) -> Measurement {
    Measurement(name, title: title, value: value, ofReal: theory, format: .number, group: .theory)
  }

  // MARK: Fields

  func field(
    _ game: CompiledGame, _ settings: Settings, over grid: PlaneGrid, step: Int, seed: UInt64,
    on pool: WorkerPool
  ) -> Field {
    let optimal = OptimalDiscriminator(settings)
    return Field(
      columns: grid.columns, rows: grid.rows,
      values: Self.logRatios(data, model, over: grid).map { Float(optimal(logRatio: $0)) })
  }

  func shares(
    in grid: PlaneGrid, _ game: CompiledGame, step: Int, seed: UInt64, on pool: WorkerPool
  ) -> (data: [Double], model: [Double]) {
    (Self.shares(of: data, in: grid), Self.shares(of: model, in: grid))
  }

  private static func shares(of mixture: Mixture, in grid: PlaneGrid) -> [Double] {
    mixture.shares(in: grid.bounds, columns: grid.columns, rows: grid.rows)
  }

  private static func logRatios(_ data: Mixture, _ model: Mixture, over grid: PlaneGrid)
    -> [Double]
  {
    (0..<grid.rows).flatMap { row in
      (0..<grid.columns).map { column in
        let centre = grid.centre(row: row, column: column)
        return data.logDensity(at: centre) - model.logDensity(at: centre)
      }
    }
  }
}
