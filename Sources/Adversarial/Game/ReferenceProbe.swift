internal import Engine

/// What G owes to the batch that it is normalized by in training (§4.3), without touching the game:
/// 2,500 samples as the game makes them, and from the same z as many in hundreds, each hundred
/// normalized by a reference batch that G has never met.
final class ReferenceProbe {
  private let player: NetworkInputs
  private let own: Tensor
  private let fresh: Tensor
  private let program: Program
  private let modes: Mixture

  static let references = 25

  /// Nil where the data have no modes to be near.
  init?(_ design: Design, threads: Int) {
    guard let modes = design.data.modes else { return nil }
    let graph = Graph()
    let (count, rows) = (PlaneViewer.measuredCount, PlaneViewer.measuredCount / Self.references)
    let player = NetworkInputs(.generator, design.generator, in: graph)
    let noise = graph.random(
      .normal, [count, design.noiseDimension], stream: Stream.referenceNoise)
    let parts = (0..<Self.references).map { index in
      let company = Company.noise(
        rows: design.freshReferenceRows, columns: design.noiseDimension,
        number: UInt32(index + 1))
      return design.generator.among(company)(
        noise.slice(axis: 0, from: index * rows, count: rows), player.parameters)
    }
    own = design.generator(noise, player.parameters)
    fresh = Tensor.concatenate(parts, axis: 0)
    program = Program(graph, outputs: [own, fresh], threads: threads)
    (self.player, self.modes) = (player, modes)
  }

  func measurements(
    _ game: CompiledGame, step: Int, seed: UInt64, on pool: WorkerPool
  ) -> [Measurement] {
    player.write(game, into: program)
    program.run(seed: seed, step: UInt32(truncatingIfNeeded: step), on: pool)
    let (trained, anew) = (quality(of: own), quality(of: fresh))
    return [
      Measurement(
        "freshQuality", title: "fresh refs", value: anew, ofReal: .nan, format: .percent),
      Measurement(
        "referenceOverfit", title: "overfit", value: trained - anew, ofReal: 0,
        format: .percent),
    ]
  }

  private func quality(of points: Tensor) -> Double {
    Measure.highQuality.value(Census(pairs(program.read(points)), of: modes))
  }
}
