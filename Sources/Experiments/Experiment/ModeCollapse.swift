import Adversarial

extension Experiment {
  /// §5.1.1, figure 22: the generator gives up most of the data and hops from mode to mode.
  public static let modeCollapse = Experiment(
    "mode-collapse", title: "Mode collapse", chapter: .frontiers, section: "§5.1.1",
    figure: "fig. 22",
    claim: "G keeps at most 2 of the 8 modes at a time",
    watch: """
      One yellow blob sits on one mode of the ring. D learns to reject it, and the blob jumps to \
      another mode: it never spreads over all of them.
      """,
    text: [
      """
      The data are eight small Gaussians on a ring. The generator maps z, a vector of random \
      numbers, to a point in the plane. Mode collapse (the tutorial calls it "the Helvetica \
      scenario") is when many different z come out at the same point: the samples look right, \
      one by one, and most of the data is missing.
      """,
      """
      Why it happens: the game's solution is min over G of max over D. Gradient descent takes \
      both steps at once and gives neither order precedence, and often behaves like max over D \
      of min over G instead. In that order G answers a fixed D, and the best answer to a fixed D \
      is to put every sample on the one point that D likes most.
      """,
      """
      D then learns that this point is where the fakes are, its field turns brown there, and G \
      runs to the next point that D still likes. The number of modes reached stays at one or \
      two while the blob hops.
      """,
      """
      Three counts, because each can mislead. "Captured" asks for a single sample within 3 \
      standard deviations of a mode; "strict" for 1 % of all samples there; "reached" for 1 % \
      within a quarter of the way to the next mode, which is what the eye sees. Real data reach \
      98.889 % quality, not 100: a G above that draws its modes too thin.
      """,
      """
      Try this. (1) Turn "unroll steps" to 10: within some five thousand steps the blob spreads \
      over the ring, and every step costs about three times as much. (2) Turn "activation" alone \
      to tanh and restart: by step 8 000 seed 1 reaches 4 modes at most and keeps none; it takes \
      more than that (next paragraph). (3) Turn "G cost" to nonSaturating and restart: the \
      gradient no longer vanishes where D is sure, and G still keeps one or two modes: collapse is \
      not a matter of weak gradients.
      """,
      """
      "I can't reproduce it": many programs have two hidden layers in D rather than one, tanh \
      rather than ReLU, D looking at x rather than x/4, an initial gain of 1.4 rather than 0.8, G \
      at 1e-3 rather than 1e-4, and turns rather than simultaneous steps. With all of these (the \
      tanh preset) an independent implementation held all 8 modes by the strict count at step 7 \
      500 without unrolling. With x/4 and simultaneous steps the same nets kept 2 to 6 modes, and \
      with ReLU one. The claim is about the paper's game, not about every GAN.
      """,
      """
      A trap: a ring whose centres are spaced from 0 to 2π with both ends (linspace) has seven \
      modes, the eighth lying on the first. "7 of 8" is then all there is, and "8 of 8" counts one \
      twice. The preset "seven" has such a ring, and the notebook refuses it.
      """,
    ],
    equations: [
      "x ~ ⅛ Σₖ N((r cos 2πk/8, r sin 2πk/8), s² I)    z ~ N(0, I)",
      "J_D = −½ E log D(x) − ½ E log(1 − D(G(z)))",
      "J_G = −J_D        (minimax, §3.2.2)",
    ],
    hyperparameters: PlaneGame.hyperparameters,
    trial: .fewModesAtATime,
    design: PlaneGame.design)
}

extension Trial {
  /// The claim of figure 22, in numbers.
  static let fewModesAtATime = Trial(
    rule: """
      At each measured step from 1 000 on, count the modes that at least 1 % of 2 500 samples \
      reach (within a quarter of the way to the next mode). The claim holds if 95 % of the \
      counts are at most 2, and fails otherwise.
      """,
    quantity: "modes reached, 95 % of the counts at most", steps: 10_000,
    quick: (2_000, "it cannot tell whether the blob settles on more modes later"),
    arms: [Arm("paper")],
    published: [
      Published("VEEGAN, table 1 (arXiv 1705.07761)", "GAN, ring: 1 mode, 99.3 % high quality"),
      Published("PacGAN, table 1 (arXiv 1712.04086)", "GAN, ring: 6.3 ± 0.5 modes, other nets"),
    ]
  ) { evidence in
    let counts = evidence.values("modesReached", arm: 0, from: 1_000)
    let most = counts.quantile(0.95)
    let share = Double(counts.count { $0 <= 2 }) / Double(max(1, counts.count))
    return Finding(
      holds: counts.isEmpty || most.isNaN ? nil : most <= 2, number: most,
      words: "at most \(Int(most.isNaN ? 0 : most)) of 8 modes in 95 % of the counts "
        + "(\(Int((share * 100).rounded())) % show 2 or fewer)")
  }
}
