import Adversarial

extension Experiment {
  /// §3.2, figure 16: what each cost asks of a generator whose discriminator is winning.
  public static let costFunctions = Experiment(
    "cost-functions", title: "G's cost functions", chapter: .howTheyWork, section: "§3.2",
    figure: "fig. 16",
    claim: "Where D wins, minimax hardly pulls, and ML pulls at few samples",
    watch: """
      D trains alone for a thousand steps and wins; then G joins. The three columns differ in \
      G's cost alone. "Pull" is how strongly a cost would move a sample, "top 1 %" what its \
      hundredth most pulled samples make of the whole.
      """,
    text: [
      """
      Three costs that agree on where G should end and differ in how they get there. Minimax is \
      D's cost turned around. The non-saturating cost flips D's target instead of its sign. \
      Maximum likelihood weighs a sample by D/(1 − D), which makes the expected gradient that of \
      KL(data‖model) if D is optimal.
      """,
      """
      Figure 16 draws them over D(G(z)); "v" draws it here, with the minibatch of the next step \
      standing on the curves, its shares beneath, and the means of cost and slope. D has won \
      first, so that the minibatch stands at the left end: D(G(z)) is about 0.03. There minimax \
      and maximum likelihood are flat: a sample that D rejects with confidence is hardly pulled \
      at all. The non-saturating cost is steep exactly there.
      """,
      """
      What is measured, at 2 500 samples and the D that stands there: "pull" is the mean over \
      samples of ‖∂J_G/∂x‖, "variance" its variance over its squared mean, "top 1 %" what the 25 \
      samples that are pulled most bring to the sum (1 % if all are pulled alike), and \
      "effective" (Σs)²/Σs² over the count. All three costs are asked on the same samples \
      whatever G itself minimises. The pull is the slope of figure 16 times that of D's logit in \
      x, so that its unevenness mixes two things, the cost's and D's.
      """,
      """
      Where does maximum likelihood take its gradient from few samples? Not after the head start: \
      no sample stands at the right end of figure 16 then, and in training with a non-saturating G \
      all costs are nearly linear around one half. It takes a G that covers more than the data, \
      against a D near D*. There the slope is ½ p_data/p_model, and of n samples n/(1 + \
      χ²(data‖model)) count. So the rule sets "G" to N(0, 1.5²), which stands still: with D* its \
      top 1 % bring 50 % of the slope, which "theory" beside the measures says too. With G = data \
      all samples bring the same.
      """,
      """
      A number to check by hand: where D(G(z)) = p, minimax over non-saturating is p/(1 − p). \
      With p = 0.029 in the middle that is 0.030; measured is 0.033 on seed 1, since the mean of \
      pulls is not the pull in the middle.
      """,
      """
      What follows: from seed 1 the non-saturating G comes back at once (D(G(z)) is 0.79 at step 1 \
      500), the minimax G never: at step 3 000 the middle sample has D(G(z)) = 3e-11, and 1 % of \
      its samples carry 62 % of its gradient. Seed 2's minimax G does get away. Maximum likelihood \
      diverges some two or three hundred steps after G joins on seeds 1 to 3: one sample with a \
      large logit has an exponential pull.
      """,
      """
      Try this, from seed 1. (1) Turn "G cost" from minimax to nonSaturating at step 2 000: \
      D(G(z)) is 0.57 five hundred steps later, from 0.012. (2) With maximumLikelihood turn "R1" \
      to 1: D's logits stay small and with them the exponential, and at step 3 000 all 8 modes \
      are held. (3) Set "D's head start" to 0 with minimax: with nobody winning its gradient \
      does not vanish.
      """,
      """
      The trap: "vanishing gradient" is often said of GANs as such. It is a property of the \
      minimax cost where D is confident, not of the game, and curing it does not cure mode \
      collapse: the non-saturating G ends on one mode.
      """,
    ],
    equations: [
      "minimax           J_G = −J_D                      |∂J_G/∂l| = ½ D(G(z))",
      "non-saturating    J_G = −½ E log D(G(z))          |∂J_G/∂l| = ½ (1 − D(G(z)))",
      "maximum likelihood  J_G = −½ E exp(σ⁻¹(D(G(z))))  |∂J_G/∂l| = ½ D/(1 − D) at D(G(z))",
    ],
    hyperparameters: PlaneGame.hyperparameters(
      defaults: PlaneGame.small + [("headStart", .number(1_000))]) + [standingStill],
    trial: .winnersLeaveLittle
  ) { settings throws(DesignError) in
    var design = try PlaneGame.design(settings)
    design.comparesGradients = true
    return try withFixedGenerator(design, settings)
  }

  private static let standingStill = Hyperparameter(
    "generator", title: "G", group: "networks", section: "§3.2.6",
    explanation:
      "A network that learns, or a density that stands still: N(0, 1.5²), the data's.",
    domain: .choice(default: "network", options: ["network", "gaussian", "data"]),
    isStructural: true)

