internal import Engine
private import Foundation

/// Looks at a game over the line: densities and discriminators, their divergences, and the
/// gradient that the generator gets beside the one that it should get.
final class LineViewer: GameViewer {
  let game: LineGame
  let grid: LineGrid
  let data: LineDensity
  let answers: LineAnswers?
  private let samples: LineSamples

  init(_ game: LineGame, threads: Int) {
    self.game = game
    grid = LineGrid(around: game.bounds)
    data = LineDensity(game.data)
    answers =
      game.opponent.parameters.isEmpty ? nil : LineAnswers(game.opponent, grid, threads: threads)
    samples = LineSamples(game, threads: threads)
  }

  // MARK: Measures

  func measurements(_ now: GameState) -> [Measurement] {
    switch game.objective {
    case .classification: return gaps(now) + answersInTheMean(now)
    case .maximumLikelihood: return gradients(now) + divergences(now) + gaps(now)
    case .exact, .variational: return divergences(now) + coverage(now)
    }
  }

  func theory(
    _ name: String, _ title: String, _ value: Double, _ theory: Double = .nan
  ) -> Measurement {
    Measurement(name, title: title, value: value, ofReal: theory, format: .number, group: .theory)
  }

  /// |D − D*| where there is mass (in the mean under ½(p_data + p_model), and at most), and where
  /// there is next to none.
  private func gaps(_ now: GameState) -> [Measurement] {
    guard let answers else { return [] }
    let logits = answers.values(now).logits
    let model = density(now)
    let most = grid.points.map { data(at: $0) + model[$0] }.max() ?? 1
    var (sum, largest, empty) = (0.0, 0.0, 0.0)
    let shown = Double(game.bounds.lowerBound)...Double(game.bounds.upperBound)
    for (index, x) in grid.points.enumerated() {
      let mass = data(at: x) + model[x]
      let gap = abs(sigmoid(Double(logits[index])) - sigmoid(logRatio(x, model)))
      sum += mass / 2 * gap * grid.spacing
      if mass > 1e-3 * most {
        largest = max(largest, gap)
      } else if shown.contains(x) {
        empty = max(empty, gap)
      }
    }
    return [
      theory("optimumGap", "|D − D*|", sum, 0), theory("optimumGapLargest", "largest", largest, 0),
      theory("optimumGapEmpty", "no mass", empty),
    ]
  }

  /// The means of D under p_data and under p_model, beside those of D*.
  private func answersInTheMean(_ now: GameState) -> [Measurement] {
    guard let answers else { return [] }
    let model = density(now)
    let learned = answers.values(now).logits.map { sigmoid(Double($0)) }
    let best = grid.points.map { sigmoid(logRatio($0, model)) }
    func mean(_ values: [Double], _ density: (Double) -> Double) -> Double {
      grid.integral(zip(grid.points, values).map { density($0) * $1 })
    }
    let (p, q) = ({ self.data(at: $0) }, { model[$0] })
    return [
      theory("answerToData", "D on data", mean(learned, p), mean(best, p)),
      theory("answerToModel", "D on model", mean(learned, q), mean(best, q)),
    ]
  }

  /// Both KLs and JS, both ways round.
  private func divergences(_ now: GameState) -> [Measurement] {
    let model = density(now)
    func kl(_ p: (Double) -> Double, _ q: (Double) -> Double) -> Double {
      grid.integral(
        grid.points.map { x in
          let (p, q) = (p(x), q(x))
          return p > 1e-300 ? p * (log(p) - log(max(q, 1e-300))) : 0
        })
    }
    func js(_ p: (Double) -> Double, _ q: (Double) -> Double) -> Double {
      let middle = { (x: Double) in (p(x) + q(x)) / 2 }
      return (kl(p, middle) + kl(q, middle)) / 2
    }
    let (p, q) = ({ self.data(at: $0) }, { model[$0] })
    return [
      theory("klDataModel", "KL(d‖m)", kl(p, q), bestKL),
      theory("klModelData", "KL(m‖d)", kl(q, p)),
      theory("js", "JS(d, m)", js(p, q)), theory("jsReversed", "JS(m, d)", js(q, p)),
      theory("klExcess", "above best", kl(p, q) - bestKL, 0),
    ]
  }

