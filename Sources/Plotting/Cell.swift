/// One character on the screen and how it looks.
public struct Cell: Sendable, Hashable {
  /// One scalar; a space for nothing. One that takes two cells is followed by a cell that holds
  /// ``continuation``, which a presenter skips.
  public var character: Unicode.Scalar
  /// A combining character over it: an accent, a vowel sign. Of several the first.
  public var mark: Unicode.Scalar?
  public var style: Style

  public init(_ character: Unicode.Scalar = " ", _ style: Style = Style()) {
    self.character = character
    self.style = style
  }

  /// Stands in the second cell of a character that takes two.
  public static let continuation: Unicode.Scalar = "\0"
}

/// Colours by meaning and attributes; which numbers they are is the presenter's affair.
public struct Style: Sendable, Hashable {
  public var foreground: Ink
  public var background: Ground
  public var attributes: Attributes

  public init(
    _ foreground: Ink = .normal, on background: Ground = .normal, _ attributes: Attributes = []
  ) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }

  /// How strongly, not in which colour.
  public struct Attributes: OptionSet, Sendable, Hashable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    public static let bold = Attributes(rawValue: 1)
    public static let dim = Attributes(rawValue: 2)
    public static let reverse = Attributes(rawValue: 4)
    public static let underline = Attributes(rawValue: 8)
  }
}

/// What a foreground means.
public enum Ink: UInt8, Sendable, Hashable, CaseIterable {
  case normal
  /// Secondary text: labels, borders, units.
  case faint
  /// Real data.
  case real
  /// Generated samples.
  case generated
  /// Where both fall into one cell.
  case both
  /// The line along which D is undecided.
  case boundary
  /// What has the focus, and keys to press.
  case accent
  /// A claim reproduced, a good end.
  case good
  /// Something to look at: an error, divergence.
  case warning
}

/// What a background means.
public enum Ground: Sendable, Hashable {
  case normal
  /// The discriminator's field: 0 "generated" … 3, 5 … 8 "real"; 4 between them has the normal
  /// ground's colour.
  case field(UInt8)
  /// The row that has the focus.
  case selection
}
