internal import Engine
private import Foundation

/// Looks at a game of two numbers: the radius beside what the linearised game predicts, or beside
/// that of the circle where the game is known to stop, and the eigenvalues of the game's Jacobian
/// at its equilibrium by second derivatives.
final class PointViewer: GameViewer {
  private let game: PointGame
  private let threads: Int
  private let linear: LinearGame
  private var arrows: ArrowProgram?

  init(_ game: PointGame, threads: Int) {
    self.game = game
    self.threads = threads
    linear = LinearGame(game, threads: threads)
  }

  func measurements(_ now: GameState) -> [Measurement] {
    let radius = Self.radius(now["x"], now["y"])
    let predicted = Self.radius(now["linear.x"], now["linear.y"])
    let rates = linear.rates(now)
    let start = Self.radius([game.start.x], [game.start.y])
    let growth = now.step > 0 && start > 0 ? root(radius / start, now.step) : .nan
    func measure(_ name: String, _ title: String, _ value: Double, _ theory: Double) -> Measurement
    {
      Measurement(
        name, title: title, value: value, ofReal: theory, format: .number, group: .theory)
    }
    return [
      measure("radius", "radius", radius, limit(now) ?? predicted),
      measure("growth", "growth a step", growth, rates.spectralRadius),
      measure("eigenvalueReal", "Re λ of v′", rates.eigenvalue.real, rates.closedForm.real),
      measure(
        "eigenvalueImaginary", "Im λ of v′", rates.eigenvalue.imaginary,
        rates.closedForm.imaginary),
    ]
  }

  func picture(_ now: GameState, columns: Int, rows: Int) -> Picture {
    let program = arrows ?? ArrowProgram(game, threads: threads)
    arrows = program
    // So that the Dirac-GAN's simultaneous path from (1, 1) stays in sight for 500 steps of 0.2.
    let reach = 3.2 * max(0.25, max(abs(game.start.x), abs(game.start.y)))
    let bounds = Bounds(x: -reach...reach, y: -reach...reach)
    return .phase(
      PhasePortrait(
        bounds: bounds, place: [now["x"][0], now["y"][0]], start: game.start,
        arrows: program.values(now, bounds), curves: (x: "x", y: "y"),
        words: linear.rates(now).words
          + (limit(now).map { ", as far as the circle of radius \(($0 * 1_000).rounded() / 1_000)" }
            ?? "")))
  }

  private func limit(_ now: GameState) -> Double? {
    game.limitRadius(rate: now.settings.number("learningRate"))
  }

  private static func radius(_ x: [Float], _ y: [Float]) -> Double {
    let (x, y) = (Double(x[0]), Double(y[0]))
    return (x * x + y * y).squareRoot()
  }

  /// The n-th root, by which a step multiplies on average.
  private func root(_ value: Double, _ count: Int) -> Double {
    value > 0 ? exp(log(value) / Double(count)) : 0
  }
}

/// The game around its equilibrium: what one step does to a small distance from it.
private final class LinearGame {
  struct Rates {
    /// The eigenvalue of the field's Jacobian with the largest real part (the upper one of a pair).
    var eigenvalue: (real: Double, imaginary: Double)
    /// The same by hand, for the method's own field.
    var closedForm: (real: Double, imaginary: Double)
    /// By how much a step multiplies the distance in the long run.
    var spectralRadius: Double

    /// "spirals out: a step multiplies the distance by 1.0050".
    var words: String {
      let factor = "\((spectralRadius * 10_000).rounded() / 10_000)"
      let by = "a step multiplies the distance by \(factor)"
      switch spectralRadius {
      case ..<0.99995: return "λ inside the unit circle: goes in, \(by)"
      case ..<1.00005: return "λ on the unit circle: circles, comes no nearer"
      default: return "λ outside the unit circle: goes out, \(by)"
      }
    }
  }

