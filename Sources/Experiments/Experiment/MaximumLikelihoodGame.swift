import Adversarial
import Foundation

extension Experiment {
  /// §3.2.4 and exercise 7.3: a cost for G whose expected gradient is that of maximum likelihood.
  public static let maximumLikelihoodGame = Experiment(
    "ml-game", title: "The maximum likelihood game", chapter: .howTheyWork,
    section: "§3.2.4, ex. 7.3", figure: "fig. 16",
    claim: "With f = −exp(σ⁻¹(D)) and D optimal, G follows the gradient of KL(data‖model)",
    watch: """
      A Gaussian learns two modes. "∠" is the angle between the gradient that the game gives it \
      and the one of maximum likelihood, "ratio" the quotient of their lengths: 0 and 1 if the \
      claim holds.
      """,
    text: [
      """
      A GAN's generator never sees the data, only D. Yet for one cost its expected gradient is \
      exactly that of maximum likelihood: J_G = E f(x) over samples x of the model, with f(x) = \
      −exp(σ⁻¹(D(x))). σ⁻¹(D) is D's logit; where D is optimal it is log p_data − log p_model, so \
      that f = −p_data / p_model: importance weights turn an average over the model into one over \
      the data.
      """,
      """
      The step that exercise 7.3 turns on: f depends on p_model too, through D*, and this \
      dependence must be left out of the gradient. In training it is left out by itself, as D \
      stands still while G moves.
      """,
      """
      What is measured: the expected gradient with D* and with the learned D, both by quadrature \
      over the line, beside ∇KL in closed form. The first pair differs by rounding only. The \
      second shows what a D that lags behind costs. "noise/size" is the deviation of one \
      minibatch's gradient over the gradient's length: where p_data is much larger than p_model, \
      one rare sample weighs more than all others. This is why §3.2.5 finds this cost hard to \
      use.
      """,
      """
      The best Gaussian has the data's mean and variance: KL(data‖model) cannot fall below the \
      value in the right-hand column. Maximum likelihood misses no mode, and so the model covers \
      both; the mass between them is what a single Gaussian has to pay for that.
      """,
      """
      The traps: the tutorial's J_G has a factor ½ in §3.2.4; exercise 7.3's f has none, and only \
      then is the ratio 1. And D's logit must not be clipped: the weight is its exponential.
      """,
      """
      Try this. (1) Set "discriminator" to optimal: only the minibatch's noise is left. (2) Start \
      the model at mean 3 with deviation 0.3 (restart): the noise is a hundred times the \
      gradient, and training stalls. (3) More D steps per G step: the angle of the learned D \
      falls.
      """,
    ],
    equations: [
      "J_G = E_model f(x),   f(x) = −exp(σ⁻¹(D(x)))",
      "D = D*:   f = −p_data/p_model,   ∇J_G = −∫ p_data ∇log p_model = ∇KL(data‖model)",
      "∇KL for N(μ, σ²), data of mean m and variance v:  ((μ−m)/σ², 1 − (v + (m−μ)²)/σ²)",
    ],
    hyperparameters: [
      LineLab.rate("D", "discriminatorLearningRate", default: 3e-3),
      LineLab.rate("G", "generatorLearningRate", default: 1e-3),
      Hyperparameter(
        "discriminator", title: "discriminator", group: "costs", section: "ex. 7.3",
        explanation: "Against which D the generator moves: the learned one, or D* itself.",
        domain: .choice(default: "learned", options: ["learned", "optimal"]), isStructural: true),
      LineLab.discriminatorSteps.defaulting(to: .number(5)), LineLab.batch,
    ] + LineLab.data + LineLab.model(mean: 1, deviation: 1.5) + LineLab.networks,
    measures: [
      "angleOptimal", "ratioOptimal", "gradientNoise", "angleLearned", "ratioLearned",
      "klDataModel",
      "klModelData", "js",
    ], pace: 200, trial: .gradientIsThatOfLikelihood
  ) { settings throws(DesignError) in
    LineGame(
      data: try LineLab.data(settings), bounds: LineLab.bounds(settings),
      batch: settings.integer("batch"), generator: LineLab.gaussian(settings),
      discriminator: LineLab.discriminator(settings),
      objective: .maximumLikelihood(isOptimal: settings.choice("discriminator") == "optimal"),
      discriminatorSteps: settings.integer("discriminatorSteps"))
  }
}

extension Trial {
  /// Exercise 7.3 in numbers.
  static let gradientIsThatOfLikelihood = Trial(
    rule: """
      Train the Gaussian for 2 000 steps against D* and against a learned D. The claim holds if \
      with D* the median angle to ∇KL(data‖model) is below 1° and the median ratio within 2 % of \
      1, and if either way KL(data‖model) comes within 0.05 of the best Gaussian's; it fails if \
      the angle with D* is above 10°; anything else can't tell.
      """,
    quantity: "KL(data‖model) at the end, learned D", steps: 2_000,
    quick: (500, "where training ends"),
    arms: [
      Arm("D*", [Knob("discriminator", .choice("optimal"))]),
      Arm("learned D", [Knob("discriminator", .choice("learned"))]),
    ],
    published: [
      Published("the tutorial, §8.3 (arXiv 1701.00160)", "equal: angle 0°, ratio 1")
    ]
  ) { evidence in
    let rows = evidence.arms[0]
    // Near the optimum both gradients vanish, and an angle between them says nothing.
    let early = rows.filter { $0["klExcess"] > 0.01 }
    func median(_ name: String, _ rows: [Evidence.Row]) -> Double {
      rows.map { $0[name] }.quantile(0.5)
    }
    let angle = median("angleOptimal", early.isEmpty ? rows : early)
    let ratio = median("ratioOptimal", early.isEmpty ? rows : early)
    let ends = (0..<2).map { evidence.value("klExcess", arm: $0) }
    let isExact = angle < 1 && abs(ratio - 1) < 0.02
    let holds: Bool? = isExact && ends.allSatisfy { $0 < 0.05 } ? true : angle > 10 ? false : nil
    func text(_ value: Double) -> String { String(format: "%.3f", value) }
    return Finding(
      holds: holds, number: evidence.value("klDataModel", arm: 1),
      words: "with D* \(text(angle))° and ratio \(text(ratio)); above the best Gaussian's KL by "
        + "\(text(ends[0])) with D*, \(text(ends[1])) with a learned D")
  }
}
