import Adversarial

extension Experiment {
  /// §4.1: what labels do for samples, and why games with and without them are not compared.
  public static let labels = Experiment(
    "labels", title: "Labels", chapter: .tips, section: "§4.1", figure: "no figure",
    claim: "Labels almost always make samples better, in whatever way they are used",
    watch: """
      One seed, the same data and noise, used four ways: both players are told the class of a \
      point, or G is told and D has to find out, or only D learns the classes of real points, \
      aside or as what it calls real. "as told" is the share of samples that are of the class they \
      were to be.
      """,
    text: [
      """
      The tutorial says that labels in any way, shape or form almost always make samples look \
      better, and that nobody knows quite why. Here the eight modes of the ring are put into \
      classes, so that both halves can be looked at.
      """,
      """
      Conditional: G gets the class as further inputs beside z, and D as further inputs beside the \
      point. Auxiliary: G gets the class, D does not, and has to name it; both pay for wrong \
      names. Recognized: G gets nothing, and D learns to name the classes of real points while it \
      learns to tell real from generated.
      """,
      """
      Recognized has a classifier aside: it shares D's hidden layers, and no more. nPlusOne is \
      what Salimans et al. did: D has n class logits and one of 0 for "generated", so that what it \
      calls real is the sum of its classes. What D knows of classes then reaches G, which is still \
      told nothing. On seeds 1 to 3 recognized has 14, 28 and 9 % of high quality and nPlusOne 22, \
      40 and 28, where the plain game has 7 to 9 and the games that tell G 95 or more.
      """,
      """
      Why it works on this ring: a label that means one mode says where to go, and what is left to \
      learn is one Gaussian. The game that hops over the ring never starts. With "classes" at 1 \
      the label says nothing, and the conditional game collapses as the plain one does.
      """,
      """
      With 4 classes of two modes each the ways part. A conditional D sees that a class lacks a \
      mode, and all eight are kept. A classifier is content with one mode a class: the auxiliary \
      game ends with one to four of eight. Where a label says all, labels help either way; where \
      it does not, they can make samples better and the model worse, as the tutorial suspects.
      """,
      """
      Hence the rule of §4.1: compare models that use labels with such models only, and \
      class-conditional ones with class-conditional ones. Eight modes by eight labels say nothing \
      against the packed D of the page minibatch-features, which finds them by itself.
      """,
      """
      The data and the noise are the same in all columns: the label of a row is that of its real \
      point, and G is told the same one. What is shown and measured is told classes in their \
      shares, by place. A conditional D that is asked about a bare point (the ground of the plane, \
      D*) is asked about it with the label of the nearest mode.
      """,
      """
      Try this, from seed 1. (1) Auxiliary with a class cost of 0: "as told" is 12.5 %, which is \
      chance, as nobody tells G what its label means. (2) Conditional with 2 classes of four \
      modes: 4 modes at step 4 000. (3) Recognized: seed 20 reaches all eight modes, seed 21 one.
      """,
      """
      The trap: a quality above that of real samples, 98.9 %, means modes drawn too narrow. \
      Auxiliary games do that, as the middle of a class is the easiest to name.
      """,
    ],
    equations: [
      "conditional: D(x, c),  G(z, c),  c as drawn with the data",
      "auxiliary: J_D + w ½ (H(c, C(x)) + H(c, C(G(z, c)))),   J_G + w ½ H(c, C(G(z, c)))",
      "recognized: J_D + w ½ H(c, C(x)),   G(z);   H(c, C) = −E log C_c",
      "n+1 classes: the same, with D(x) = Σ e^lᵢ / (1 + Σ e^lᵢ),   C = softmax(l)",
    ],
    hyperparameters: PlaneGame.hyperparameters(defaults: PlaneGame.small),
    measures: Measure.all.map(\.name) + ["classKept", "classLowest"],
    trial: .labelsMakeSamplesBetter
  ) { settings throws(DesignError) in
    var design = try PlaneGame.design(settings)
    design.comparesClasses = true
    return design
  }
}

extension Trial {
  private static func labelled(_ title: String, _ use: String, classes: Int = 8) -> Arm {
    Arm(title, [Knob("labels", .choice(use)), Knob("classes", .number(Double(classes)))])
  }

  private static let labelArms: [Arm] = [
    labelled("no labels", "none"),
    labelled("conditional", "conditional"),
    labelled("auxiliary", "auxiliary"),
    labelled("recognized", "recognized"),
    labelled("n+1 classes", "nPlusOne"),
    labelled("conditional, 4 classes", "conditional", classes: 4),
    labelled("auxiliary, 4 classes", "auxiliary", classes: 4),
  ]

  /// "Almost always" in numbers: four of five, and no more than half.
  private static let almostAlways = Quorum(held: 0.8, failed: 0.5)

  /// The claim of §4.1 in numbers.
  static let labelsMakeSamplesBetter = Trial(
    rule: """
      Train the game without labels and four that use them, with a class for each of the eight \
      modes, from one seed, and take the mean share of samples of high quality over the second \
      half of the steps. A case is a way and a seed: it gains if it has 10 points more than the \
      plain game, or more. The claim is reproduced if 80 % of the cases gain or more, and refuted \
      if 50 % do or fewer. The two ways that tell G the class are named apart from the two that \
      don't, as §4.1 asks. Classes of two modes each stand beside and do not count.
      """,
    quantity: "high quality gained, least of four ways", steps: 4_000,
    quick: (2_000, "it sees who finds the modes, not who keeps them"),
    arms: labelArms,
    published: [
      Published(
        "Salimans et al., table 3 (arXiv 1606.03498), CIFAR-10, Inception score",
        "8.09 ± .07 with labels, 4.36 ± .04 without, 6.86 ± .06 with historical averaging instead"),
      Published(
        "Odena et al. (arXiv 1610.09585), CIFAR-10, Inception score",
        "8.25 ± .07; conditional, so not to be compared with either"),
    ],
    rowsTitle: "modes held (strict), high quality, as told: means of the second half",
    judgesDivergence: true, quorum: almostAlways
  ) { evidence in
    let half = (evidence.arms.compactMap { $0.last?.step }.max() ?? 0) / 2
    let rows = labelArms.indices.map { arm in
      let row = evidence.modesRow(labelArms[arm].title, arm: arm, from: half)
      let kept = evidence.mean("classKept", arm: arm, from: half)
      return Finding.Row(
        row.title, number: row.number,
        words: kept.isNaN ? row.words : "\(row.words), \(kept.percent)")
    }
    // A game that diverged draws nothing.
    let quality = labelArms.indices.map { arm in
      evidence.diverged[arm] == nil ? evidence.mean("highQuality", arm: arm, from: half) : 0
    }
    let gains = quality[1...4].map { $0 - quality[0] }
    return Finding(
      gains.map { $0.isNaN ? nil : $0 >= 0.1 }, by: almostAlways, number: gains.min() ?? .nan,
      words: "high quality \(quality[0].percent) without labels; G told: conditional "
        + "\(quality[1].percent), auxiliary \(quality[2].percent); G not told: recognized "
        + "\(quality[3].percent), n+1 \(quality[4].percent); with 4 classes "
        + "\(quality[5].percent), \(quality[6].percent)",
      rows: rows)
  }
}
