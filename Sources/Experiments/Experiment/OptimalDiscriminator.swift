import Adversarial
import Foundation

extension Experiment {
  /// §3.2.1 and exercise 7.1: trained to the end against a generator that stands still, D becomes
  /// a ratio of densities.
  public static let optimalDiscriminator = Experiment(
    "optimal-discriminator", title: "The optimal discriminator", chapter: .howTheyWork,
    section: "§3.2.1, ex. 7.1", figure: "fig. 15",
    claim: "Against a fixed G, D comes to p_data / (p_data + p_model)",
    watch: """
      The learned D and the optimal one over the two densities. They meet where there are \
      samples; where there are none, D is whatever its network makes of nothing.
      """,
    text: [
      """
      The generator does not learn here: its density is one Gaussian, the data are two. D sees \
      samples of both and minimises its cross-entropy. Setting the derivative with respect to \
      D(x) to zero at every x separately gives D*(x) = p_data(x) / (p_data(x) + p_model(x)).
      """,
      """
      So D estimates a ratio of densities, and that is all that a GAN's generator ever learns \
      from. No density is computed in training: the curve D* is drawn by this page alone, which \
      knows both.
      """,
      """
      What is measured: |D − D*| in the mean under half of each density, and at most where they \
      have a thousandth of their peak; and how far D is off where neither has mass. There D* \
      still has a value, a quotient of two tails, but no sample ever asks D for it. Exercise 7.1 \
      asks which assumption this needs: the densities must be nonzero everywhere, else D(x) is \
      undetermined there.
      """,
      """
      The traps: D does not come to ½ because training is over; it comes to ½ where the two \
      densities are equal. And a large |D − D*| far outside says nothing about training, which \
      never goes there.
      """,
      """
      Try this. (1) Turn the mean of the model onto the right mode: D falls to about a half there \
      and rises towards 1 over the left one. (2) Turn "D width" down to 2: one bend is all it has \
      left. (3) Turn the deviation of a mode down to 0.1: the ratio becomes steep, and D needs \
      longer.
      """,
    ],
    equations: [
      "J_D = −½ E_data log D(x) − ½ E_model log(1 − D(x))",
      "∂J_D/∂D(x) = 0   ⇒   D*(x) = p_data(x) / (p_data(x) + p_model(x))",
    ],
    hyperparameters: [
      LineLab.rate("D", "discriminatorLearningRate", default: 1e-3),
      LineLab.rate("G", "generatorLearningRate", default: 1e-3),
      LineLab.batch.defaulting(to: .number(512)),
    ] + LineLab.data + LineLab.model(mean: 0, deviation: 1) + LineLab.networks,
    measures: ["optimumGap", "optimumGapLargest", "optimumGapEmpty"], pace: 300,
    trial: .discriminatorIsARatio
  ) { settings throws(DesignError) in
    let model = try Mixture([
      .init(
        centre: [Float(settings.number("modelMean")), 0],
        deviation: Float(settings.number("modelDeviation")), weight: 1)
    ])
    return LineGame(
      data: try LineLab.data(settings), bounds: LineLab.bounds(settings),
      batch: settings.integer("batch"), generator: .fixed(model),
      discriminator: LineLab.discriminator(settings), objective: .classification)
  }
}

extension Trial {
  /// Exercise 7.1 in numbers.
  static let discriminatorIsARatio = Trial(
    rule: """
      Train D for 4 000 steps against a fixed model. Over the last half, take the median of the \
      mean |D − D*| under half of each density. The claim holds if it is below 0.03, and fails if \
      it is above 0.1; between the two this seed can't tell.
      """,
    quantity: "mean |D − D*|", steps: 4_000,
    quick: (1_000, "how close D comes in the end"),
    arms: [Arm("fixed model")],
    published: [Published("the tutorial, §3.2.1 (arXiv 1701.00160)", "equal: |D − D*| = 0")]
  ) { evidence in
    let half = (evidence.arms[0].last?.step ?? 0) / 2
    func median(_ name: String) -> Double {
      evidence.values(name, arm: 0, from: half).quantile(0.5)
    }
    let gap = median("optimumGap")
    func text(_ name: String) -> String { String(format: "%.3f", median(name)) }
    return Finding(
      holds: gap < 0.03 ? true : gap > 0.1 ? false : nil, number: gap,
      words: "|D − D*| \(text("optimumGap")) in the mean, at most \(text("optimumGapLargest")) "
        + "where there is mass, \(text("optimumGapEmpty")) where there is none")
  }
}