  private let game: PointGame
  private let knobs: [(name: String, tensor: Tensor)]
  private let isFirst: Tensor
  /// ∂v/∂(x, y), row-major [4].
  private let jacobian: Tensor
  /// ∂step/∂(x, y, v before), row-major [16].
  private let step: Tensor
  private let program: Program

  init(_ game: PointGame, threads: Int) {
    self.game = game
    let graph = Graph()
    knobs = ["learningRate", "gamma"].map { ($0, graph.input($0, .scalar)) }
    isFirst = graph.input("isFirst", .scalar)
    let origin = PointGame.origin(in: graph)
    let v = game.field(origin.x, origin.y, gamma: knobs[1].tensor)
    func rows(_ outputs: [Tensor], _ targets: [Tensor]) -> Tensor {
      let all = outputs.flatMap { gradient(of: $0, for: targets) }
      return Tensor.concatenate(all.map { $0.reshaped([1]) }, axis: 0)
    }
    jacobian = rows([v.x, v.y], [origin.x, origin.y])
    let next = game.moved(
      origin, rate: knobs[0].tensor, gamma: knobs[1].tensor, isFirst: isFirst,
      movers: Set(Player.allCases))
    step = rows(next.parts, origin.parts)
    program = Program(graph, outputs: [jacobian, step], threads: threads)
  }

  func rates(_ now: GameState) -> Rates {
    for (name, tensor) in knobs {
      program.write([Float(now.settings.number(name))], to: tensor)
    }
    program.write([0], to: isFirst)
    program.run(seed: 0, step: 0, on: now.pool)
    let own = program.read(jacobian).map(Double.init)
    let (half, determinant) = ((own[0] + own[3]) / 2, own[0] * own[3] - own[1] * own[2])
    let gamma = game.method.isPenalised ? now.settings.number("gamma") : 0
    let turning = game.payoff.turning
    return Rates(
      eigenvalue: Self.upper(half: half, determinant: determinant),
      closedForm: Self.upper(half: -gamma / 2, determinant: turning * turning),
      spectralRadius: SpectralRadius.of(program.read(step).map(Double.init), size: 4))
  }

  /// The eigenvalue ½tr + √(¼tr² − det) of a 2×2 matrix.
  private static func upper(half: Double, determinant: Double) -> (Double, Double) {
    let square = half * half - determinant
    return square >= 0 ? (half + square.squareRoot(), 0) : (half, (-square).squareRoot())
  }
}

/// The field at a grid of places.
private final class ArrowProgram {
  private static let side = 13
  private let x: Tensor
  private let y: Tensor
  private let gamma: Tensor
  private let field: Tensor
  private let program: Program

  init(_ game: PointGame, threads: Int) {
    let graph = Graph()
    let count = Self.side * Self.side
    x = graph.input("x", [count])
    y = graph.input("y", [count])
    gamma = graph.input("gamma", .scalar)
    let v = game.field(x, y, gamma: gamma)
    field = Tensor.concatenate([v.x, v.y], axis: 0)
    program = Program(graph, outputs: [field], threads: threads)
  }

  func values(_ now: GameState, _ bounds: Bounds) -> [PhasePortrait.Arrow] {
    let side = Self.side
    func along(_ range: ClosedRange<Float>, _ index: Int) -> Float {
      range.lowerBound
        + (Float(index) + 0.5) / Float(side) * (range.upperBound - range.lowerBound)
    }
    let places = (0..<side * side).map {
      SIMD2(along(bounds.x, $0 % side), along(bounds.y, $0 / side))
    }
    program.write(places.map(\.x), to: x)
    program.write(places.map(\.y), to: y)
    program.write([Float(now.settings.number("gamma"))], to: gamma)
    program.run(seed: 0, step: 0, on: now.pool)
    let values = program.read(field)
    return places.enumerated().map { index, place in
      .init(at: place, direction: [values[index], values[places.count + index]])
    }
  }
}
