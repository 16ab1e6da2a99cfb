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
      The trap: using the updated D without differentiating through the updates ("detached") is \
      not unrolling. Turn "look ahead" to detached in one column to see what the second-order \
      term is worth.
      """,
    ],
    equations: [
      "θ_D⁰ = θ_D,   θ_Dᵏ⁺¹ = Adam(θ_Dᵏ, ∇J_D(θ_Dᵏ, θ_G))",
      "∇_G = d J_G(θ_Dᴷ(θ_G), θ_G) / d θ_G        (through all K updates)",
      "J_G = −J_D        (minimax, §3.2.2)",
    ],
    hyperparameters: PlaneGame.hyperparameters,
    design: PlaneGame.design)
}
