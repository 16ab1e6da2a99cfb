import Adversarial

extension Experiment {
  /// §4.4: whether the discriminator should be trained more, or be larger, than the generator.
  public static let balance = Experiment(
    "balance", title: "Balancing G and D", chapter: .tips, section: "§4.4", figure: "no figure",
    claim: "At equal time, k > 1 steps of D bring no clear gain",
    watch: """
      One seed and the same first data, with 1, 2, 5 and 10 updates of D for each one of G. \
      Compare the modes at the same step, and then at the same number of updates: ten D steps \
      per G step cost four times as much.
      """,
    text: [
      """
      Should D be trained more than G? The argument for it: G's gradient is right only where D \
      is near its optimum, and so D should be kept there. The argument against: when D is too \
      good the minimax gradient vanishes; but that is a matter of the cost, and the tutorial \
      says to change the cost rather than to weaken D.
      """,
      """
      The tutorial (§4.4): D can be run more often than G, and in practice this brings no clear \
      improvement. A note on it that many have read ends with the reverse: "D can be trained \
      several times to keep better performance". Both are sentences about time as much as about \
      quality, so that both ways of counting are shown.
      """,
      """
      At equal steps every k > 1 is given more work. Equal time is counted in updates, k + 2 a \
      step: a G update stands for two of D's, since G is the larger net. That is what they take \
      (k = 10 takes four times as long a step as k = 1), but no clock is read: the numbers are \
      the same on every machine.
      """,
      """
      The game is the small ring, in turns. It is near the edge: with k = 1 seed 1 finds all 8 \
      modes at step 2 500 and seed 20 holds 2 at 4 000. The rule looks at mode TV, the distance \
      between the shares of samples at modes and the data's: all games of a seed that hold 8 \
      modes still differ in it.
      """,
      """
      What comes out speaks against the tutorial's sentence, on this toy: from seed 1, k = 10 \
      holds 8 modes at step 500, which in time is step 2 000 of k = 1, where that has 2. Seeds \
      20 to 22 say the same: a k above 1 is far ahead at equal time, k = 2 or 5 more than k = \
      10. The tutorial speaks of images; whether it is right there this page cannot say. G's \
      gradient does not vanish with k but grows, from 0.02 to 0.5.
      """,
      """
      Width matters too. A D of 16 units against a G of 64 holds one mode on seeds 1 and 2. The \
      tutorial says that D is usually the larger net, and here it had better not be the smaller \
      one.
      """,
      """
      Try this, from seed 1. (1) Turn "schedule" to simultaneous: k no longer counts, and the \
      blob hops. (2) D 16 units wide, with k = 10: 8 modes at step 2 000. More training makes up \
      for less D.
      """,
    ],
    equations: [
      "k times: θ_D ← Adam(θ_D, ∇J_D) on fresh x and z;   then θ_G ← Adam(θ_G, ∇J_G)",
      "equal time: t steps with k count as t·(k + 2)/3 of those with k = 1",
    ],
    hyperparameters: PlaneGame.hyperparameters(
      defaults: PlaneGame.small + [("schedule", .choice("alternating"))]),
    trial: .moreDiscriminatorSteps,
    design: PlaneGame.design)
}

extension Trial {
  private static let balanceSteps = [1, 2, 5, 10]

  private static let balanceArms: [Arm] =
    balanceSteps.map { Arm("k = \($0)", [Knob("discriminatorSteps", .number(Double($0)))]) } + [
      Arm("D 4 times as wide", [Knob("discriminatorWidth", .number(256))]),
      Arm("D a quarter as wide", [Knob("discriminatorWidth", .number(16))]),
    ]

  /// The claim of §4.4 in numbers.
  static let moreDiscriminatorSteps = Trial(
    rule: """
      Train games with k = 1, 2, 5 and 10 updates of D for each one of G from one seed. Equal \
      time is the same count of k + 2 a step: a G update counts as two of D's, which is what \
      they take with these nets. Of each game take the mean mode TV (0 where samples and data \
      agree) over the second half of that time. The claim fails if the best k > 1 is lower than \
      k = 1 by 0.05 or more, and holds otherwise. The same at equal steps stands beside.
      """,
    quantity: "mode TV at equal time, k = 1 less the best k > 1", steps: 4_000,
    quick: (2_000, "it sees the beginning, where k counts most"),
    arms: balanceArms,
    published: [
      Published(
        "the tutorial, §4.4 (arXiv 1701.00160)",
        "running D more often than G is sometimes done, with no clear improvement"),
      Published(
        "WGAN-GP (arXiv 1704.00028)", "5 updates of a critic per G: the other answer"),
    ],
    rowsTitle: "mode TV at equal steps | at equal time, then G's gradient norm",
    judgesDivergence: true
  ) { evidence in
    let steps = evidence.arms.compactMap { $0.last?.step }.max() ?? 0
    func distance(_ arm: Int, upTo end: Int) -> Double {
      let values = evidence.arms[arm].filter { (end / 2...end).contains($0.step) }
        .map { $0["modeTV"] }
      return evidence.diverged[arm] != nil || values.isEmpty
        ? .nan : values.reduce(0, +) / Double(values.count)
    }
    let alike = balanceArms.indices.map { distance($0, upTo: steps) }
    let timed = balanceArms.indices.map { arm in
      let k = arm < balanceSteps.count ? balanceSteps[arm] : 1
      return distance(arm, upTo: 3 * steps / (k + 2))
    }
    let rows = balanceArms.indices.map { arm in
      let slope = evidence.mean("generatorGradientNorm", arm: arm, from: steps / 2)
      return Finding.Row(
        balanceArms[arm].title, number: timed[arm],
        words: "\(alike[arm].places(2)) | \(timed[arm].places(2)), \(slope.places(3))")
    }
    func gain(_ values: [Double]) -> Double {
      values[1..<balanceSteps.count].filter { !$0.isNaN }.min().map { values[0] - $0 } ?? .nan
    }
    let (best, beside) = (gain(timed), gain(alike))
    return Finding(
      holds: best.isNaN ? nil : best < 0.05, number: best,
      words: "mode TV at equal time: k = 1 \(timed[0].places(2)), 2 \(timed[1].places(2)), "
        + "5 \(timed[2].places(2)), 10 \(timed[3].places(2)); at equal steps the best k > 1 gains "
        + beside.places(2),
      rows: rows)
  }
}
