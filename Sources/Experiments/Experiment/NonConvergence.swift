import Adversarial
import Foundation

extension Experiment {
  /// §5.1 and exercise 7.2: two players going down their gradients need not come to rest.
  public static let nonConvergence = Experiment(
    "non-convergence", title: "Non-convergence", chapter: .frontiers, section: "§5.1, ex. 7.2",
    figure: "fig. 37",
    claim: "Simultaneous gradient steps never reach the equilibrium of V(x, y) = xy",
    watch: """
      The path in the plane of the two players' numbers. The equilibrium is in the middle; the \
      arrows are where each player's own gradient points. Simultaneous steps circle outwards.
      """,
    text: [
      """
      Every GAN is a game, and its training is gradient descent by two players at once. One cost \
      going down is a proof that gradient descent ends; two costs are not. The smallest example \
      is V(x, y) = xy: x goes down it, y goes up, and the only equilibrium is (0, 0).
      """,
      """
      In the limit of small steps the players circle: x² + y² stays what it was. With a step of \
      size h each simultaneous step multiplies the distance by √(1 + h²), so they go outwards at \
      any learning rate. Taking turns keeps the area (determinant 1) and comes round again. A \
      step with the gradient one step ahead (extragradient), or with last step's gradient \
      subtracted (optimistic), leans inwards.
      """,
      """
      Why: the game's Jacobian, the matrix of derivatives of the field v, has eigenvalues ±i \
      here. No real part pulls inwards. The panel shows the eigenvalue found by differentiating \
      the players' gradients once more, beside the one found by hand; and by how much a step \
      multiplies the distance, beside the spectral radius of the step's own Jacobian at the \
      equilibrium.
      """,
      """
      The Dirac-GAN is the smallest GAN: one data point at 0, one generated point at x, and a \
      discriminator of one weight y. Unregularised it circles as well; R1 (γ/2 ‖∇D‖²) gives the \
      eigenvalues −γ/2 ± √(γ²/4 − ¼), with a real part that pulls inwards. At γ = 1 the turning \
      stops; above it the slower eigenvalue comes back to 0. "theory" beside the radius is the \
      game linearised at its equilibrium: exact for V = xy, and for Dirac only near (0, 0).
      """,
      """
      The non-saturating Dirac-GAN stops on a circle. Its field leans inwards, by dr²/dt = −r⁴/8, \
      and the steps push outwards, by h r²/4: the two are equal at r = √(2h). Simultaneous steps \
      come to that radius from outside and from inside where h is small, 0.63 for h = 0.2, and \
      "theory" beside the radius then says √(2h). In turn nothing pushes outwards: r² falls as \
      8/t, nearer and nearer, but ever more slowly.
      """,
      """
      The traps: code without the ½ of R1 has a γ that is twice as large. "It converges with a \
      small learning rate" is not so here: a smaller step goes outwards more slowly, never \
      inwards. And what comes nearer need not arrive: the non-saturating Dirac-GAN does until it \
      is on its circle, while its step at the equilibrium has a spectral radius above 1.
      """,
      """
      Try this. (1) Turn "method" to extragradient while it circles: it comes in at once. (2) \
      Consensus at learning rate h = 0.1: at γ = 10 = 1/h it is fastest, and a step multiplies the \
      distance by h. It contracts between (1 ∓ √(1 − h²))/h only: below γ = 0.05 and past 19.95 it \
      goes outwards. (3) Dirac, r1: γ 0.3, then 1, then 3, and watch Im λ vanish at 1. (4) \
      diracNonSaturating from (1, 1) and from (0.05, 0), h = 0.2: both end on one circle.
      """,
    ],
    equations: [
      "V(x, y) = x y          x ← x − h ∂V/∂x,   y ← y + h ∂V/∂y",
      "simultaneous √(1+h²)   extragradient √((1−h²)²+h²)   consensus √((1−hγ)²+h²)   a step",
      "non-saturating Dirac, simultaneous: dr²/dt = h r²/4 − r⁴/8,  at rest at r = √(2h)",
      "Dirac: V = f(xy), f(t) = −log(1 + e⁻ᵗ);  R1: λ = −γ/2 ± √(γ²/4 − ¼)",
    ],
    hyperparameters: [
      Hyperparameter(
        "game", title: "game", group: "game", section: "§5.1",
        explanation: "V = xy, or the GAN of one point and one weight.",
        domain: .choice(
          default: PointGame.Payoff.bilinear.rawValue,
          options: PointGame.Payoff.allCases.map(\.rawValue)), isStructural: true),
      Hyperparameter(
        "method", title: "method", group: "steps", section: "ex. 7.2",
        explanation: "How a step is made of the two players' gradients.",
        domain: .choice(
          default: PointGame.Method.simultaneous.rawValue,
          options: PointGame.Method.allCases.map(\.rawValue)), isStructural: true),
      Hyperparameter(
        "learningRate", title: "learning rate (h)", group: "steps", section: "ex. 7.2",
        explanation: "How far each player moves along its own gradient.",
        domain: .number(default: 0.1, range: 1e-4...2, scale: .logarithmic)),
      Hyperparameter(
        "gamma", title: "γ", group: "steps", section: "§5.1",
        explanation: "The weight of consensus' correction, or of R1's penalty.",
        domain: .number(default: 1, range: 0...50, scale: .linear)),
      Hyperparameter(
        "discriminatorSteps", title: "y steps per x step", group: "steps", section: "§4.4",
        explanation: "How often y moves before x moves again, where they take turns.",
        domain: .integer(default: 1, range: 1...20, scale: .linear), isStructural: true),
      Hyperparameter(
        "startX", title: "x at the start", group: "start", section: "ex. 7.2",
        explanation: "Where x begins; restart the run to begin there.",
        domain: .number(default: 1, range: -4...4, scale: .linear)),
      Hyperparameter(
        "startY", title: "y at the start", group: "start", section: "ex. 7.2",
        explanation: "Where y begins; restart the run to begin there.",
        domain: .number(default: 0, range: -4...4, scale: .linear)),
    ],
    measures: ["radius", "growth", "eigenvalueReal", "eigenvalueImaginary"], pace: 100,
    trial: .simultaneousStepsCircle
  ) { settings throws(DesignError) in
    let start = SIMD2(Float(settings.number("startX")), Float(settings.number("startY")))
    guard start != SIMD2(0, 0) else {
      throw DesignError("'startX' and 'startY' are both 0, which is the equilibrium already")
    }
    guard let payoff = PointGame.Payoff(rawValue: settings.choice("game")),
      let method = PointGame.Method(rawValue: settings.choice("method"))
    else { preconditionFailure("a choice that is none") }
    return PointGame(
      payoff: payoff, method: method, start: start,
      discriminatorSteps: settings.integer("discriminatorSteps"))
  }
}

