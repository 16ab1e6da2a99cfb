import Adversarial

extension Experiment {
  /// §4.2: a target of 0.9 for real data keeps the discriminator from extreme confidence.
  public static let labelSmoothing = Experiment(
    "label-smoothing", title: "One-sided label smoothing", chapter: .tips, section: "§4.2",
    figure: "no figure",
    claim: "A target of 0.9 for real data keeps D's logits small",
    watch: """
      Columns from one seed that differ in D's targets alone. With a = 0.9 the blue of D's field \
      is paler and its largest logit smaller; with b above 0 as well the samples are called \
      partly real, wherever they are.
      """,
    text: [
      """
      A classifier that is asked for 1 and 0 answers with ever larger logits, and far from the \
      data it extrapolates to more confidence still. One-sided label smoothing asks for a = 0.9 \
      on real data: a logit beyond ln 9 = 2.2 costs something, and D's gradient stays alive.
      """,
      """
      Why one-sided? With targets a for real and b for generated data the optimal D is \
      D* = (a p_data + b p_model) / (p_data + p_model). With b = 0 only p_data stands in the \
      numerator, times a: the shape stays, the level falls. With b above 0 p_model stands there \
      too: where the model has mass and the data has none, D* is b and not 0, and samples that \
      are wrong are no longer pushed towards the data; they attract more of their kind. Where \
      neither has mass, D* is a or b by whose tail is the heavier, not b by itself.
      """,
      """
      Half of what is seen is arithmetic: with b = 0, D* is multiplied by a, and D(x) falls by a \
      tenth whatever training does. The rule does not count that. It asks for the logit, which \
      could stay as large as it was, and shows D(x)/a beside it: on the seeds 60 to 64 that is \
      0.77 to 0.81, with smoothing and without.
      """,
      """
      Where the game reaches equilibrium, p_model = p_data and D* = (a + b) / 2 everywhere: a/2 = \
      0.45 with one-sided smoothing. The equilibrium preset gets there, with one broad mode and a \
      D that is twenty times as fast as G. On the ring it does not hold: in the first thousands of \
      steps most samples lie beside the thin modes, and D* is near a at real points and near b at \
      samples; later G covers some modes only, and where it does not D* is a.
      """,
      """
      The optimal D stands beside the learned one. p_data is known exactly. p_model is estimated \
      from all of 12 500 samples by Epanechnikov's kernel of radius 2.4 σ n^(−1/6), half a mode's \
      deviation; a cluster much thinner than that looks as wide. Both are asked at 2 500 real and \
      2 500 generated points. "real" beside the measure is the error of the method itself: real \
      samples in the place of generated ones, where D* is (a + b)/2. The largest difference sits \
      where points are rare and says little by itself: its floor is large too.
      """,
      """
      "v" turns the plane to D* and to D − D*: brown where D is too low, blue where it is too \
      high, grey where they agree, and also where no sample of either kind falls and D* is not \
      known.
      """,
      """
      Try this. (1) Turn the real target from 1 to 0.9 at step 3 500: the largest logit of a \
      batch, around 4 before, is around 3 a few hundred steps later. (2) Turn the fake target to \
      0.1: wherever samples lie and data do not, D* is 0.1 and no longer 0. (3) Set both targets \
      to 0.5: D* is 0.5 everywhere, there is nothing to tell apart, and G's gradient dies.
      """,
      """
      The trap: smoothing the fakes as well, which popular lists of tricks recommend. It makes \
      the logits smaller still, which looks like success; but the numerator of D* then holds \
      p_model itself, and G is rewarded for what it does now.
      """,
    ],
    equations: [
      "J_D = ½ CE(D(x), a) + ½ CE(D(G(z)), b)     CE(p, t) = −t log p − (1−t) log(1−p)",
      "D* = (a p_data + b p_model) / (p_data + p_model)",
    ],
    hyperparameters: PlaneGame.hyperparameters(
      defaults: [
        ("activation", .choice("leakyRelu")), ("initialValues", .choice("he")),
        ("generatorCost", .choice("nonSaturating")), ("generatorLearningRate", .number(2e-4)),
        ("discriminatorLearningRate", .number(2e-4)), ("noiseDimension", .number(16)),
        ("batch", .number(256)), ("discriminatorLayers", .number(2)),
        ("inputScale", .number(1)), ("deviation", .number(0.1)),
      ]),
    trial: .smoothingTames
  ) { settings throws(DesignError) in
    var design = try PlaneGame.design(settings)
    design.comparesOptimum = true
    return design
  }
}

extension Trial {
  /// The claim of §4.2, in numbers.
  static let smoothingTames = Trial(
    rule: """
      Train three games from one seed: targets (1, 0), (0.9, 0) and (0.9, 0.1). Over the last half \
      of the steps, take the median of the largest logit of each batch. The claim holds if \
      one-sided smoothing lowers it by at least a twentieth, and fails if it does not lower it; a \
      seed between the two cannot tell. That D(x) falls is arithmetic and no part of the rule: D* \
      is multiplied by a. D(x)/a stands beside.
      """,
    quantity: "largest logit, one-sided over none", steps: 6_000,
    quick: (1_500, "it looks at the beginning only, where D is not yet confident"),
    arms: [
      Arm("no smoothing"),
      Arm("one-sided", [Knob("realTarget", .number(0.9))]),
      Arm("two-sided", [Knob("realTarget", .number(0.9)), Knob("fakeTarget", .number(0.1))]),
    ],
    published: [
      Published(
        "the tutorial, §4.2 (arXiv 1701.00160)",
        "a target of 0.9 for real data, 0 for samples; no figure is given"),
      Published(
        "Salimans et al. (arXiv 1606.03498), §3.4",
        "D* = (α p_data + β p_model) / (p_data + p_model)"),
    ]
  ) { evidence in
    func level(_ name: String, _ arm: Int) -> Double {
      let rows = evidence.arms[arm]
      let half = (rows.last?.step ?? 0) / 2
      return evidence.values(name, arm: arm, from: half).quantile(0.5)
    }
    let logits = (0..<3).map { level("largestLogit", $0) }
    let beliefs = (0..<3).map { level("realProbability", $0) }
    let generated = (0..<3).map { level("generatedProbability", $0) }
    let ratio = logits[1] / logits[0]
    // A number that is none has no digits.
    func two(_ value: Double) -> String { value.places(2) }
    return Finding(
      holds: ratio <= 0.95 ? true : ratio >= 1 ? false : nil,
      number: ratio,
      words: "largest logit \(two(logits[0])) → \(two(logits[1])), D(x)/a \(two(beliefs[0])) → "
        + "\(two(beliefs[1] / 0.9)); two-sided: D(G(z)) \(two(generated[1])) → "
        + two(generated[2]))
  }
}
