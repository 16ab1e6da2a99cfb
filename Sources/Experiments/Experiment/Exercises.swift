import Adversarial
private import Foundation

extension Experiment {
  /// §7 and §8: the tutorial's three exercises, asked, answered and tried on the games they are
  /// about.
  public static let exercises = Experiment(
    "exercises", title: "Exercises", chapter: .exercises, section: "§7", figure: "§8",
    claim: "The three solutions of §8 hold in the games that they are about",
    watch: """
      The guide asks, and tries what you answer: a number on this run, a formula at many places. \
      Type ? for a hint, one at a time. What you answer is kept with the run.
      """,
    text: [
      """
      Three exercises, a preset each: 7.1 the optimal discriminator, 7.2 gradient descent for \
      games, 7.3 maximum likelihood in the GAN framework. Take them in this order. Behind each \
      stands the game that it is about, and it goes on while you think.
      """,
      """
      A formula is typed as in a program: p / (p + q), exp, ln, sqrt, cos, tanh, sigmoid, logit, ^ \
      for powers. It is never compared with a text, but worked out at many places beside what a \
      computation finds there. Where it differs, you are told where and by what; you can try as \
      often as you like. Esc leaves a question out and shows the answer.
      """,
      """
      7.1: each x is a problem of its own. Set the derivative of −½ p log D − ½ q log(1 − D) to \
      zero: p/D = q/(1 − D), so D = p/(p + q). It needs p + q > 0: where neither density has \
      mass, nothing determines D. §8.1 asks for more, that both are nonzero everywhere; that one \
      of them is would do.
      """,
      """
      7.2: ẋ = −y and ẏ = x, so ẍ = −x. Sines and cosines solve that, and x² + y² never changes: a \
      circle. A step with a size h takes the tangent of that circle instead: √(1 + h²) times as \
      far out, every time.
      """,
      """
      7.3: the gradient of KL(data‖model) is −E_data ∇log p_model. G can sample the model only: as \
      an average over it, that is −E_model (p_data/p_model) ∇log p_model. A cost E_model f(x) with \
      f held fixed has the gradient E_model f(x) ∇log p_model. So f = −p_data/p_model, which D* \
      knows: −D*/(1 − D*) = −exp(σ⁻¹(D*)).
      """,
      """
      The trap of 7.3: differentiating f too. D is another player's; in the gradient of G it \
      stands still. And the trap of 7.2: a small learning rate makes the spiral slow, not inward.
      """,
    ],
    equations: [
      "7.1   D*(x) = p_data(x) / (p_data(x) + p_model(x))",
      "7.2   x(t) = x(0) cos t − y(0) sin t,   y(t) = x(0) sin t + y(0) cos t",
      "7.3   f(x) = −exp(σ⁻¹(D(x)))",
    ],
    hyperparameters: [
      Hyperparameter(
        "exercise", title: "exercise", group: "exercise", section: "§7",
        explanation: "Which of the three: 7.1 D against fixed G, 7.2 V = xy, 7.3 likelihood.",
        domain: .choice(default: "7.1", options: ["7.1", "7.2", "7.3"]), isStructural: true)
    ] + union(exercisePages.flatMap(\.hyperparameters)) { $0.name },
    measures: union(exercisePages.flatMap(\.measures)) { $0 }, pace: 300,
    trial: .solutionsHold, derivations: Derivation.all
  ) { settings throws(DesignError) in
    switch settings.choice("exercise") {
    case "7.1": try optimalDiscriminator.design(settings)
    case "7.2": try nonConvergence.design(settings)
    default: try maximumLikelihoodGame.design(settings)
    }
  }

  /// The pages whose games stand behind the exercises.
  private static let exercisePages = [
    optimalDiscriminator, nonConvergence, maximumLikelihoodGame,
  ]

  /// The first of each name.
  private static func union<Part>(_ parts: [Part], _ name: (Part) -> String) -> [Part] {
    parts.enumerated().filter { index, part in
      !parts.prefix(index).contains { name($0) == name(part) }
    }.map(\.element)
  }
}

extension Trial {
  /// The solutions of §8 in numbers.
  static let solutionsHold = Trial(
    rule: """
      Play the three games for 2 000 steps. The claim holds if the learned D of 7.1 is within \
      0.03 of p/(p + q) in the mean (the median of the last half), the players of 7.2 (steps of \
      0.001, from (1, 0)) stand within 0.01 of (cos t, sin t) at the end and within 0.01 of their \
      circle all the time, and with D* the gradient of 7.3 is that of KL(data‖model) to 1° and \
      2 % in the median; it fails if one of the three is off ten times as far; anything else \
      can't tell.
      """,
    quantity: "the worst of three gaps, each over what it may be", steps: 2_000,
    quick: (1_000, "how close D comes in the end"),
    arms: [
      Arm("7.1", [Knob("exercise", .choice("7.1"))]),
      Arm(
        "7.2", [Knob("exercise", .choice("7.2")), Knob("learningRate", .number(0.001))]),
      Arm(
        "7.3",
        [
          Knob("exercise", .choice("7.3")), Knob("modelMean", .number(1)),
          Knob("modelDeviation", .number(1.5)), Knob("generatorLearningRate", .number(1e-3)),
          Knob("batch", .number(256)),
        ]),
    ],
    published: [Published("the tutorial, §8 (arXiv 1701.00160)", "equal: each gap 0")]
  ) { evidence in
    let half = (evidence.arms[0].last?.step ?? 0) / 2
    let gap = evidence.values("optimumGap", arm: 0, from: half).quantile(0.5)
    let end = Double(evidence.arms[1].last?.step ?? 0) * 0.001
    let place = hypot(
      evidence.value("x", arm: 1) - cos(end), evidence.value("y", arm: 1) - sin(end))
    let circle = evidence.values("radius", arm: 1).map { abs($0 - 1) }.max() ?? .nan
    // Near the optimum both gradients vanish, and an angle between them says nothing.
    let early = evidence.arms[2].filter { $0["klExcess"] > 0.01 }
    let angle = early.map { $0["angleOptimal"] }.quantile(0.5)
    let ratio = early.map { $0["ratioOptimal"] }.quantile(0.5)
    let gaps = [gap / 0.03, place / 0.01, circle / 0.01, angle, abs(ratio - 1) / 0.02]
    let worst = gaps.contains(where: \.isNaN) ? .nan : gaps.max() ?? .nan
    return Finding(
      holds: worst <= 1 ? true : worst > 10 ? false : nil, number: worst,
      words: "|D − D*| \(gap.places(3)); off the circle's point by \(place.places(4)), off the "
        + "circle by \(circle.places(4)); angle \(angle.places(3))°, ratio \(ratio.places(3))")
  }
}