extension Trial {
  /// Exercise 7.2 in numbers.
  static let simultaneousStepsCircle = Trial(
    rule: """
      Play V = xy from (1, 0) with steps of 0.1, by five methods. The claim holds if the \
      simultaneous steps end farther out than they began, by (1 + h²)^(n/2) to 1 %, while steps \
      in turn stay between 0.8 and 1.25 and extragradient, optimistic and consensus come within \
      half of the start; it fails if simultaneous steps end nearer than they began; anything else \
      can't tell. No number here is random: all seeds are one.
      """,
    quantity: "distance after the last simultaneous step, from 1", steps: 1_000,
    quick: (200, "nothing: the closed forms hold at every step"),
    arms: PointGame.Method.allCases.prefix(5).map {
      Arm($0.rawValue, [Knob("method", .choice($0.rawValue))])
    },
    published: [
      Published(
        "the closed form, (1 + h²)^(n/2)", "1.645 after 100 steps of 0.1, 144.8 after 1 000"),
      Published("the tutorial, §8.2 (arXiv 1701.00160)", "a circle; with a finite step, outwards"),
    ]
  ) { evidence in
    let ends = evidence.arms.indices.map { evidence.value("radius", arm: $0) }
    let steps = evidence.arms[0].last?.step ?? 0
    let closed = exp(Double(steps) / 2 * log(1.01))
    let isClosed = abs(ends[0] / closed - 1) < 0.01
    let others = (0.8...1.25).contains(ends[1]) && ends[2...].allSatisfy { $0 < 0.5 }
    let holds: Bool? = ends[0] > 1 && isClosed && others ? true : ends[0] < 1 ? false : nil
    func text(_ value: Double) -> String { String(format: "%.3g", value) }
    let names = ["in turn", "extragradient", "optimistic", "consensus"]
    let rest = zip(names, ends.dropFirst()).map { "\($0) \(text($1))" }.joined(separator: ", ")
    return Finding(
      holds: holds, number: ends[0],
      words: "\(text(ends[0])) after \(steps) steps (closed form \(text(closed))); \(rest)")
  }
}
