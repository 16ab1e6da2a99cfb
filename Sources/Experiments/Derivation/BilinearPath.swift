extension Derivation {
  /// Exercise 7.2: where x is at time t, if both players of V = xy go down their gradients in steps
  /// without size. What is due is found by following (ẋ, ẏ) = (−y, x) in small steps (Runge and
  /// Kutta, 1/200 each).
  static let bilinearPath = Derivation(
    "bilinearPath", title: "x(t)",
    variables: [Variable("a", "x(0)"), Variable("b", "y(0)"), Variable("t", "time")],
    solution: "a * cos(t) - b * sin(t)", tolerance: 1e-7,
    at: [[1, 0, 1], [0, 1, 1], [2, 1, 0]]
      + [[1.0, 0.5], [-0.7, 2], [3, -1]].flatMap { start in
        [0.25, 0.5, 1.5, 2, 3, 4.5, 6].map { start + [$0] }
      }
  ) { values in
    var place = SIMD2(values[0], values[1])
    let count = max(1, Int((200 * values[2]).rounded(.up)))
    let step = values[2] / Double(count)
    func field(_ place: SIMD2<Double>) -> SIMD2<Double> { SIMD2(-place.y, place.x) }
    for _ in 0..<count {
      let first = field(place)
      let second = field(place + first * (step / 2))
      let third = field(place + second * (step / 2))
      let fourth = field(place + third * step)
      place += (first + (second + third) * 2 + fourth) * (step / 6)
    }
    return place.x
  }

  /// Exercise 7.2 with steps that have a size: how far from (0, 0) n simultaneous steps of size h
  /// lead, from a distance of 1. What is due is found by taking them.
  static let simultaneousRadius = Derivation(
    "simultaneousRadius", title: "the distance",
    variables: [Variable("h", "the size of a step"), Variable("n", "steps")],
    solution: "(1 + h^2)^(n / 2)",
    at: [[1, 1], [1, 2], [0.1, 100]]
      + grid([0.01, 0.1, 0.5, 1.5], [1, 2, 3, 10, 40]).filter { $0[0] * $0[1] < 30 }
  ) { values in
    var place = SIMD2(1.0, 0.0)
    for _ in 0..<Int(values[1]) { place += SIMD2(-place.y, place.x) * values[0] }
    return (place * place).sum().squareRoot()
  }
}
