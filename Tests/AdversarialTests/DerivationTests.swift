import Engine
import Experiments
import Foundation
import Testing

@testable import Adversarial

/// What the exercises ask for, against the games themselves.
@Suite struct DerivationTests {
  private func formula(_ text: String, _ derivation: Derivation) throws -> Formula {
    try Formula(text, variables: derivation.variables.map(\.name))
  }

  private func objection(_ text: String, to name: String) throws -> String? {
    let derivation = try #require(Derivation.all.first { $0.name == name })
    return derivation.objection(to: try formula(text, derivation))
  }

  @Test func `each solution agrees with what the computation finds`() throws {
    for derivation in Derivation.all {
      #expect(try objection(derivation.solution, to: derivation.name) == nil, "\(derivation.name)")
      #expect(derivation.count >= 20, "\(derivation.name)")
    }
    #expect(Set(Derivation.all.map(\.name)).count == Derivation.all.count)
  }

  @Test(arguments: [
    ("ratioOfDensities", "1 / (1 + q / p)"), ("ratioOfDensities", "sigmoid(ln(p) - ln(q))"),
    ("ratioOfDensities", "exp(ln(p)) / (q + p)"), ("bilinearPath", "a*cos(t) + b*cos(t + pi/2)"),
    ("simultaneousRadius", "sqrt(1 + h*h)^n"), ("simultaneousRadius", "exp(n/2 * ln(1 + h^2))"),
    ("likelihoodWeight", "-D/(1 - D)"), ("likelihoodWeight", "1 / (D - 1)"),
    ("likelihoodWeight", "5 - D/(1 - D)"),
  ])
  func `an answer is right however it is written`(name: String, text: String) throws {
    #expect(try objection(text, to: name) == nil)
  }

  @Test(arguments: [
    (
      "ratioOfDensities", "q / (p + q)",
      "at p = 1, q = 3 your formula is 0.75, and D*(x) is 0.25; it agrees at 1 of 39 places"
    ),
    ("ratioOfDensities", "ln(p - q)", "at p = 1, q = 1 your formula has no value; D*(x) is 0.5"),
    ("ratioOfDensities", "p / (p + q) / 2", "your formula is 0.5 times D*(x), everywhere"),
    ("ratioOfDensities", "p / (p + q) + 1", "your formula is off by the same 1 everywhere"),
    ("likelihoodWeight", "D / (1 - D)", "your formula is f with the wrong sign, everywhere"),
    ("likelihoodWeight", "-exp(logit(D)) / 2", "your formula is 0.5 times f, everywhere"),
  ])
  func `where an answer differs is said`(name: String, text: String, words: String) throws {
    #expect(try objection(text, to: name) == words)
  }

  @Test func `nearly right is not right`() throws {
    #expect(try objection("p / (p + q) + 0.000001 * p", to: "ratioOfDensities") != nil)
    #expect(try objection("(1 + h^2 / 2)^n", to: "simultaneousRadius") != nil)
    #expect(try objection("-ln(1 / (1 - D))", to: "likelihoodWeight") != nil)
    #expect(try objection("0", to: "bilinearPath") != nil)
  }

  // MARK: The games

  /// The engine's own derivative of J_D at the solution of 7.1 vanishes, for any two weights.
  @Test func `the slope of the cost is zero at p over p plus q`() throws {
    let derivation = try #require(Derivation.all.first { $0.name == "ratioOfDensities" })
    let answer = try formula(derivation.solution, derivation)
    for (p, q) in [(0.2, 0.7), (3, 1), (0.01, 5)] {
      let graph = Graph()
      let belief = answer.value([p, q])
      let logit = graph.literal([Float(log(belief / (1 - belief)))], [1])
      let cost = ((-logit).softplus() * Float(p) + logit.softplus() * Float(q)).sum()
      let slope = gradient(of: cost, for: [logit])[0]
      let program = Program(graph, outputs: [slope])
      program.run(seed: 0, step: 0)
      #expect(abs(program.read(slope)[0]) < 1e-6)
    }
  }

  @Test func `the players of V = xy are where the formulas say`() throws {
    let page = Experiment.exercises
    func place(_ rate: Double, _ steps: Int) throws -> [Double] {
      var settings = Settings(page.hyperparameters)
      try settings.set("exercise", to: .choice("7.2"))
      try settings.set("learningRate", to: .number(rate))
      try settings.set("startY", to: .number(0.5))
      let game = try page.design(settings).begin(settings: settings, seed: 1, threads: 1)
      for _ in 0..<steps { game.advance() }
      return game.curves.prefix(2).map(Double.init)
    }
    let path = try #require(Derivation.all.first { $0.name == "bilinearPath" })
    let there = try formula(path.solution, path).value([1, 0.5, 2])
    #expect(abs(try place(0.0005, 4_000)[0] - there) < 2e-3)
    let radius = try #require(Derivation.all.first { $0.name == "simultaneousRadius" })
    let far = try formula(radius.solution, radius).value([0.1, 50]) * 1.25.squareRoot()
    let end = try place(0.1, 50)
    #expect(abs((end[0] * end[0] + end[1] * end[1]).squareRoot() / far - 1) < 1e-4)
  }

  /// ∫ p_model f ∇log p_model by sums on a grid, for the f of 7.3, beside ∇KL(data‖model).
  @Test func `the weight turns samples of the model into maximum likelihood`() throws {
    let derivation = try #require(Derivation.all.first { $0.name == "likelihoodWeight" })
    let answer = try formula("2 - exp(logit(D))", derivation)
    func normal(_ x: Double, _ mean: Double, _ deviation: Double) -> Double {
      exp(-(x - mean) * (x - mean) / (2 * deviation * deviation))
        / (deviation * (2 * Double.pi).squareRoot())
    }
    let (mean, deviation) = (0.4, 1.3)
    var (byGame, byData) = (0.0, 0.0)
    for index in 0..<4_000 {
      let x = -10 + Double(index) * 0.005
      let data = 0.5 * normal(x, -1, 0.8) + 0.5 * normal(x, 2, 0.6)
      let model = normal(x, mean, deviation)
      let slope = (x - mean) / (deviation * deviation)
      // In the far tails D is 0 to the last bit, and weighs nothing.
      let weight = answer.value([data / (data + model)])
      if weight.isFinite { byGame += model * weight * slope * 0.005 }
      byData -= data * slope * 0.005
    }
    #expect(abs(byGame / byData - 1) < 1e-3)
  }
}
