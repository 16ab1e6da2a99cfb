private import Foundation

extension LineViewer {
  /// The gradient of E f(G(z)) with f = −exp(σ⁻¹(D)) held fixed, beside ∇KL(data‖model).
  ///
  /// With x = μ + e^s z it is −∫ p_model(x) exp(a(x)) a′(x) (1, x − μ) dx, a being D's logit; with
  /// D* the product p_model·exp(a) is p_data. The exact one: ((μ−m)/σ², 1 − (v + (m−μ)²)/σ²) for
  /// data of mean m and variance v.
  func gradients(_ now: GameState) -> [Measurement] {
    guard case .gaussian = game.generator else { return [] }
    let (mean, deviation) = parameters(now)
    let model = LineDensity(mean: mean, deviation: deviation)
    let variance = deviation * deviation
    let apart = data.mean - mean
    let exact = SIMD2(-apart / variance, 1 - (data.variance + apart * apart) / variance)
    func implied(_ weight: (Int, Double) -> Double, _ slope: (Int, Double) -> Double) -> SIMD2<
      Double
    > {
      var sum = SIMD2(0.0, 0.0)
      for (index, x) in grid.points.enumerated() {
        let part = -weight(index, x) * slope(index, x) * grid.spacing
        sum += SIMD2(part, part * (x - mean))
      }
      return sum
    }
    let optimal = implied(
      { _, x in data(at: x) }, { _, x in data.slope(at: x) - model.slope(at: x) })
    // One sample's gradient varies: E_model of its square, by the same sum.
    var square = 0.0
    for x in grid.points {
      let slope = data.slope(at: x) - model.slope(at: x)
      let weight = exp(2 * data.log(at: x) - model.log(at: x))
      square += weight * slope * slope * (1 + (x - mean) * (x - mean)) * grid.spacing
    }
    let spread = max(0, square - norm(optimal) * norm(optimal)).squareRoot()
    let noise = spread / max(1e-12, norm(optimal)) / Double(game.batch).squareRoot()
    var measures = [
      theory("angleOptimal", "∠ with D*", angle(optimal, exact), 0),
      theory("ratioOptimal", "ratio", norm(optimal) / norm(exact), 1),
      theory("gradientNoise", "noise/size", noise),
    ]
    if let answers {
      let (logits, slopes) = answers.values(now)
      let learned = implied(
        { index, x in exp(min(80, model.log(at: x) + Double(logits[index]))) },
        { index, _ in Double(slopes[index]) })
      measures += [
        theory("angleLearned", "∠ learned D", angle(learned, exact), 0),
        theory("ratioLearned", "its ratio", norm(learned) / norm(exact), 1),
      ]
    }
    return measures
  }

  private func norm(_ v: SIMD2<Double>) -> Double { (v.x * v.x + v.y * v.y).squareRoot() }

  /// In degrees.
  private func angle(_ a: SIMD2<Double>, _ b: SIMD2<Double>) -> Double {
    abs(atan2(a.x * b.y - a.y * b.x, a.x * b.x + a.y * b.y)) * 180 / Double.pi
  }
}
