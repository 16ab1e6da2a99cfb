extension Derivation {
  /// Exercise 7.1: the D that minimises J_D, one x at a time. What is due is found by halving: it
  /// is where −½ p/D + ½ q/(1 − D), the slope of J_D in D(x), changes its sign.
  static let ratioOfDensities = Derivation(
    "ratioOfDensities", title: "D*(x)",
    variables: [Variable("p", "p_data(x)"), Variable("q", "p_model(x)")],
    solution: "p / (p + q)",
    at: [[1, 1], [1, 3], [3, 1]] + grid([0.01, 0.1, 0.4, 0.9, 2, 5], [0.02, 0.2, 0.5, 1, 4, 7])
  ) { values in
    var (low, high) = (0.0, 1.0)
    for _ in 0..<60 {
      let middle = (low + high) / 2
      let slope = -values[0] / middle + values[1] / (1 - middle)
      if slope < 0 { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }

  /// Each of the one beside each of the other.
  static func grid(_ first: [Double], _ second: [Double]) -> [[Double]] {
    first.flatMap { one in second.map { [one, $0] } }
  }
}
