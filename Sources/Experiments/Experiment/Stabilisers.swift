import Adversarial

extension Experiment {
  /// §5.1: what has been invented since against oscillation and collapse, on the ring of figure 22.
  public static let stabilisers = Experiment(
    "stabilisers", title: "Stabilisers since", chapter: .frontiers, section: "§5.1",
    figure: "none",
    claim: "R1 finds all 8 modes by step 4 000, and the plain game not by 6 000",
    watch: """
      A column for each stabiliser, one seed, the same data and noise. The plain blob hops. \
      Where D's slope costs something, the field around the ring is smooth and the samples \
      spread along it; where only a cost is exchanged, the blob mostly goes on hopping.
      """,
    text: [
      """
      The game is that of the mode collapse page in small: the same ring, ReLU networks and \
      simultaneous steps, with 64 units, a z of 16, batches of 128, modes of deviation 0.1 and \
      both players ten times as fast. A step takes about a twentieth of the time. Plain, it \
      mostly hops between one or two modes; some seeds find the ring by themselves later (seed 3 \
      does), which the paper's nets do not.
      """,
      """
      Every stabiliser is a knob, and every page has it. They act in different places. R1, R2 \
      and the gradient penalty charge D for its slope, at real points, at samples, or between \
      them. Clipping and spectral normalization bound the slope outright. Consensus, \
      extragradient and optimistic steps leave the game alone and change how the two players \
      walk. Least squares, hinge, Wasserstein and the relativistic cost change what they are \
      asked. An average of G changes nothing but what is looked at.
      """,
      """
      What theory says is about the neighbourhood of equilibrium: who stays there, not who finds \
      it. For data on thin sets, such as one point, the plain game circles; R1, R2 and consensus \
      turn the circle into a spiral inwards, by adding friction. Where densities overlap, as on \
      this ring with modes of 0.1, the plain game is locally stable without any (Nagarajan and \
      Kolter, arXiv 1706.04156); Wasserstein's is not.
      """,
      """
      So two questions are asked, and answered apart. Finding: from scratch, who holds all 8 modes \
      first? Here the friction counts. With another cost alone (non-saturating, hinge, \
      relativistic) seeds 1 to 3 hold two modes at most. Keeping: from one state that R1 has \
      found, with R1 and without it. On seeds 1 to 3 the ring is kept about as well without: 8.0, \
      6.1 and 7.8 modes four thousand steps later, against 8.0, 6.7 and 7.8 with R1. Of the seeds \
      60 to 64 R1 finds the ring on four, by step 3 600, and all four keep 8.0 modes either way.
      """,
      """
      A trap in the table: "average of G" is not the same game with better samples. The average \
      of a blob that hops is a blob in the middle of nowhere: 0 modes on seed 1, where G itself \
      holds one. Averaging pays once the game has calmed down: with consensus it holds all 8 at \
      step 6 000, 90 % high quality.
      """,
      """
      A second trap: a bound is only as good as its scale. Spectral normalization makes every \
      layer's slope at most 1, and D looks at x/4: its slope is at most 1/4, and it can hardly \
      tell modes apart. Turn "D input scale" to 4 beside it: seed 1 then holds 8 modes at step 6 \
      000, with 73 % high quality, in place of one. Clipping at 0.01 leaves D almost flat: no \
      mode is held on any of the seeds 1 to 3.
      """,
      """
      Try this, each from seed 1 to step 6 000. (1) R1's γ: at 10 all 8 modes come by step 2 \
      000, with 1 between 2 000 and 2 500, with 0.1 not by step 4 000. (2) Consensus at 0.1 in \
      place of 1: no mode at the end. (3) Slow G down to a quarter of D's rate, with no \
      stabiliser at all: 8 modes and 82 % high quality. Two time scales are a stabiliser too.
      """,
      """
      Instance noise is friction too: near equilibrium σ does what R1 does with γ = σ²/4, so that \
      0.2 makes 0.01. It also blurs what G is taught, and so one anneals it: "noise annealed \
      over" 6 000 steps takes σ to 0 along a line. Where nothing else holds the modes, the \
      friction goes with it: seeds 1 to 3 end with 1 mode at most from σ = 0.2. Where D is four \
      times as fast as G, annealing takes back the blur and no more: with σ = 0.5 kept up they \
      end with 38, 36 and 40 % of high quality, annealed with 76, 68 and 74, with no noise at \
      all with 82, 63 and 76.
      """,
      """
      R3GAN is the relativistic cost with R1 and R2. On this toy it is slower than the penalties \
      alone: seeds 1 and 3 hold 6.1 and 2.6 modes at the end, seeds 60 to 64 all 8, found from \
      step 3 000 to 4 300 on. The paper's own nets, data and schedule are others; here one value \
      of γ is tried, not tuned.
      """,
    ],
    equations: [
      "R1 = γ/2 E‖∇D(x)‖²   R2 = γ/2 E‖∇D(G(z))‖²   GP = λ E(‖∇D(x̂)‖ − 1)²",
      "consensus: v + γ ∇½‖v‖²,   v = (∇J_D, ∇J_G)",
      "extragradient: θ' = θ − η v(θ),   θ ← θ − η v(θ')",
      "optimistic: θ ← θ − η (2 dₜ − dₜ₋₁)     relativistic: J_D = E log(1 + e^(D(G(z)) − D(x)))",
    ],
    hyperparameters: PlaneGame.hyperparameters(defaults: PlaneGame.small),
    trial: .penaltiesFind,
    design: PlaneGame.design)
}

