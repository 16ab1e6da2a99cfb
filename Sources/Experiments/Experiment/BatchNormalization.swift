import Adversarial

extension Experiment {
  /// §4.3, figure 21: batch normalization ties the samples of a batch together.
  public static let batchNormalization = Experiment(
    "batch-normalization", title: "Batch normalization", chapter: .tips, section: "§4.3",
    figure: "fig. 21",
    claim: "With batch norm a sample depends on its batch, by a share that falls as 1/n",
    watch: """
      "Neighbours" is the share of a sample's variance that the other z of its batch make. It is \
      exactly 0 without normalization and with a reference batch, and large with batch norm at a \
      batch of 4. The points of the plane are drawn 512 at a time, where it hardly shows.
      """,
    text: batchNormalizationText,
    equations: [
      "batch norm: y = γ (h − μ)/√(σ² + ε) + β,   μ and σ² of the batch itself",
      "reference: μ and σ² of 64 fixed z     virtual: of these and the sample itself",
      "neighbours = ½ E‖G(z₁; B) − G(z₁; B')‖² / Var G(z)     B' has every z but z₁ drawn anew",
      "overfit = quality of G(z; R) − quality of G(z; R')     R' has every reference drawn anew",
    ],
    hyperparameters: PlaneGame.hyperparameters(
      defaults: PlaneGame.small + [
        ("generatorNorm", .choice("batch")), ("batch", .number(16)),
        ("generatorCost", .choice("nonSaturating")),
      ]),
    trial: .neighboursMatter
  ) { settings throws(DesignError) in
    var design = try PlaneGame.design(settings)
    design.comparesNeighbours = true
    design.freshReferenceRows = settings.integer("referenceRows")
    return design
  }

  private static let batchNormalizationText = [
    """
    Batch normalization makes every hidden unit's mean 0 and variance 1 over the batch. It \
    helps nets to train. But it makes a sample a function of its whole batch: the other z move \
    the mean and the variance that it is normalized by. The smaller the batch, the more.
    """,
    """
    Figure 21 shows it in images: the samples of one batch are all orange, those of another \
    all green. Reference batch normalization takes mean and variance from a batch that is \
    fixed once, virtual batch normalization from that and the example itself; in both a sample \
    depends on its own z alone.
    """,
    """
    What is measured: 64 batches of the page's own batch size, and each once more with every z \
    but the first drawn anew. "Neighbours" is the share of a point's variance that comes with \
    its neighbours, "correlation" the intraclass correlation of a batch's coordinates: 1 if a \
    batch is all alike, 0 if its points are independent.
    """,
    """
    How much it should be: one normalized layer of n Gaussian units makes 3/(2n) of a unit's \
    variance out of its neighbours in large batches, 1/n by the mean and 1/(2n) by the deviation; \
    at n = 4, 16 and 64 it is 34, 8.9 and 2.3 %. G has two such layers. So the rule asks whether n \
    times the share stays what it is, and not for a share that somebody chose. On the seeds 60 to \
    64 it is 1.4 to 1.5 at 4, as for one layer, and 3.5 to 3.7 at 64, a little more than for two: \
    the share falls more slowly than 1/n, and the rule's factor of 2 is missed.
    """,
    """
    A surprise: on this ring the correlation under batch norm is negative, and as negative as \
    it can be: −1/3 at a batch of 4, −1/15 at 16. The last layers are fed units whose mean \
    over the batch is pinned, and so the mean of the batch's points hardly moves: points of \
    one batch keep apart rather than alike. The dependence that figure 21 shows is there; its \
    sign is not.
    """,
    """
    At batches of 16 and 64 batch norm is the best of the four in modes and in quality on \
    seeds 1 and 2 after 2 000 steps: the tie between samples is a side effect of something \
    that helps. At 4 it no longer helps.
    """,
    """
    The price of a fixed batch: G can overfit to it, says §4.3, and virtual batch norm lessens \
    that slightly. "Fresh refs" is the quality of samples that are normalized by 25 reference \
    batches G has never met, "overfit" what the same z lose by it. In batches of 64, at step 6 000 \
    of eleven seeds (1 to 8, 40 to 42), reference batch norm loses 50 points of quality on average \
    (25 to 67), virtual 46 (30 to 69). Batch norm, every batch of which is fresh, loses 5 (1 to 12).
    """,
    """
    It is overfitting as one knows it: from step 4 000 to 6 000 of seed 1 reference batch norm \
    goes from 70 to 83 % quality with its own batch, and from 38 to 24 % with fresh ones. Virtual \
    batch norm loses less on six seeds of eleven, which could be chance: of 65 rows one is the \
    sample's own. Who samples with the batch that G was trained with loses nothing.
    """,
    """
    Try this, from seed 1. (1) A batch of 4 with batch norm, then turn "G normalization" to \
    virtual: neighbours falls from about 30 % to 0 at once, with the same weights. (2) A batch \
    of 64: some 4 %.
    """,
    """
    The trap: a program that samples 2 500 points in one batch to measure its G measures \
    another G than the one that trained in batches of 4. The plane and the measures here draw \
    512 and 2 500 at a time; only "neighbours" and "correlation" use the page's own batch.
    """,
  ]
}

