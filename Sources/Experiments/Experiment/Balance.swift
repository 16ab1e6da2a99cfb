import Adversarial

extension Experiment {
  /// §4.4: whether the discriminator should be trained more, or be larger, than the generator.
  public static let balance = Experiment(
    "balance", title: "Balancing G and D", chapter: .tips, section: "§4.4", figure: "no figure",
    claim: "Beside a D of the right learning rate, k > 1 steps of D bring no clear gain",
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
      The tutorial (§4.4): D can be run more often than G, and in practice this does not usually \
      result in a clear improvement. It says so of quality, and nothing of time. A note on it that \
      many have read ends with the reverse: "D can be trained several times to keep better \
      performance".
      """,
      """
      At equal steps every k > 1 is given more work. So games are compared at equal work, counted \
      in updates, k + 2 a step: a G update stands for two of D's, since G is the larger net. That \
      is what they take (k = 10 takes four times as long a step as k = 1), but no clock is read: \
      the numbers are the same on every machine.
      """,
      """
      The game is the small ring, in turns. It is near the edge: with k = 1 seed 1 finds all 8 \
      modes at step 2 500 and seed 20 holds 2 at 4 000. The rule looks at mode TV, the distance \
      between the shares of samples at modes and the data's: all games of a seed that hold 8 \
      modes still differ in it.
      """,
      """
      A trap: with D's rate left at 1e-3, some k > 1 is far ahead of k = 1 at equal work, by both \
      costs. From seed 1, k = 10 holds 8 modes at step 500, which in work is step 2 000 of k = 1, \
      where that has 2. But D is then simply too slow: at 4e-3 the game with k = 1 holds all 8 at \
      step 1 000, with no work added. Beside that D, k > 1 is not ahead by 0.05 of mode TV in any \
      minimax game of the seeds 60 to 64, where it gains 0.60 to 0.71 at 1e-3. By the \
      non-saturating cost it is ahead on three of the five (by 0.13 to 0.35).
      """,
      """
      A second trap: the best of three k > 1 beats one k = 1 even where k does nothing, for the \
      best of three noisy numbers beats one. So as many games stand on either side, and both costs \
      are asked: the tutorial's sentence is about games whose gradient does not vanish. It speaks \
      of images; whether it is right there this page cannot say.
      """,
      """
      Width matters too. A D of 16 units against a G of 64 holds one mode on seeds 1 and 2. The \
      tutorial says that D is usually the larger net, and here it had better not be the smaller \
      one.
      """,
      """
      Try this, from seed 1. (1) Turn "schedule" to simultaneous: k no longer counts, and the blob \
      hops. (2) D 16 units wide, with k = 10: 8 modes at step 2 000. More training makes up for \
      less D. (3) k = 1 with "D learning rate" at 4e-3: 66 % of high quality at step 2 000, as at \
      4 000 before.
      """,
    ],
    equations: [
      "k times: θ_D ← Adam(θ_D, ∇J_D) on fresh x and z;   then θ_G ← Adam(θ_G, ∇J_G)",
      "equal work: t steps with k count as t·(k + 2)/3 of those with k = 1",
    ],
    hyperparameters: PlaneGame.hyperparameters(
      defaults: PlaneGame.small + [("schedule", .choice("alternating"))]),
    trial: .moreDiscriminatorSteps,
    design: PlaneGame.design)
}

extension Trial {
  /// One way of giving D more than G: updates for each one of G, and D's learning rate.
  private struct Candidate {
    let updates: Int
    let rate: Double

    var title: String { "k = \(updates)" + (rate == 1e-3 ? "" : ", D at \(Int(1e3 * rate))e-3") }
    /// A step's work in steps of k = 1.
    var work: Double { Double(updates + 2) / 3 }
  }

  /// As many with k = 1 as with more.
  private static let candidates = [
    Candidate(updates: 1, rate: 1e-3), Candidate(updates: 1, rate: 2e-3),
    Candidate(updates: 1, rate: 4e-3), Candidate(updates: 2, rate: 1e-3),
    Candidate(updates: 5, rate: 1e-3), Candidate(updates: 2, rate: 4e-3),
  ]

  private static let balanceCosts = [("minimax", "minimax"), ("nonSaturating", "non-saturating")]

  /// The candidates under each cost, and three games that stand beside.
  private static let balanceArms: [Arm] =
    balanceCosts.flatMap { name, title in
      candidates.map { one in
        Arm(
          "\(title), \(one.title)",
          [
            Knob("generatorCost", .choice(name)),
            Knob("discriminatorSteps", .number(Double(one.updates))),
            Knob("discriminatorLearningRate", .number(one.rate)),
          ], steps: Int(4_000 / one.work))
      }
    } + [
      Arm("k = 10", [Knob("discriminatorSteps", .number(10))], steps: 1_000),
      Arm("D 4 times as wide", [Knob("discriminatorWidth", .number(256))]),
      Arm("D a quarter as wide", [Knob("discriminatorWidth", .number(16))]),
    ]

  /// The claim of §4.4 in numbers.
  static let moreDiscriminatorSteps = Trial(
    rule: """
      For the minimax and for the non-saturating cost, train three games with k = 1 update of D \
      for each one of G, with D's learning rate at 1e-3, 2e-3 and 4e-3, and three with more: k = 2 \
      and 5 at 1e-3, and k = 2 at 4e-3. All have the same work, k + 2 a step: a G update counts as \
      two of D's, which is what they take with these nets. Of each game take the mean mode TV (0 \
      where samples and data agree) over the second half. A case is a cost and a seed. There k > 1 \
      is ahead if the best of its three is lower than the best of the other three by 0.05 or more. \
      The claim is reproduced if it is not ahead in 80 % of the cases or more, and refuted if it \
      is ahead in 80 % or more.
      """,
    quantity: "mode TV, best k = 1 less best k > 1, the larger of two costs", steps: 4_000,
    quick: (2_000, "it sees the beginning, where k counts most"),
    arms: balanceArms,
    published: [
      Published(
        "the tutorial, §4.4 (arXiv 1701.00160)",
        "running D more often than G does not usually result in a clear improvement"),
      Published(
        "WGAN-GP (arXiv 1704.00028)", "5 updates of a critic per G: the other answer"),
    ],
    rowsTitle: "mode TV at equal work, then G's gradient norm: means of the second half",
    judgesDivergence: true, quorum: .fourOfFive
  ) { evidence in
    let whole = evidence.arms[0].last?.step ?? 0
    func work(_ arm: Int) -> Double {
      arm < 2 * candidates.count ? candidates[arm % candidates.count].work : arm == 12 ? 4 : 1
    }
    func mean(_ name: String, _ arm: Int) -> Double {
      let end = Int(Double(whole) / work(arm))
      return evidence.diverged[arm] == nil
        ? evidence.mean(name, arm: arm, from: end / 2, upTo: end) : .nan
    }
    let distances = balanceArms.indices.map { mean("modeTV", $0) }
    let rows = balanceArms.indices.map { arm in
      let slope = mean("generatorGradientNorm", arm)
      return Finding.Row(
        balanceArms[arm].title, number: distances[arm],
        words: "\(distances[arm].places(2)), \(slope.places(3))")
    }
    // Of each cost: the best k = 1, the best k > 1, and what that gains over the first.
    let best = balanceCosts.indices.map { cost in
      let own = distances[(6 * cost)..<(6 * cost + 6)].map { $0 }
      let (one, more) = (own[..<3].filter { !$0.isNaN }.min(), own[3...].filter { !$0.isNaN }.min())
      return (one: one ?? .nan, more: more ?? .nan, gain: (one ?? .nan) - (more ?? .nan))
    }
    // What the same comparison says where D's rate is not turned.
    let frozen = distances[0] - min(distances[3], distances[4])
    return Finding(
      best.map { $0.gain.isNaN ? nil : $0.gain < 0.05 }, by: .fourOfFive,
      number: max(best[0].gain, best[1].gain),
      words: zip(balanceCosts, best).map { cost, best in
        "\(cost.1): best k = 1 \(best.one.places(2)), best k > 1 \(best.more.places(2))"
      }.joined(separator: "; ") + "; with D's rate at 1e-3 alone k > 1 gains \(frozen.places(2))",
      rows: rows)
  }
}
