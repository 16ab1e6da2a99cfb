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

  /// The most points that are kept: more would not be told apart, and cost memory.
  public static let most = 10_000
  /// How far out a coordinate may lie.
  public static let farthest: Float = 1_000_000

  /// - Precondition: one point at least, and ``most`` at most.
  public init(name: String, points: [SIMD2<Float>], rowCount: Int? = nil) {
    precondition(
      (1...Self.most).contains(points.count), "\(points.count) points of 1 to \(Self.most)")
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
  private static func plain(_ name: String) -> String {
    let clean = name.prefix(40).map { letter -> Character in
      let isPlain = letter.isASCII && (letter.isLetter || letter.isNumber || "._-".contains(letter))
      return isPlain ? letter : "-"
    }
    return clean.isEmpty ? "points" : String(clean)
  }

  /// The same points moved and scaled: their middle at the origin, and the farthest of either
  /// axis at `reach`.
  public func fitted(to reach: Float) -> PointSet {
    let (x, y) = (points.map(\.x), points.map(\.y))
    func middle(_ values: [Float]) -> Float {
      (values.reduce(values[0], min) + values.reduce(values[0], max)) / 2
    }
    let centre = SIMD2(middle(x), middle(y))
    let farthest = points.reduce(Float(0)) {
      max($0, abs($1.x - centre.x), abs($1.y - centre.y))
    }
    let scale = farthest > 0 ? reach / farthest : 1
    return PointSet(name: name, points: points.map { ($0 - centre) * scale }, rowCount: rowCount)
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
