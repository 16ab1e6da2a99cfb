import Adversarial
import Foundation

extension Experiment {
  /// §2.1 and §3.2.5: what each divergence makes of two modes, and whether it is what makes a GAN's
  /// samples sharp.
  public static let divergences = Experiment(
    "divergences", title: "Divergences", chapter: .howTheyWork, section: "§2.1, §3.2.5",
    figure: "fig. 14",
    claim: "A single Gaussian covers both modes by KL(data‖model), and one by KL(model‖data)",
    watch: """
      The model's density over the data's two modes. Mass in the valley between them is what one \
      Gaussian pays for missing no data; an empty valley is what the other KL pays for.
      """,
    text: [
      """
      A model that is too weak must choose where to be wrong. KL(data‖model) is large wherever \
      there is data and no model: a Gaussian spreads over both modes, and most of its samples \
      fall where there is no data. KL(model‖data) is large wherever there is model and no data: \
      the Gaussian sits on one mode.
      """,
      """
      One mode is the limit of a single Gaussian, not the wish of KL(model‖data). Of two equal \
      modes far apart one costs log 2 and both cost 0: this divergence prefers as many modes as \
      the model is able to make (§3.2.5). What it refuses is mass between them.
      """,
      """
      It used to be believed that GANs make sharp samples because they minimise JS, which was \
      thought to be more like the second. §3.2.5 says no: GANs trained to minimise KL(data‖model) \
      (f-GAN) also make sharp samples and also cover few modes. With "cost" on variational, D \
      estimates the divergence from samples and G is a network; the reader can compare the five \
      of them on one seed.
      """,
      """
      What is measured: KL both ways and JS both ways round, by quadrature. The two JS are one \
      number: JS is symmetric, though some reading notes of the tutorial call it asymmetric. \
      "between" is the share of samples that are within three deviations of no mode.
      """,
      """
      The traps: KL(model‖data) has two kinds of minimum. One is on a mode (log 2 with equal \
      modes that are far apart), the other is wide and spread over both, and it is a local one: a \
      Gaussian that starts with deviation 1 stays there (1.17 with these modes). Figure 14 shows \
      the first; the page starts narrow, a little to the right of the middle. And of a network's \
      samples no density is known: its KLs here come from a smoothed histogram of 2 500 samples, \
      those of a Gaussian from its formula.
      """,
      """
      Try this. (1) Bring the modes nearer, to 2: below some distance all divergences agree. (2) \
      Turn the weight of the left mode to 0.9 and restart: KL(model‖data) still sits on the right \
      one, where it began. (3) variational, kl against reverseKL: the valley is as empty for one \
      as for the other.
      """,
    ],
    equations: [
      "KL(p‖q) = ∫ p log(p/q)      JS = ½ KL(p‖½(p+q)) + ½ KL(q‖½(p+q))",
      "f-GAN: D_f = max_T E_data T(x) − E_model f*(T(x)),   T = g_f(D)",
    ],
    hyperparameters: [
      Hyperparameter(
        "divergence", title: "divergence", group: "costs", section: "§3.2.5",
        explanation: "What is minimised between the data and the model.",
        domain: .choice(default: "kl", options: Divergence.all.map(\.name)), isStructural: true),
      Hyperparameter(
        "cost", title: "cost", group: "costs", section: "§3.2.5",
        explanation: "Exact: by quadrature. Variational: by a D that learns (f-GAN).",
        domain: .choice(default: "exact", options: ["exact", "variational"]), isStructural: true),
      LineLab.rate("D", "discriminatorLearningRate", default: 2e-3),
      LineLab.rate("G", "generatorLearningRate", default: 1e-2),
      LineLab.discriminatorSteps, LineLab.batch,
      Hyperparameter(
        "generator", title: "generator", group: "networks", section: "§3.2.5",
        explanation: "A Gaussian, too weak for two modes, or a network (variational only).",
        domain: .choice(default: "gaussian", options: ["gaussian", "network"]), isStructural: true),
    ] + LineLab.data + LineLab.model(mean: 0.5, deviation: 0.5) + LineLab.networks,
    measures: ["klDataModel", "klModelData", "js", "modesStrict", "betweenShare"], pace: 200,
    trial: .divergencesChoose
  ) { settings throws(DesignError) in
    guard let divergence = Divergence.all.first(where: { $0.name == settings.choice("divergence") })
    else { preconditionFailure("no such divergence") }
    let isNetwork = settings.choice("generator") == "network"
    let isExact = settings.choice("cost") == "exact"
    guard !(isNetwork && isExact) else {
      throw DesignError(
        "a network's density is not known: 'generator' network needs 'cost' variational")
    }
    let network = LineLab.mlp(inputs: 4, width: 64, layers: 2, settings)
    return LineGame(
      data: try LineLab.data(settings), bounds: LineLab.bounds(settings),
      batch: settings.integer("batch"),
      generator: isNetwork ? .network(network, noiseDimension: 4) : LineLab.gaussian(settings),
      discriminator: LineLab.discriminator(settings),
      objective: isExact ? .exact(divergence) : .variational(divergence),
      discriminatorSteps: settings.integer("discriminatorSteps"))
  }
}