  /// KL(data‖model) of the best Gaussian, the one with the data's mean and variance.
  private var bestKL: Double {
    guard case .gaussian = game.generator else { return .nan }
    let best = LineDensity(mean: data.mean, deviation: data.variance.squareRoot())
    return grid.integral(
      grid.points.map { data(at: $0) * (data.log(at: $0) - best.log(at: $0)) })
  }

  /// Modes that have at least one per cent of the samples within three deviations, and the samples
  /// that are within three deviations of none.
  private func coverage(_ now: GameState) -> [Measurement] {
    func count(_ points: [Float]) -> (modes: Double, between: Double) {
      let census = Census(points.map { SIMD2($0, 0) }, of: game.data)
      return (Measure.modesStrict.value(census), 1 - Measure.highQuality.value(census))
    }
    let ours = count(samples.generated(now, step: now.step))
    let real = count(samples.real(now, step: now.step))
    return [
      Measurement(
        "modesStrict", title: "modes held", value: ours.modes, ofReal: real.modes,
        format: .count(of: game.data.components.count)),
      Measurement(
        "betweenShare", title: "between", value: ours.between, ofReal: real.between,
        format: .percent),
    ]
  }

  // MARK: Densities

  /// p_model on the grid's points.
  private struct ModelDensity {
    let at: (Double) -> Double
    /// Its logarithm, where the density itself would be lost in the tails.
    let log: (Double) -> Double
    subscript(x: Double) -> Double { at(x) }

    init(_ at: @escaping (Double) -> Double, log: ((Double) -> Double)? = nil) {
      self.at = at
      self.log = log ?? { Foundation.log(max(at($0), 1e-300)) }
    }
  }

  private func density(_ now: GameState) -> ModelDensity {
    switch game.generator {
    case .fixed(let mixture):
      let known = LineDensity(mixture)
      return ModelDensity({ known(at: $0) }, log: known.log)
    case .gaussian:
      let (mean, deviation) = parameters(now)
      let known = LineDensity(mean: mean, deviation: deviation)
      return ModelDensity { known(at: $0) }
    case .network:
      let estimate = LineEstimate(samples.generated(now, step: now.step), grid)
      return ModelDensity { estimate(at: $0) }
    }
  }

  private func logRatio(_ x: Double, _ model: ModelDensity) -> Double {
    data.log(at: x) - model.log(x)
  }

  func parameters(_ now: GameState) -> (mean: Double, deviation: Double) {
    (
      Double(now["generator.0.mean"][0]), exp(Double(now["generator.0.logDeviation"][0]))
    )
  }

  private func sigmoid(_ x: Double) -> Double { 1 / (1 + exp(-x)) }

  // MARK: The picture

  func picture(_ now: GameState, columns: Int, rows: Int) -> Picture {
    let model = density(now)
    let (low, high) = (Double(game.bounds.lowerBound), Double(game.bounds.upperBound))
    let count = max(2, 2 * columns)
    let places = (0..<count).map { low + (Double($0) + 0.5) / Double(count) * (high - low) }
    let logits = answers?.values(now).logits
    func learned(_ x: Double) -> Float? {
      guard let logits else { return nil }
      let index = Int(((x - grid.points[0]) / grid.spacing).rounded())
      return Float(sigmoid(ratio(Double(logits[min(max(0, index), logits.count - 1)]))))
    }
    return .line(
      LinePicture(
        bounds: game.bounds, data: places.map { Float(data(at: $0)) },
        model: places.map { Float(model[$0]) },
        discriminator: logits == nil ? nil : places.compactMap(learned),
        optimum: places.map { Float(sigmoid(logRatio($0, model))) }))
  }

  /// log(p_data / p_model) as D's output has it.
  private func ratio(_ output: Double) -> Double {
    if case .variational(let divergence) = game.objective {
      divergence.logRatio(output)
    } else {
      output
    }
  }
}
