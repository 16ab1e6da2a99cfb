import Foundation
internal import Engine

/// Measures an unrolled game's look ahead without touching the game: what D's cost does over the
/// inner updates, and what differentiating through them adds to G's gradient. A program of its
/// own, on a batch of its own.
final class LookAheadProbe {
  private let steps: Int
  private let inputs: GameInputs
  private let numbers: Tensor
  private let program: Program

  init(_ design: Design, threads: Int) {
    steps = design.unrolling.steps
    let graph = Graph()
    inputs = GameInputs(design, in: graph)
    let moves = inputs.moves(design, in: graph)
    let batch = moves.draw(data: Stream.aheadData, noise: Stream.aheadNoise)
    numbers = moves.outlook(on: batch).numbers(moves.norm)
    program = Program(graph, outputs: [numbers], threads: threads)
  }

  var byteCount: Int { program.byteCount }

  func measurements(
    _ game: CompiledGame, _ settings: Settings, step: Int, seed: UInt64, on pool: WorkerPool
  ) -> [Measurement] {
    inputs.write(game, settings, step: step, into: program)
    program.run(seed: seed, step: UInt32(truncatingIfNeeded: step), on: pool)
    return measurements(of: program.read(numbers).map(Double.init))
  }

  private func measurements(of numbers: [Double]) -> [Measurement] {
    let costs = (0...steps).map { index in
      Measurement(
        "innerCost\(index)", title: "J_D +\(index)", value: numbers[index], ofReal: .nan,
        format: .number, group: .lookAhead)
    }
    let (own, apart, chord) = (numbers[steps + 1], numbers[steps + 2], numbers[steps + 3])
    // Two unit vectors: the chord between their ends is 2 sin(angle / 2).
    let angle = 2 * asin(min(1, chord / 2)) * 180 / Double.pi
    return [
      Measurement(
        "secondOrderShare", title: "2nd order", value: apart / own, ofReal: .nan,
        format: .percent, group: .secondOrder),
      Measurement(
        "secondOrderAngle", title: "angle °", value: angle, ofReal: .nan, format: .number,
        group: .secondOrder),
    ] + costs
  }
}
