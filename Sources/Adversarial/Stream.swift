/// Which random numbers are whose. A draw is a function of (seed, stream, step, row, column), so
/// that no two users share a stream, and looking never disturbs training.
enum Stream {
  /// Initial values: of the discriminator's parameters in order, then the generator's.
  static func initial(_ player: Player, _ parameter: Int) -> UInt32 {
    (player == .discriminator ? 0x1000 : 0x2000) + UInt32(parameter)
  }
  /// Real batches (two streams each) and noise, by the update within the step.
  static func data(_ update: Int) -> UInt32 { 0x10000 + 2 * UInt32(update) }
  static func noise(_ update: Int) -> UInt32 { 0x20000 + UInt32(update) }
  /// What the screen shows, and what measures are taken of.
  static let shownData: UInt32 = 0x30000
  static let shownNoise: UInt32 = 0x30010
  /// The fixed z between which the lines of the manifold run, and the real batch that the pull on
  /// shown samples is taken against.
  static let manifoldNoise: UInt32 = 0x30100
  static let pullData: UInt32 = 0x30110
  static let measuredData: UInt32 = 0x30020
  static let measuredNoise: UInt32 = 0x30030
  /// What the look ahead is measured on, and what densities are estimated from.
  static let aheadData: UInt32 = 0x30040
  static let aheadNoise: UInt32 = 0x30050
  static let densityData: UInt32 = 0x30060
  static let densityNoise: UInt32 = 0x30070
  /// Rows that are chosen once for all runs (three streams).
  static let company: UInt32 = 0x30080
  /// What the costs' gradients are measured on, and how alike the samples of one batch are.
  static let gradientNoise: UInt32 = 0x30090
  static let likenessNoise: UInt32 = 0x31000
  /// What other reference batches are tried on.
  static let referenceNoise: UInt32 = 0x300a0
  /// Where a penalty looks between the kinds, and the noise on D's inputs (two streams each), by
  /// the update within the step.
  static func mix(_ update: Int) -> UInt32 { 0x40000 + UInt32(update) }
  static func instance(_ update: Int) -> UInt32 { 0x50000 + 2 * UInt32(update) }
}

/// The two players of the game.
public enum Player: String, Sendable, Hashable, CaseIterable {
  case discriminator
  case generator
}
