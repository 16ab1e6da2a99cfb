extension Derivation {
  /// Exercise 7.3: the f whose E_model f(x), D held fixed at D*, has the gradient of maximum
  /// likelihood. What is due is −p_data/p_model for densities that D* = D belongs to. The same
  /// number more everywhere is right as well: E_model 1 has no gradient.
  static let likelihoodWeight = Derivation(
    "likelihoodWeight", title: "f", variables: [Variable("D", "D*(x)")],
    solution: "-exp(logit(D))", isUpToConstant: true,
    at: [[0.5], [0.75], [0.2]] + (1..<40).map { [Double($0) / 40] }
  ) { values in
    // p_model = 1, so that p_data is the p of p/(p + 1) = D.
    let data = values[0] / (1 - values[0])
    return -data
  }
}
