import Adversarial

extension Experiment {
  /// §5.1.1, figure 32: a generator that sees how the discriminator will answer covers the ring.
  public static let unrolledGAN = Experiment(
    "unrolled-gan", title: "Unrolled GAN", chapter: .frontiers, section: "§5.1.1",
    figure: "fig. 32",
    claim: "G that looks 10 steps of D ahead covers all 8 modes",
    watch: """
      Two columns, one seed, the same data and noise. Without unrolling the blob hops from mode to \
      mode; with it the samples spread over the ring, and D never finds one place to reject.
      """,
    text: [
      """
      Mode collapse comes from answering a fixed D. An unrolled GAN lets G see what D will do \
      about its answer: G's cost is taken at a copy of D that has made K more updates on this \
      batch, and the gradient passes back through those K updates, Adam's moments included.
      """,
      """
      Putting all samples on one point looks good against D as it is now and bad against D ten \
      updates later, so the gradient no longer asks for it. Only G looks ahead: D then takes one \
      ordinary step from where it was.
      """,
      """
      What is measured: D's cost after 0, 1, … K inner updates, on a batch that training does not \
      see; and the second-order term, the difference between G's gradient through the updates and \
      the gradient at the same updated D with nothing passing back, as a share of the former's \
      norm and as the angle between the two. On the paper's ring with 10 steps it is some 10 to 35 \
      % of the gradient and turns it by 4 to 15 degrees: little at any one step.
      """,
      """
      The trap: using the updated D without differentiating through the updates ("detached") is \
      not unrolling, though widely copied programs do just that. G then answers a D that is K \
      updates ahead and still stands still: the best answer is one point again. With 5 steps from \
      seed 1 the unrolled side reaches 8 modes at step 3 500; the detached one never more than \
      3 by step 6 000 (the detached preset).
      """,
      """
      What it costs: every inner update is D's forward and backward pass once more, and the \
      gradient passes back through all of them. On this page's D of one layer a step with K = 1, 5 \
      and 10 takes about 1.2, 1.8 and 3 times as long as without; with two layers of 128 (ganbook \
      bench --workload unrolled-10) 1.6, 7 and 13 times, with the memory growing in step. A look \
      ahead that would need more than 2 000 MB is refused with the largest that fits.
      """,
      """
      Try this. (1) Four sides with 0, 1, 5 and 10 steps (the steps preset). At step 4 000 seed 1 \
      reaches 1, 1, 8 and 7 modes; with one step the second-order term is below 1 % of the \
      gradient. (2) Turn "inner optimizer" to sgd: the path is another, and so is the gradient. \
      (3) Let 10 steps spread the samples, then turn "unroll steps" back to 0 at step 3 000: seed \
      1 keeps all 8 modes and comes to 30 % high quality at step 9 000. Here looking ahead matters \
      for getting around the ring, not for staying.
      """,
    ],
    equations: [
      "θ_D⁰ = θ_D,   θ_Dᵏ⁺¹ = Adam(θ_Dᵏ, ∇J_D(θ_Dᵏ, θ_G))",
      "∇_G = d J_G(θ_Dᴷ(θ_G), θ_G) / d θ_G        (through all K updates)",
      "J_G = −J_D        (minimax, §3.2.2)",
    ],
    hyperparameters: PlaneGame.hyperparameters,
    trial: .lookingAheadCovers,
    design: PlaneGame.design)
}

extension Trial {
  /// The claim of figure 32, in numbers.
  static let lookingAheadCovers = Trial(
    rule: """
      Train both games from one seed. The claim holds if by step 20 000 the unrolled one has held \
      all 8 modes by the strict count (1 % of 2 500 samples each, within 3 standard deviations) \
      at some measured step, and the plain one never more than 4; it fails if the unrolled one \
      never gets beyond 4; a seed between the two cannot tell.
      """,
    quantity: "most modes held (strict) with 10 unrolled steps", steps: 20_000,
    quick: (3_000, "it sees modes reached, but high quality comes only later"),
    arms: [
      Arm("no look ahead", [Knob("unrollSteps", .number(0))]),
      Arm("10 steps", [Knob("unrollSteps", .number(10))]),
    ],
    published: [
      Published("Metz et al. (arXiv 1611.02163), §3.1", "10 unrolled steps: all 8 modes"),
      Published(
        "VEEGAN, table 1 (arXiv 1705.07761)",
        "unrolled GAN, ring: 7.6 modes, 35.6 % high quality; grid: 23.6 modes, 16 %"),
    ]
  ) { evidence in
    let plain = evidence.values("modesStrict", arm: 0).quantile(1)
    let ahead = evidence.values("modesStrict", arm: 1).quantile(1)
    let whole = evidence.arms[1].last.map { $0.step >= 20_000 } ?? false
    let words =
      evidence.first("modesStrict", arm: 1, reaching: 8).map { "all 8 modes from step \($0)" }
      ?? "at most \(Int(ahead.isNaN ? 0 : ahead)) of 8 modes"
    let reached =
      evidence.first("modesReached", arm: 1, reaching: 8).map { " (reached from \($0))" } ?? ""
    let holds: Bool? = ahead >= 8 && plain <= 4 ? true : whole && ahead <= 4 ? false : nil
    return Finding(
      holds: holds, number: ahead,
      words: words + reached + "; without look ahead at most \(Int(plain.isNaN ? 0 : plain))")
  }
}
