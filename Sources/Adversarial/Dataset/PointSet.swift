/// A reader's own points: what a file or another program said, under the name it had there.
///
/// Its ``digest`` is a hash of the points' bits, so that a run can say which points it was trained
/// on and a copy can be told from another file of the same name.
public struct PointSet: Sendable {
  /// "spiral.csv": letters, digits and `.-_` alone.
  public let name: String
  public let points: [SIMD2<Float>]
  /// Rows that there were before some were left out.
  public let rowCount: Int
  /// 16 hexadecimal digits: FNV-1a over the bits of all coordinates.
  public let digest: String
  /// The columns of its file that it was asked for by, where that was said: "2,3".
  public let columns: String?

  /// The most points that are kept: more would not be told apart, and cost memory.
  public static let most = 10_000
  /// How far out a coordinate may lie.
  public static let farthest: Float = 1_000_000

  /// - Precondition: one point at least, and ``most`` at most; none is farther out than
  ///   ``farthest``.
  public init(
    name: String, points: [SIMD2<Float>], rowCount: Int? = nil, columns: String? = nil
  ) {
    precondition(
      (1...Self.most).contains(points.count), "\(points.count) points of 1 to \(Self.most)")
    for point in points {
      precondition(
        abs(point.x) <= Self.farthest && abs(point.y) <= Self.farthest,
        "a point at \(point), beyond \(Self.farthest)")
    }
    self.columns = columns
    self.name = Self.plain(name)
    self.points = points
    self.rowCount = rowCount ?? points.count
    let hash = points.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { hash, point in
      [point.x, point.y].reduce(hash) {
        ($0 ^ UInt64($1.bitPattern)) &* 0x0000_0100_0000_01b3
      }
    }
    let digits = String(hash, radix: 16)
    digest = String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// What a name is written with, cut to 40 letters.
  static func plain(_ name: String) -> String {
    let clean = name.prefix(40).map { letter -> Character in
      let isPlain = letter.isASCII && (letter.isLetter || letter.isNumber || "._-".contains(letter))
      return isPlain ? letter : "-"
    }
    return clean.isEmpty ? "points" : String(clean)
  }
}

extension PointSet: Hashable {
  // Equal bits have equal digests: ten thousand points need not be compared at every look.
  public static func == (first: PointSet, second: PointSet) -> Bool {
    first.digest == second.digest && first.name == second.name
      && first.points.count == second.points.count
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(digest)
    hasher.combine(name)
  }
}
