/// Where the samples are, mode by mode, and what the discriminator thinks of each mode.
public struct ModeSurvey: Sendable, Equatable {
  /// For each mode, the share of all samples that reach it: nearest to it, and within a quarter of
  /// the way to its neighbour.
  public let shares: [Float]
  /// D's logit at the centre of each mode: above 0 where D takes it to be real.
  public let logits: [Float]

  /// - Parameters: as many numbers as there are modes, each.
  public init(shares: [Float], logits: [Float]) {
    precondition(
      shares.count == logits.count, "\(shares.count) shares, \(logits.count) logits")
    self.shares = shares
    self.logits = logits
  }

  init(_ census: Census, logits: [Float]) {
    let total = Float(max(1, census.total))
    self.init(shares: census.reached.map { Float($0) / total }, logits: logits)
  }
}
