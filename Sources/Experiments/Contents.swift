/// The table of contents, in the tutorial's order.
public enum Contents {
  /// Every page of the notebook.
  public static let pages: [Experiment] = []
}
