/// The extents of a tensor, outermost first. A scalar has none.
public struct Shape: Hashable, Sendable, ExpressibleByArrayLiteral, CustomStringConvertible {
  public let extents: [Int]

  /// - Precondition: every extent is positive.
  public init(_ extents: [Int]) {
    precondition(extents.allSatisfy { $0 > 0 }, "extents \(extents) are not all positive")
    self.extents = extents
  }

  public init(arrayLiteral elements: Int...) { self.init(elements) }

  /// No extents: one number.
  public static let scalar = Shape([])

  /// The number of axes.
  public var rank: Int { extents.count }

  /// The number of elements.
  public var count: Int { extents.reduce(1, *) }

  public subscript(axis: Int) -> Int { extents[axis] }

  public var description: String { "[\(extents.map(String.init).joined(separator: ", "))]" }

  /// The shape that both broadcast to: axes are matched from the last, and an extent of one
  /// stretches. Nil where two extents differ and neither is one.
  public static func broadcast(_ first: Shape, _ second: Shape) -> Shape? {
    let rank = max(first.rank, second.rank)
    let (a, b) = (first.padded(to: rank), second.padded(to: rank))
    var extents: [Int] = []
    for axis in 0..<rank {
      guard a[axis] == b[axis] || a[axis] == 1 || b[axis] == 1 else { return nil }
      extents.append(max(a[axis], b[axis]))
    }
    return Shape(extents)
  }

  /// The same elements with leading axes of one.
  public func padded(to rank: Int) -> Shape {
    Shape(Array(repeating: 1, count: max(0, rank - self.rank)) + extents)
  }

  /// The shape with some axes shrunk to one.
  func reduced(_ axes: [Int]) -> Shape {
    Shape(extents.enumerated().map { axes.contains($0.offset) ? 1 : $0.element })
  }

  /// The shape with one extent replaced.
  func replacing(_ axis: Int, by extent: Int) -> Shape {
    var extents = extents
    extents[axis] = extent
    return Shape(extents)
  }

  /// Strides of a dense row-major array, in elements.
  var strides: [Int] {
    var strides = Array(repeating: 1, count: rank)
    for axis in stride(from: rank - 2, through: 0, by: -1) {
      strides[axis] = strides[axis + 1] * extents[axis + 1]
    }
    return strides
  }
}
