/// What a sample is judged by. A value; the list is ``all``.
public struct Measure: Sendable {
  /// The name in files: `modesCaptured`.
  public let name: String
  /// The name on the screen: "captured".
  public let title: String
  /// How it is written, given the data.
  public let format: @Sendable (Mixture) -> Measurement.Format
  /// The measure of a counted sample.
  public let value: @Sendable (Census) -> Double

  /// Every measure, in the order the panels show them.
  public static let all: [Measure] = [
    .modesCaptured, .modesStrict, .modesReached, .highQuality, .modeTV, .reverseKL,
  ]

  /// The names of those that a line of words tells, whichever of them the data have.
  public static let headlines = ["modesReached", "highQuality", "covered", "nearData"]

  /// The names of everything that samples are judged by: of data with modes, and of those without.
  public static let names = all.map(\.name) + Resemblance.names
}
