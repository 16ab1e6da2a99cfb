internal import Engine

/// Sets the learned discriminator of the plane beside the optimal one, without touching the game.
protocol OptimumComparison: AnyObject {
  /// How far apart the two are.
  func measurements(
    _ game: CompiledGame, _ settings: Settings, step: Int, seed: UInt64, on pool: WorkerPool
  ) -> [Measurement]
  /// D* of each cell; not a number where it is not known.
  func field(
    _ game: CompiledGame, _ settings: Settings, over grid: PlaneGrid, step: Int, seed: UInt64,
    on pool: WorkerPool
  ) -> Field
  /// The shares of the data and of the samples that fall into each cell.
  func shares(
    in grid: PlaneGrid, _ game: CompiledGame, step: Int, seed: UInt64, on pool: WorkerPool
  ) -> (data: [Double], model: [Double])
  /// Goes on with other numbers of the game.
  func forget()
}

extension OptimumComparison {
  /// Both densities over the cells.
  func densities(
    _ game: CompiledGame, over grid: PlaneGrid, step: Int, seed: UInt64, on pool: WorkerPool
  ) -> Densities {
    let area = Double(grid.cell.x) * Double(grid.cell.y)
    let shares: (data: [Double], model: [Double]) =
      grid.count > 0 ? shares(in: grid, game, step: step, seed: seed, on: pool) : ([], [])
    func field(_ shares: [Double]) -> Field {
      Field(columns: grid.columns, rows: grid.rows, values: shares.map { Float($0 / area) })
    }
    return Densities(data: field(shares.data), model: field(shares.model))
  }
}

extension Design {
  /// By closed forms where both densities have such, else by samples.
  func optimumComparison(threads: Int) -> any OptimumComparison {
    guard let data = data.modes, let model = generator.knownMixture else {
      return OptimumProbe(self, threads: threads)
    }
    return ExactOptimum(self, data: data, model: model, threads: threads)
  }
}