extension Trial {
  private static let criticGame: [Knob] = [
    Knob("discriminatorCost", .choice("wasserstein")), Knob("generatorCost", .choice("critic")),
    Knob("schedule", .choice("alternating")), Knob("discriminatorSteps", .number(5)),
  ]

  private static let relativisticGame: [Knob] = [
    Knob("discriminatorCost", .choice("relativistic")),
    Knob("generatorCost", .choice("relativistic")),
  ]

  /// The step by which the ring is to be found, and at which R1 is turned off again.
  private static let searchSteps = 6_000

  private static let firstR1 = Arm("R1 (γ 1)", [Knob("r1", .number(1))])

  /// Each stabiliser alone; R1 goes on when the search is over, and once more without.
  private static let stabiliserArms: [Arm] =
    [Arm("plain", steps: searchSteps), firstR1]
    + others.map { Arm($0.title, $0.knobs, steps: searchSteps) } + [
      Arm(
        "R1, off from step 6 000", firstR1.knobs,
        turns: [Turn(at: searchSteps, Knob("r1", .number(0)))])
    ]

  /// With the value that its paper or its field gives for toys.
  private static let others: [Arm] = [
    Arm("R2 (γ 1)", [Knob("r2", .number(1))]),
    Arm("consensus (γ 1)", [Knob("consensus", .number(1))]),
    Arm("non-saturating", [Knob("generatorCost", .choice("nonSaturating"))]),
    Arm(
      "least squares",
      [
        Knob("discriminatorCost", .choice("leastSquares")),
        Knob("generatorCost", .choice("leastSquares")),
      ]),
    Arm(
      "hinge",
      [
        Knob("discriminatorCost", .choice("hinge")), Knob("generatorCost", .choice("critic")),
      ]),
    Arm("relativistic", relativisticGame),
    Arm(
      "R3GAN (both γ 1)", relativisticGame + [Knob("r1", .number(1)), Knob("r2", .number(1))]),
    Arm("WGAN-GP (λ 0.1, k 5)", criticGame + [Knob("gradientPenalty", .number(0.1))]),
    Arm(
      "WGAN (clip 0.01, k 5)",
      criticGame + [
        Knob("weightClip", .number(0.01)), Knob("optimizer", .choice("rmsProp")),
        Knob("beta2", .number(0.99)),
      ]),
    Arm("spectral norm", [Knob("discriminatorNorm", .choice("spectral"))]),
    Arm("D 4 times G", [Knob("generatorLearningRate", .number(2.5e-4))]),
    Arm("average of G (.999)", [Knob("averaging", .number(0.999))]),
    Arm("extragradient", [Knob("schedule", .choice("extragradient"))]),
    Arm("turns, k = 1", [Knob("schedule", .choice("alternating"))]),
    Arm("optimistic Adam", [Knob("optimizer", .choice("optimisticAdam"))]),
    Arm("instance noise (σ 0.2)", [Knob("instanceNoise", .number(0.2))]),
    Arm(
      "σ 0.2 annealed to 0",
      [Knob("instanceNoise", .number(0.2)), Knob("instanceNoiseSteps", .number(6_000))]),
    Arm("packing of 2", [Knob("packing", .number(2))]),
    Arm("10 unrolled steps", [Knob("unrollSteps", .number(10))]),
  ]

