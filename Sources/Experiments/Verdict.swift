/// The answer of all seeds together.
public enum Verdict: String, Sendable, CaseIterable {
  case reproduced
  case refuted
  case undecided

  /// The quorum's verdict on all cases of all seeds. Where that is every seed, a claim is
  /// reproduced if it holds for every one and refuted if it fails for every one: a claim about "a
  /// GAN" is one about whichever seed the reader has.
  public init(_ findings: [Finding], by quorum: Quorum = .everySeed) {
    self = quorum.verdict(findings.map(\.cases))
  }
}

/// The share of all cases that decides a claim. A rule about "almost always" is one about
/// frequency.
public struct Quorum: Sendable, Hashable {
  /// Reproduced where the claim holds in this share of all cases, or in more.
  public let held: Double
  /// Refuted where it fails in this share of all cases, or in more.
  public let failed: Double

  /// - Precondition: together more than 1, so that no claim is both.
  public init(held: Double, failed: Double) {
    precondition(held + failed > 1, "held in \(held) and failed in \(failed) of all cases")
    self.held = held
    self.failed = failed
  }

  public static let everySeed = Quorum(held: 1, failed: 1)
  /// Four of five either way.
  public static let fourOfFive = Quorum(held: 0.8, failed: 0.8)

  public func verdict(_ cases: Finding.Cases) -> Verdict { verdict([cases]) }

  public func verdict(_ cases: [Finding.Cases]) -> Verdict {
    let all = Double(cases.reduce(0) { $0 + $1.all })
    let held = Double(cases.reduce(0) { $0 + $1.held })
    let failed = Double(cases.reduce(0) { $0 + $1.failed })
    // 0.8 is a little more than four fifths, which must not matter.
    let slack = 1e-9 * all
    if all > 0, held >= self.held * all - slack { return .reproduced }
    if all > 0, failed >= self.failed * all - slack { return .refuted }
    return .undecided
  }
}