  /// The same game, its generator a density that is known where the settings say so.
  private static func withFixedGenerator(
    _ design: Design, _ settings: Settings
  ) throws(DesignError) -> Design {
    let kind = settings.choice("generator")
    guard kind != "network" else { return design }
    guard let data = design.data.modes else {
      throw DesignError(
        "'\(settings.data.title)' has no density that is known: set 'generator' to network")
    }
    guard !design.labels.isTold else {
      throw DesignError("a density that stands still is told nothing: set 'labels' to none")
    }
    var design = design
    design.noiseDimension = FixedMixture.noiseDimension
    design.generator = Network([
      FixedMixture(
        kind == "data" ? data : try Mixture([.init(centre: [0, 0], deviation: 1.5, weight: 1)]))
    ])
    return design
  }
}

extension Trial {
  /// A D that can come near D*, against a G that stands still.
  private static func facing(_ title: String, _ density: String) -> Arm {
    Arm(
      title,
      [
        Knob("generator", .choice(density)), Knob("discriminatorLayers", .number(2)),
        Knob("discriminatorWidth", .number(128)), Knob("inputScale", .number(1)),
        Knob("batch", .number(512)),
      ], steps: 2_000)
  }

  private static let costArms: [Arm] = [
    facing("G = N(0, 1.5²)", "gaussian"), facing("G = data", "data"),
    Arm("minimax", [Knob("generatorCost", .choice("minimax"))]),
    Arm("non-saturating", [Knob("generatorCost", .choice("nonSaturating"))]),
    Arm("maximum likelihood", [Knob("generatorCost", .choice("maximumLikelihood"))]),
  ]

  /// The claim of figure 16 in numbers.
  static let winnersLeaveLittle = Trial(
    rule: """
      Train D alone for 2 000 steps against a G that covers the ring and much besides, N(0, 1.5²), \
      and ask each cost at 2 500 of its samples: for the slope |∂J_G/∂l| of figure 16, and for the \
      pull ‖∂J_G/∂x‖. The claim holds if at the half of the samples that D rejects most minimax \
      pulls at most a tenth as hard as the non-saturating cost, and the 1 % of samples with the \
      largest slopes bring 20 % or more of maximum likelihood's, which then has an effective share \
      of 10 % at most where the non-saturating cost has 50 % or more. It fails if that 1 % brings \
      5 % or less; a seed between the two cannot tell. A G that is the data itself stands beside, \
      and so do the games that a learning G plays after D's head start.
      """,
    quantity: "share of ML's slope that 1 % of the samples bring", steps: 4_000,
    quick: (1_000, "where D comes to; it is less near D*"),
    arms: costArms,
    published: [
      Published(
        "closed form",
        "with D*: ML's effective share is 1/(1 + χ²(data‖model)) = 2.9 %, its top 1 % bring 50 %"),
      Published(
        "closed form, from figure 16",
        "where D(G(z)) = p: minimax over non-saturating is p/(1 − p), ML over minimax 1/(1 − p)"
      ),
      Published(
        "the tutorial, §3.2.6",
        "minimax and ML have little gradient at the left end; ML's comes from few samples"),
    ],
    rowsTitle: "top 1 % and effective share of minimax | non-sat. | ML; below: pull, modes reached",
    judgesDivergence: true
  ) { evidence in
    let names = ["minimax", "nonSaturating", "maximumLikelihood"]
    func end(_ name: String, _ arm: Int = 0) -> Double { evidence.value(name, arm: arm) }
    let rejected = end("rejectedPull")
    let top = end("maximumLikelihoodSlopeTopShare")
    let effective = names.map { end($0 + "SlopeEffective") }
    let isFew = top >= 0.2 && effective[2] <= 0.1 && effective[1] >= 0.5
    let still = (0...1).map { arm in
      let cells = names.map {
        "\(end($0 + "SlopeTopShare", arm).percent) \(end($0 + "SlopeEffective", arm).percent)"
      }
      return Finding.Row(
        costArms[arm].title, number: end("maximumLikelihoodSlopeTopShare", arm),
        words: cells.joined(separator: " | "))
    }
    return Finding(
      holds: rejected.isNaN || top.isNaN
        ? nil : rejected <= 0.1 && isFew ? true : top <= 0.05 ? false : nil,
      number: top,
      words: "1 % of the samples bring \(top.percent) of ML's slope, "
        + "\(end("nonSaturatingSlopeTopShare").percent) of non-saturating's; effective "
        + "\(effective[2].percent) and \(effective[1].percent); at the rejected half minimax pulls "
        + "\(rejected < 1e-3 ? "less than 0.001" : rejected.places(3)) times as hard",
      rows: still + zip(names, 2...4).map { learning($0, $1, evidence) })
  }

  /// What a cost makes of a G that joins after D's head start.
  private static func learning(_ name: String, _ arm: Int, _ evidence: Evidence) -> Finding.Row {
    let pull = evidence.value(name + "Pull", arm: arm, at: 1_000)
    let end =
      evidence.diverged[arm].map { "diverged at \($0)" }
      ?? "reaches \(evidence.value("modesReached", arm: arm).places(0))"
    return Finding.Row(
      costArms[arm].title, number: pull, words: "\(pull.places(4)) at step 1 000; \(end)")
  }
}