  /// Row 31 against row 1, in numbers: who finds the ring, and beside it who keeps it.
  static let penaltiesFind = Trial(
    rule: """
      Train the plain game and each stabiliser alone from one seed; a game has found the ring at \
      the first measured step at which it holds all 8 modes by the strict count (1 % of 2 500 \
      samples each, within 3 standard deviations). The claim holds for a seed if R1 finds it by \
      step 4 000 and the plain game not by 6 000, and fails if the plain game finds it no later \
      than R1; it is reproduced or refuted by 80 % of the seeds. Beside it, keeping: the game with \
      R1 goes on from step 6 000 to 10 000, once as it is and once with R1 turned off. That R1 \
      keeps what the plain game loses holds if, in the mean of the last 2 000 steps, R1 holds 7.5 \
      modes or more and the other one mode less or a third of its quality less; it fails if the \
      other keeps 7.5 modes and more than two thirds of the quality; without all 8 modes at step \
      6 000 it cannot tell.
      """,
    quantity: "step at which R1 finds all 8 modes", steps: 10_000,
    quick: (4_000, "whether the plain game finds the ring later, and who keeps it"),
    arms: stabiliserArms,
    published: [
      Published(
        "Mescheder et al. (arXiv 1801.04406), §2.2 and theorem 4.1",
        "on thin data the plain game need not converge locally; with R1 or R2 it does"),
      Published(
        "Mescheder et al. (arXiv 1705.10461), mixture of Gaussians",
        "consensus covers the ring where simultaneous steps collapse"),
    ],
    rowsTitle: "modes held (strict), high quality: means of the last quarter; all 8 first held at",
    judgesDivergence: true, quorum: .fourOfFive
  ) { evidence in
    let end = min(searchSteps, evidence.arms.compactMap { $0.last?.step }.max() ?? 0)
    func found(_ arm: Int) -> Int? {
      evidence.first("modesStrict", arm: arm, reaching: 8).flatMap { $0 <= end ? $0 : nil }
    }
    let rows = stabiliserArms.indices.map { arm in
      // The last game is looked at where it ends.
      let last = arm == offArm ? evidence.arms[arm].last?.step ?? 0 : end
      let row = evidence.modesRow(
        stabiliserArms[arm].title, arm: arm, from: last - end / 4, upTo: last)
      let step = found(arm).map { "\($0)" } ?? "–"
      return Finding.Row(row.title, number: row.number, words: "\(row.words); \(step)")
    }
    let (plain, own) = (found(0), found(1))
    let isWhole = end >= searchSteps
    // A game that never finds it finds it last.
    let isNoLater = (plain ?? .max) <= (own ?? .max) && (plain != nil || isWhole)
    let isFirst = own.map { $0 <= 4_000 } ?? false && plain == nil && isWhole
    let titles = [1, 2, 3].map { arm in
      "\(stabiliserArms[arm].title) " + (found(arm).map { "from step \($0)" } ?? "never")
    }
    let keeping = keeping(evidence)
    return Finding(
      holds: isFirst ? true : isNoLater ? false : nil, number: own.map { Double($0) } ?? .nan,
      words: "all 8 modes held: plain \(plain.map { "from step \($0)" } ?? "never"), "
        + titles.joined(separator: ", ") + "; " + keeping.words,
      rows: rows, asides: [Finding.Aside("R1 keeps what plain loses", holds: keeping.holds)])
  }

  private static let offArm = stabiliserArms.count - 1

  /// From one covered state with R1 and without it.
  private static func keeping(_ evidence: Evidence) -> (holds: Bool?, words: String) {
    let arms = [1, offArm]
    let (fork, end) = (searchSteps, searchSteps + 4_000)
    guard arms.allSatisfy({ (evidence.arms[$0].last?.step ?? 0) >= end }) else {
      return (nil, "keeping not tried")
    }
    func mean(_ name: String, _ arm: Int) -> Double {
      evidence.mean(name, arm: arm, from: end - 2_000, upTo: end)
    }
    let modes = arms.map { mean("modesStrict", $0) }
    let quality = arms.map { mean("highQuality", $0) }
    let isCovered = evidence.value("modesStrict", arm: arms[0], at: fork) >= 8
    let loses = modes[1] <= modes[0] - 1 || quality[1] <= 2 / 3 * quality[0]
    let keeps = modes[1] >= 7.5 && quality[1] > 2 / 3 * quality[0]
    return (
      !isCovered ? nil : modes[0] >= 7.5 && loses ? true : keeps ? false : nil,
      "from step \(fork) with R1 \(modes[0].places(1)) modes, \(quality[0].percent), without "
        + "\(modes[1].places(1)), \(quality[1].percent)"
    )
  }
}
