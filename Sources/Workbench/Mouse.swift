/// What a pointing device did, and at which cell; which bytes the terminal sent is the keyboard's
/// affair. Nothing needs a mouse: whatever it does, keys do too.
public struct Mouse: Sendable, Hashable {
  /// What it did.
  public enum Kind: Sendable, Hashable {
    /// The first button went down.
    case press
    /// The pointer moved with the button down.
    case drag
    case release
    case wheelUp, wheelDown
  }

  public var kind: Kind
  /// The cell, counted from the top left one, which is 0, 0.
  public var column: Int
  public var row: Int

  public init(_ kind: Kind, column: Int, row: Int) {
    self.kind = kind
    self.column = column
    self.row = row
  }
}
