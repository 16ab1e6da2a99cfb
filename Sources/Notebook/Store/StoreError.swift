/// Why a recording can't be read or written: one sentence that names the file and, where there is
/// one, the cure.
public struct StoreError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What kind of trouble it is, for the exit code.
  public enum Kind: Sendable, Equatable {
    /// There is no such run or file.
    case missing
    /// The name is no run's name.
    case misnamed
    /// It can be opened, and what stands in it is wrong.
    case malformed
    /// It was written by a newer program.
    case newer
    /// Somebody else has it open.
    case locked
    /// It can't be written, or reading broke off.
    case unwritable
    /// The person wanted an end before it was done.
    case stopped
  }

  public let kind: Kind
  public let description: String

  public init(_ kind: Kind, _ description: String) {
    self.kind = kind
    self.description = description
  }

  /// The same in a file, or at a line of it.
  func inFile(_ file: String, line: Int? = nil) -> StoreError {
    let place = line.map { "\(file):\($0)" } ?? file
    return StoreError(kind, "\(Wording.line(place)): \(description)")
  }
}
