import Adversarial

extension Experiment {
  /// §5.1.1, figures 26 to 28: a discriminator that sees the whole batch sees collapse.
  public static let minibatchFeatures = Experiment(
    "minibatch-features", title: "Minibatch features", chapter: .frontiers, section: "§5.1.1",
    figure: "fig. 26–28",
    claim: "D that sees its batch, not one point, holds 7 of 8 modes or more",
    watch: """
      One seed, the same data and noise, D told nothing or something of the rest of its batch. \
      Alone, the blob hops; with any of the features the samples spread along the ring.
      """,
    text: [
      """
      A discriminator that looks at one point at a time cannot see collapse: each sample of a \
      collapsed G looks real, one by one. Minibatch features let D see that all samples of a \
      batch are alike, which those of a real batch never are.
      """,
      """
      Minibatch discrimination maps each point's features to a few small vectors and tells D how \
      near the other points of the batch are in each: o = Σ exp(−L1 distance). The minibatch \
      standard deviation tells D one number for the whole batch. Packing shows D m points of one \
      kind at once and has it judge them together, which needs no new layer at all.
      """,
      """
      Such a D has no answer for a single point. Where the plane, the centres of modes and D* \
      ask it about one, the point stands among 64 real points that are chosen once for all runs; \
      training never uses these. A pack is filled up with the first of them.
      """,
      """
      What it costs: discrimination compares every pair of the batch, so that doubling the batch \
      makes it four times as dear. Packing by m gives D a batch m times smaller.
      """,
      """
      The published counts come from larger nets on a thinner ring: PacGAN's plain GAN holds 6.3 \
      modes where VEEGAN's holds 1. What can be compared is the step from one row to the next, \
      not the level.
      """,
      """
      Try this, from seed 1. (1) Turn "packing" from 1 to 2 at step 2 000, while the blob hops: \
      D's first layer is a new one and learns from nothing, and at step 4 000 all 8 modes are \
      reached. (2) Turn "schedule" to alternating without any feature: 3 modes at step 4 000, \
      where the plain game has one and packs of 2 have 8.
      """,
      """
      The trap: published code differs in small ways (the bias of o starts at −1, an example's \
      distance to itself is left out), and the tutorial warns that small changes of the \
      definition cost much. The layer here is checked against an independent implementation in \
      double precision.
      """,
    ],
    equations: [
      "discrimination: M = f T,  o_b(i) = Σ_{j≠i} exp(−‖M_ib − M_jb‖₁),  D sees (f, o + bias)",
      "deviation: D sees (f, mean over features of the batch's standard deviation)",
      "packing: D(x₁, …, x_m), all m real or all generated",
    ],
    hyperparameters: PlaneGame.hyperparameters(
      defaults: PlaneGame.small + [("batch", .number(64))]),
    trial: .batchesShowCollapse,
    design: PlaneGame.design)
}

extension Trial {
  private static let batchArms: [Arm] = [
    Arm("one point"),
    Arm("discrimination", [Knob("minibatchFeatures", .choice("discrimination"))]),
    Arm("deviation", [Knob("minibatchFeatures", .choice("deviation"))]),
    Arm("packing of 2", [Knob("packing", .number(2))]),
    Arm("packing of 4", [Knob("packing", .number(4))]),
  ]

  /// The claim of §5.1.1 in numbers.
  static let batchesShowCollapse = Trial(
    rule: """
      Train the plain game and four that tell D of its batch from one seed, and take the mean of \
      the strict count of modes (1 % of 2 500 samples each, within 3 standard deviations) over \
      the second half of the steps. The claim holds if each of the four holds 7 modes or more, \
      and fails if none does; a seed between the two cannot tell.
      """,
    quantity: "fewest modes held of four features", steps: 4_000,
    quick: (2_000, "it sees who finds the modes, not who keeps them"),
    arms: batchArms,
    published: [
      Published(
        "PacGAN, table 1 (arXiv 1712.04086), ring, larger nets",
        "modes of 8, quality, reverse KL: GAN 6.3, 98 %, .45; packing of 2 7.9, 96 %, .07; of 4 "
          + "7.8, 96 %, .07"),
      Published(
        "Salimans et al. (arXiv 1606.03498), §3.2", "minibatch discrimination; images, no count"),
    ],
    rowsTitle: "modes held (strict), high quality, reverse KL: means of the second half",
    judgesDivergence: true
  ) { evidence in
    let half = (evidence.arms.compactMap { $0.last?.step }.max() ?? 0) / 2
    let rows = batchArms.indices.map { arm in
      let row = evidence.modesRow(batchArms[arm].title, arm: arm, from: half)
      let divergence = evidence.mean("reverseKL", arm: arm, from: half)
      return Finding.Row(
        row.title, number: row.number, words: "\(row.words), \(divergence.places(2))")
    }
    let held = rows.dropFirst().map(\.number)
    let enough = held.count { $0 >= 7 }
    let least = held.min { !($0 >= $1) } ?? .nan
    return Finding(
      holds: enough == held.count ? true : enough == 0 ? false : nil, number: least,
      words: "one point \(rows[0].number.places(1)) modes; discrimination \(held[0].places(1)), "
        + "deviation \(held[1].places(1)), packs of 2 \(held[2].places(1)), "
        + "of 4 \(held[3].places(1))",
      rows: rows)
  }
}
