/// What is lost of a run that could not be written down to its end.
public struct RecordingLoss: Error, Sendable, Equatable, CustomStringConvertible {
  /// The recorded run's name; nil where nothing of it is recorded.
  public let id: String?
  /// The last step that is on the disk.
  public let step: Int
  /// Why it went no further, in a sentence.
  public let cause: String

  public init(id: String?, step: Int, cause: String) {
    self.id = id
    self.step = step
    self.cause = cause
  }

  /// One sentence for the end.
  public var description: String {
    guard let id else { return "not recorded: \(cause)" }
    return "\(id) is recorded up to step \(Wording.count(step)) only: \(cause)"
  }
}
