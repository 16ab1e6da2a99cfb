import Foundation
internal import Engine

/// A fixed family of lines in z, pushed through the generator: the image of a surface in z, the
/// same at every look, so that its bends are the generator's.
///
/// - One dimension: the one line −3…3.
/// - Two: a grid, z₁ and z₂ at every half standard deviation from −2 to 2.
/// - More: z(s, t) = (w₀ cos s + w₁ sin s + w₂ cos t + w₃ sin t)/√2, with wᵢ ~ N(0, I) drawn once a
///   run. Each such z is itself a draw of N(0, I), near the shell of radius √d where such draws
///   lie; a flat slice through the middle would show what G makes of z that never come. The lines
///   of constant s or t are closed.
final class ManifoldProgram {
  private let player: NetworkInputs
  private let points: Tensor
  private let program: Program

  /// Lines in each direction, and points on a line.
  static let lines = 9
  static let pointsALine = 49

  init(_ design: Design, threads: Int) {
    let graph = Graph()
    player = NetworkInputs(.generator, design.generator, in: graph)
    let weights = Self.weights(dimension: design.noiseDimension)
    let width = weights[0].count
    let family = graph.literal(weights.flatMap { $0 }, [weights.count, width])
    let z =
      design.noiseDimension <= 2
      ? family
      : family.product(
        graph.random(.normal, [width, design.noiseDimension], stream: Stream.manifoldNoise))
    // A line is of one class: between classes there is no way.
    let told = design.labels.isTold ? design.labels.appended(to: z, each: Self.pointsALine) : z
    points = design.generator(told, player.parameters)
    program = Program(graph, outputs: [points], threads: threads)
  }

  func lines(_ game: CompiledGame, seed: UInt64, on pool: WorkerPool) -> [[SIMD2<Float>]] {
    player.write(game, into: program)
    program.run(seed: seed, step: 0, on: pool)
    let all = pairs(program.read(points))
    return stride(from: 0, to: all.count, by: Self.pointsALine).map {
      Array(all[$0..<$0 + Self.pointsALine])
    }
  }

  /// What z is made of, a row a point and a line after the other: z itself for one and two
  /// dimensions, the weights of w₀ … w₃ for more.
  static func weights(dimension: Int) -> [[Float]] {
    let steps = (0..<pointsALine).map { Float($0) / Float(pointsALine - 1) }
    switch dimension {
    case 1: return steps.map { [6 * $0 - 3] }
    case 2:
      let grid = (0..<lines).map { 4 * Float($0) / Float(lines - 1) - 2 }
      return grid.flatMap { level in steps.map { [level, 4 * $0 - 2] } }
        + grid.flatMap { level in steps.map { [4 * $0 - 2, level] } }
    default:
      func angles(_ turn: Float) -> [Float] {
        let angle = 2 * Double.pi * Double(turn)
        return [Float(cos(angle) / 2.0.squareRoot()), Float(sin(angle) / 2.0.squareRoot())]
      }
      let turns = (0..<lines).map { Float($0) / Float(lines) }
      return turns.flatMap { turn in steps.map { angles(turn) + angles($0) } }
        + turns.flatMap { turn in steps.map { angles($0) + angles(turn) } }
    }
  }
}