extension Trial {
  /// Figure 14, and the sentence of §3.2.5 that f-GAN settles.
  static let divergencesChoose = Trial(
    rule: """
      Fit one Gaussian by KL(data‖model), by KL(model‖data) and by JS, and train a network by the \
      variational forms of both KLs. The claim holds if the first Gaussian ends with both modes \
      and more than a tenth of its samples more than 3 deviations from either (the best one has \
      14.5 %), and the second with one mode and less than a twentieth; it fails if the first ends \
      with one mode or the second with two; anything else can't tell.
      """,
    quantity: "share of samples between the modes, KL(data‖model)", steps: 2_000,
    quick: (500, "where a network ends"),
    arms: [
      Arm("KL(data‖model)", [Knob("divergence", .choice("kl"))]),
      Arm("KL(model‖data)", [Knob("divergence", .choice("reverseKL"))]),
      Arm("JS", [Knob("divergence", .choice("js"))]),
      Arm("f-GAN, KL(data‖model)", network("kl")),
      Arm("f-GAN, KL(model‖data)", network("reverseKL")),
    ],
    published: [
      Published("the tutorial, fig. 14 (arXiv 1701.00160)", "both modes against one"),
      Published(
        "Nowozin et al. (arXiv 1606.00709), cited in §3.2.5",
        "sharp samples whatever the divergence"),
    ]
  ) { evidence in
    func end(_ name: String, _ arm: Int) -> Double { evidence.value(name, arm: arm) }
    let (modes, between) = (
      (0..<5).map { end("modesStrict", $0) }, (0..<5).map { end("betweenShare", $0) }
    )
    let spreads = modes[0] >= 2 && between[0] > 0.1
    let chooses = modes[1] == 1 && between[1] < 0.05
    let holds: Bool? =
      spreads && chooses ? true : modes[0] < 2 || modes[1] >= 2 ? false : nil
    func text(_ arm: Int) -> String {
      let share = between[arm].isNaN ? "–" : String(format: "%.0f %%", 100 * between[arm])
      return "\(Int(modes[arm].isNaN ? 0 : modes[arm])) modes, \(share) between"
    }
    return Finding(
      holds: holds, number: between[0],
      words: "KL(data‖model) \(text(0)); KL(model‖data) \(text(1)); JS \(text(2)); "
        + "as f-GANs \(text(3)) and \(text(4))")
  }

  private static func network(_ divergence: String) -> [Knob] {
    [
      Knob("divergence", .choice(divergence)), Knob("cost", .choice("variational")),
      Knob("generator", .choice("network")), Knob("generatorLearningRate", .number(1e-3)),
    ]
  }
}
