/// Two clouds of points in one picture: where each is, and where both are.
public struct Scatter: Sendable {
  public var real: Canvas
  public var generated: Canvas

  /// How a cell shows its points.
  public enum Marks: Sendable, Hashable {
    /// The dots of both clouds together; only the ink tells them apart.
    case braille
    /// A letter that tells them apart without ink: o, x, and % for both.
    case letters
  }

  public init(real: Canvas, generated: Canvas) {
    self.real = real
    self.generated = generated
  }

  /// Character and ink of a cell, or nil where no point falls.
  public func mark(row: Int, column: Int, _ marks: Marks) -> (Unicode.Scalar, Ink)? {
    let (first, second) = (real.dots[row, column], generated.dots[row, column])
    let ink: Ink
    switch (first != 0, second != 0) {
    case (false, false): return nil
    case (true, false): ink = .real
    case (false, true): ink = .generated
    case (true, true): ink = .both
    }
    return (marks == .braille ? Dots.braille(first | second) : Self.letter(of: ink), ink)
  }

  /// The letter that stands for an ink.
  public static func letter(of ink: Ink) -> Unicode.Scalar {
    switch ink {
    case .real: "o"
    case .generated: "x"
    default: "%"
    }
  }
}
