import Adversarial

extension Experiment {
  /// §5.1: what has been invented since against oscillation and collapse, on the ring of figure 22.
  public static let stabilisers = Experiment(
    "stabilisers", title: "Stabilisers since", chapter: .frontiers, section: "§5.1",
    figure: "none",
    claim: "R1, R2 and consensus each hold 7 of 8 modes or more",
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
      What theory says: near equilibrium the plain game circles, whatever its cost; R1, R2 and \
      consensus turn the circle into a spiral inwards, by adding friction. What the table says: \
      it is the friction that counts here. With another cost alone (non-saturating, hinge, \
      relativistic) seeds 1 to 3 hold fewer than two modes.
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
      R3GAN is the relativistic cost with R1 and R2. On this toy the penalties alone do better \
      than with it: seeds 1 and 3 hold 4.4 and 1.8 modes on average. The paper's own nets, data \
      and schedule are others; here one value of γ is tried, not tuned.
      """,
    ],
    equations: [
      "R1 = γ/2 E‖∇D(x)‖²   R2 = γ/2 E‖∇D(G(z))‖²   GP = λ E(‖∇D(x̂)‖ − 1)²",
      "consensus: v + γ ∇½‖v‖²,   v = (∇J_D, ∇J_G)",
      "extragradient: θ' = θ − η v(θ),   θ ← θ − η v(θ')",
      "optimistic: θ ← θ − η (2 dₜ − dₜ₋₁)     relativistic: J_D = E log(1 + e^(D(G(z)) − D(x)))",
    ],
    hyperparameters: PlaneGame.hyperparameters(defaults: PlaneGame.small),
    trial: .penaltiesHold,
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

  /// Each stabiliser alone, with the value that its paper or its field gives for toys.
  private static let stabiliserArms: [Arm] = [
    Arm("plain"),
    Arm("R1 (γ 1)", [Knob("r1", .number(1))]),
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

  /// Row 31 against row 1, in numbers.
  static let penaltiesHold = Trial(
    rule: """
      Train the plain game and each stabiliser alone from one seed, and take the mean of the \
      strict count of modes (1 % of 2 500 samples each, within 3 standard deviations) over the \
      second half of the steps. The claim holds if R1, R2 and consensus each hold 7 modes or \
      more, and fails if none of them does; a seed between the two cannot tell. The other rows \
      stand beside.
      """,
    quantity: "fewest modes held of R1, R2 and consensus", steps: 6_000,
    quick: (2_000, "it sees who finds the modes, not who keeps them"),
    arms: stabiliserArms,
    published: [
      Published(
        "Mescheder et al. (arXiv 1801.04406), §2.2 and theorem 4.1",
        "on thin data the plain game need not converge locally; with R1 or R2 it does"),
      Published(
        "Mescheder et al. (arXiv 1705.10461), mixture of Gaussians",
        "consensus covers the ring where simultaneous steps collapse"),
    ],
    rowsTitle: "modes held (strict), high quality: means of the second half",
    judgesDivergence: true
  ) { evidence in
    let end = evidence.arms.compactMap { $0.last?.step }.max() ?? 0
    let rows = stabiliserArms.indices.map {
      evidence.modesRow(stabiliserArms[$0].title, arm: $0, from: end / 2)
    }
    let held = rows[1...3].map(\.number)
    let enough = held.count { $0 >= 7 }
    return Finding(
      holds: enough == held.count ? true : enough == 0 ? false : nil,
      number: held.min { !($0 >= $1) } ?? .nan,
      words: "plain \(rows[0].number.places(1)) modes, R1 \(held[0].places(1)), "
        + "R2 \(held[1].places(1)), consensus \(held[2].places(1))",
      rows: rows)
  }
}
