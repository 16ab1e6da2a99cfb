import Adversarial

extension Experiment {
  /// §5.1: what has been invented since against oscillation and collapse, on the ring of figure 22.
  public static let stabilisers = Experiment(
    "stabilisers", title: "Stabilisers since", chapter: .frontiers, section: "§5.1",
    figure: "none",
    claim: "R1 and consensus hold more modes than the plain game",
    watch: """
      A column for each stabiliser, one seed, the same data and noise. The plain blob hops. Where D's \
      slope costs something, the field around the ring is smooth and the samples spread along it; \
      where only a cost is exchanged, the blob mostly goes on hopping.
      """,
    text: [],
    equations: [
      "R1 = γ/2 E‖∇D(x)‖²   R2 = γ/2 E‖∇D(G(z))‖²   GP = λ E(‖∇D(x̂)‖ − 1)²",
      "consensus: v + γ ∇½‖v‖²,   v = (∇J_D, ∇J_G)",
      "extragradient: θ' = θ − η v(θ),   θ ← θ − η v(θ')",
      "optimistic: θ ← θ − η (2 dₜ − dₜ₋₁)     relativistic: J_D = E log(1 + e^(D(G(z)) − D(x)))",
    ],
    hyperparameters: PlaneGame.hyperparameters(defaults: PlaneGame.small),
    trial: .penaltiesHoldModes,
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
    Arm("optimistic Adam", [Knob("optimizer", .choice("optimisticAdam"))]),
    Arm("instance noise (σ 0.2)", [Knob("instanceNoise", .number(0.2))]),
    Arm("packing of 2", [Knob("packing", .number(2))]),
    Arm("10 unrolled steps", [Knob("unrollSteps", .number(10))]),
  ]

  /// Row 31 against row 1, in numbers.
  static let penaltiesHoldModes = Trial(
    rule: """
      Train the plain game and each stabiliser alone from one seed, and take the mean of the strict \
      count of modes (1 % of 2 500 samples each, within 3 standard deviations) over the second half \
      of the steps. The claim holds if R1 and consensus both hold at least 2 modes more than the \
      plain game, and fails if neither does; a seed with one of them cannot tell.
      """,
    quantity: "modes held with R1, beyond the plain game's", steps: 6_000,
    quick: (2_000, "it sees who finds the modes, not who keeps them"),
    arms: stabiliserArms,
    published: [
      Published(
        "Mescheder et al. (arXiv 1801.04406), table 1",
        "the plain game does not converge locally; with R1, R2 or consensus it does"),
      Published(
        "Mescheder et al. (arXiv 1705.10461), fig. 3",
        "consensus covers the ring where simultaneous steps collapse"),
    ],
    rowsTitle: "modes held (strict), high quality: means of the second half",
    judgesDivergence: true
  ) { evidence in
    let end = evidence.arms.compactMap { $0.last?.step }.max() ?? 0
    let rows = stabiliserArms.indices.map {
      evidence.modesRow(stabiliserArms[$0].title, arm: $0, from: end / 2)
    }
    let (plain, slope, consensus) = (rows[0].number, rows[1].number, rows[3].number)
    let gains = [slope - plain, consensus - plain]
    let helped = gains.count { $0 >= 2 }
    return Finding(
      holds: gains.contains { $0.isNaN } ? nil : helped == 2 ? true : helped == 0 ? false : nil,
      number: gains[0],
      words: "plain \(plain.places(1)) modes, R1 \(slope.places(1)), "
        + "consensus \(consensus.places(1))",
      rows: rows)
  }
}
