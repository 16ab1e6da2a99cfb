/// Why a preset can't be played: one sentence with the file, the place, the key and the cure.
public struct PresetError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What kind of trouble it is, for the exit code.
  public enum Kind: Sendable, Equatable {
    /// There is no such preset or file, or it can't be opened.
    case missing
    /// It can be opened, and what stands in it is wrong.
    case malformed
    /// Reading it broke off.
    case unreadable
  }

  public let kind: Kind
  /// The file as the person named it; empty where the trouble is not in a file.
  public let file: String
  /// Line and column, from 1; the column is nil where the line is all that is known.
  public let place: Place?
  /// What is wrong and what would be right, without the place.
  public let message: String

  /// A place in a text.
  public struct Place: Sendable, Equatable {
    public let line: Int
    public let column: Int?
    public init(line: Int, column: Int? = nil) {
      self.line = line
      self.column = column
    }
  }

  public init(_ kind: Kind, file: String = "", at place: Place? = nil, _ message: String) {
    self.kind = kind
    self.file = file
    self.place = place
    self.message = message
  }

  /// The whole sentence: `paper.yaml:7:3: unknown key 'tmep'; did you mean 'temp'?`
  public var description: String {
    guard !file.isEmpty else { return message }
    var parts = [Wording.line(file)]
    if let place {
      parts.append(String(place.line))
      if let column = place.column { parts.append(String(column)) }
    }
    return parts.joined(separator: ":") + ": " + message
  }
}
