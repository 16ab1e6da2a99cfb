internal import Adversarial

/// Finds out when the samples move from mode to mode.
///
/// Home is the mode that most of the samples near any mode are at. It changes when the old home is
/// left for good, with less than 1 % of all samples, and another mode has most of them: a blob that
/// spreads over two modes, or samples that cover all of them, do not hop.
enum HopFinder {
  /// A mode became home.
  struct Home: Sendable, Equatable {
    let mode: Int
    let step: Int
    /// D's logit at the mode that was left.
    let logitOfOld: Float
  }

  /// Below this share of all samples a mode is not reached.
  static let least: Float = 0.01

  /// The new home, where a measured step has one.
  static func home(after old: Int?, _ survey: ModeSurvey, at step: Int) -> Home? {
    let shares = survey.shares
    let reached = shares.reduce(0, +)
    guard let mode = shares.firstIndex(where: { $0 > reached / 2 }), shares[mode] >= least else {
      return nil
    }
    guard let old else { return Home(mode: mode, step: step, logitOfOld: .nan) }
    guard mode != old, shares[old] < least else { return nil }
    return Home(mode: mode, step: step, logitOfOld: survey.logits[old])
  }

  /// The moves between homes.
  static func hops(_ homes: [Home]) -> [Hop] {
    zip(homes, homes.dropFirst()).map { old, new in
      Hop(from: old.mode, to: new.mode, step: new.step, logit: new.logitOfOld)
    }
  }
}
