/// The hash FNV-1a of 64 bits, byte by byte: the checks of logs, ledgers and checkpoints, and the
/// fingerprint of several columns. http://www.isthe.com/chongo/tech/comp/fnv
enum FNV1a {
  /// The hash of no bytes.
  static let start: UInt64 = 0xcbf2_9ce4_8422_2325

  /// Returns the hash of these bytes behind those that led to `start`.
  static func hash(_ bytes: some Sequence<UInt8>, from start: UInt64 = start) -> UInt64 {
    bytes.reduce(start) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
  }
}
