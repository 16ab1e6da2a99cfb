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
    ],
    equations: [
      "x ~ ⅛ Σₖ N((r cos 2πk/8, r sin 2πk/8), s² I)    z ~ N(0, I)",
      "J_D = −½ E log D(x) − ½ E log(1 − D(G(z)))",
      "J_G = −J_D        (minimax, §3.2.2)",
    ],
    hyperparameters: PlaneGame.hyperparameters,
    design: PlaneGame.design)
}