extension Trial {
  private static let normArms: [Arm] =
    ["none", "batch", "reference", "virtual"].flatMap { kind in
      [4, 16, 64].map { size in
        Arm(
          "\(kind), batch \(size)",
          [Knob("generatorNorm", .choice(kind)), Knob("batch", .number(Double(size)))])
      }
    }

  /// The claim of figure 21 in numbers.
  static let neighboursMatter = Trial(
    rule: """
      Train G without normalization, with batch, reference-batch and virtual-batch normalization \
      at batches of 4, 16 and 64 from one seed, and take the mean over the second half of the \
      steps of the share of a sample's variance that its neighbours make. One normalized layer of \
      Gaussian units makes 3/(2n) of it in large batches of n, 34 % at 4: the share falls as 1/n. \
      The claim holds if under batch norm n times the share is the same at 4, 16 and 64 within a \
      factor of 2, the share at 4 is between half and twice 34 %, and it is exactly 0 under the \
      three others. It fails if n times the share differs by a factor of more than 4, if the share \
      at 4 is below 8.5 %, or if it is above 1 % under one of the others; a seed between the two \
      cannot tell.
      """,
    quantity: "n times the share of its neighbours, largest over smallest", steps: 6_000,
    quick: (600, "it looks at a G that has learned little"),
    arms: normArms,
    published: [
      Published(
        "the tutorial, figure 21 (arXiv 1701.00160)",
        "two batches of 16 images: all of one batch orange, all of the other green"),
      Published(
        "Salimans et al., §3.5 and table 3 (arXiv 1606.03498)",
        "virtual batch norm in G alone; with batch norm for it CIFAR-10 gets a little worse"),
      Published(
        "closed form, one layer of Gaussian units",
        "3/(2n) for large n; 34, 8.9 and 2.3 % at 4, 16 and 64; exactly 0 without batch norm"),
    ],
    rowsTitle: "neighbours' share, correlation within a batch: means of the second half; overfit",
    judgesDivergence: true
  ) { evidence in
    let half = (evidence.arms.compactMap { $0.last?.step }.max() ?? 0) / 2
    let shares = normArms.indices.map { evidence.mean("neighbourEffect", arm: $0, from: half) }
    let lost = normArms.indices.map { evidence.value("referenceOverfit", arm: $0) }
    let rows = normArms.indices.map { arm in
      let alike = evidence.mean("batchCorrelation", arm: arm, from: half)
      return Finding.Row(
        normArms[arm].title, number: shares[arm],
        words: "\((100 * shares[arm]).places(2)) %, \(alike.places(3)), \(lost[arm].percent)")
    }
    let own = Array(shares[3..<6])
    let others = Array(shares[..<3] + shares[6...])
    let scaled = zip(own, [4.0, 16, 64]).map { $0 * $1 }
    let spread = (scaled.max() ?? .nan) / (scaled.min() ?? .nan)
    let isTied = spread <= 2 && (0.17...0.68).contains(own[0])
    let isFree = others.allSatisfy { $0 == 0 }
    let fails = spread > 4 || own[0] < 0.085 || others.contains { $0 > 0.01 }
    let alike = evidence.mean("batchCorrelation", arm: 3, from: half)
    return Finding(
      holds: isTied && isFree ? true : fails ? false : nil, number: spread,
      words: "batch norm \(own[0].percent) at 4, \(own[1].percent) at 16, \(own[2].percent) at 64, "
        + "n times that \(scaled.map { $0.places(1) }.joined(separator: ", ")) (correlation at 4 "
        + "\(alike.places(2))); the others at most "
        + "\((100 * (others.max() ?? .nan)).places(2)) %; overfit at 64, at the end: reference "
        + "\(lost[8].percent), virtual \(lost[11].percent), batch norm \(lost[5].percent)",
      rows: rows)
  }
}
