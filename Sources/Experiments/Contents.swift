/// The table of contents, in the tutorial's order.
public enum Contents {
  /// Every page of the notebook.
  public static let pages: [Experiment] = [
    .optimalDiscriminator, .costFunctions, .maximumLikelihoodGame, .divergences,
    .labels, .labelSmoothing, .batchNormalization, .balance,
    .modeCollapse, .minibatchFeatures, .unrolledGAN, .stabilisers, .nonConvergence,
    .exercises,
  ]
}

extension Experiment.Chapter {
  /// How GANs work (chapter 3 of the tutorial).
  public static let howTheyWork = Experiment.Chapter(3, "How GANs work")
  /// Tips and tricks (chapter 4).
  public static let tips = Experiment.Chapter(4, "Tips and tricks")
  /// Research frontiers (chapter 5).
  public static let frontiers = Experiment.Chapter(5, "Research frontiers")
  /// Exercises (chapter 7) and their solutions (chapter 8).
  public static let exercises = Experiment.Chapter(7, "Exercises")
}
