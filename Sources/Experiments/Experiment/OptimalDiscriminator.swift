import Adversarial

extension Experiment {
  /// §3.2.1 and exercise 7.1: trained to the end against a generator that stands still, D becomes
  /// a ratio of densities.
  public static let optimalDiscriminator = Experiment(
    "optimal-discriminator", title: "The optimal discriminator", chapter: .howTheyWork,
    section: "§3.2.1, ex. 7.1", figure: "§8.1",
    claim: "Against a fixed G, D comes to p_data / (p_data + p_model)",
    watch: """
      The learned D and the optimal one over the two densities, on a line or in the plane. They \
      meet where there are samples; where there are none, D is whatever its network makes of \
      nothing.
      """,
    text: [
      """
      The generator does not learn here: its density is a mixture of Gaussians as the data's is, \
      with other modes. D sees samples of both and minimises its cross-entropy. Setting the \
      derivative with respect to D(x) to zero at every x separately gives D*(x) = p_data(x) / \
      (p_data(x) + p_model(x)).
      """,
      """
      So D estimates a ratio of densities, and that is all that a GAN's generator ever learns \
      from. No density is computed in training: the curve D* is drawn by this page alone, which \
      knows both.
      """,
      """
      What is measured: |D − D*| in the mean under half of each density, and at most where they \
      have a thousandth of their peak; and how far D is off where neither has mass. On the line \
      these are sums over 1 201 places, in the plane over 128 × 128 cells. There D* \
      still has a value, a quotient of two tails, but no sample ever asks D for it. Exercise 7.1 \
      asks which assumption this needs. The tutorial answers that both densities are nonzero \
      everywhere; that one of them is, is enough: D(x) is undetermined only where both are 0.
      """,
      """
      In the plane D is a field. "v" turns it to D* and to D − D*: the plain ground where \
      they agree, brown where D is too low, blue where it is too high. Where G has collapsed onto \
      half of the modes, D* is ⅓ on those that it makes, for it makes them twice as often as the \
      data do, and 1 on the others: that is all that G is ever told of what it leaves out.
      """,
      """
      The traps: D does not come to ½ because training is over; it comes to ½ where the two \
      densities are equal. And a large |D − D*| far outside says nothing about training, which \
      never goes there.
      """,
      """
      Try this. (1) Turn the mean of the model onto the right mode: D falls to about a half there \
      and rises towards 1 over the left one. (2) Turn "D width" down to 2: one bend is all it has \
      left. (3) Turn the deviation of a mode down to 0.1: the ratio becomes steep, and D needs \
      longer. (4) In the plane turn "modes of the model" from 1 to those of the data, its \
      deviation to theirs: the two are one, and D is a half wherever anything is.
      """,
    ],
    equations: [
      "J_D = −½ E_data log D(x) − ½ E_model log(1 − D(x))",
      "∂J_D/∂D(x) = 0   ⇒   D*(x) = p_data(x) / (p_data(x) + p_model(x))",
    ],
    hyperparameters: [
      LineLab.rate("D", "discriminatorLearningRate", default: 1e-3),
      LineLab.rate("G", "generatorLearningRate", default: 1e-3),
      LineLab.batch.defaulting(to: .number(512)),
    ] + TwoMixtures.hyperparameters + LineLab.networks,
    measures: [
      "optimumGap", "optimumGapLargest", "optimumGapEmpty", "answerToData", "answerToModel",
    ], pace: 300,
    trial: .discriminatorIsARatio
  ) { settings throws(DesignError) in try TwoMixtures(settings).game(settings) }
}

extension Trial {
  private static let ratios: [Arm] = [
    Arm("line"),
    Arm("plane", [Knob("dimension", .number(2)), Knob("modes", .number(4))]),
    Arm(
      "plane, collapsed G",
      [
        Knob("dimension", .number(2)), Knob("modes", .number(8)), Knob("deviation", .number(0.3)),
        Knob("modelModes", .number(4)), Knob("modelDeviation", .number(0.3)),
      ]),
  ]

  /// Exercise 7.1 in numbers.
  static let discriminatorIsARatio = Trial(
    rule: """
      Train D for 4 000 steps against a fixed model: on a line, where two modes are told from one; \
      in the plane, where four on a ring are; and where G makes four of eight modes. Over the last \
      half, take the median of the mean |D − D*| under half of each density. The claim holds if \
      the largest of the three is below 0.03, and fails if it is above 0.1; between the two this \
      seed can't tell.
      """,
    quantity: "mean |D − D*|, the worst of three", steps: 4_000,
    quick: (1_000, "how close D comes in the end"), arms: ratios,
    published: [Published("the tutorial, §3.2.1 (arXiv 1701.00160)", "equal: |D − D*| = 0")],
    rowsTitle: "|D − D*|: in the mean; at most where there is mass; where there is none"
  ) { evidence in
    func median(_ name: String, _ arm: Int) -> Double {
      let half = (evidence.arms[arm].last?.step ?? 0) / 2
      return evidence.values(name, arm: arm, from: half).quantile(0.5)
    }
    let rows = ratios.indices.map { arm in
      let gap = median("optimumGap", arm)
      let words = ["optimumGap", "optimumGapLargest", "optimumGapEmpty"].map {
        median($0, arm).places(3)
      }
      return Finding.Row(ratios[arm].title, number: gap, words: words.joined(separator: ", "))
    }
    let gaps = rows.map(\.number)
    let worst = gaps.contains(where: \.isNaN) ? .nan : gaps.max() ?? .nan
    return Finding(
      holds: worst < 0.03 ? true : worst > 0.1 ? false : nil, number: worst,
      words: zip(rows, ["on a line", "in the plane", "with half of the modes"])
        .map { "\($0.number.places(3)) \($1)" }.joined(separator: ", "), rows: rows)
  }
}
