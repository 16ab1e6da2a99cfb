import Notebook
import Plotting

/// A mark or a note, and the step it speaks of.
struct Remark: Sendable, Equatable {
  let step: Int
  /// Empty for a mark.
  let text: String

  /// Written while looking back, a note is recorded where training stands; its first words then
  /// name the step it speaks of.
  private static let opening = "at step "

  init?(_ stamped: StampedCommand) {
    switch stamped.command {
    case .mark: self.init(step: stamped.step, text: "")
    case .note(let text): self = Self.read(text) ?? Remark(step: stamped.step, text: text)
    default: return nil
    }
  }

  private init(step: Int, text: String) {
    self.step = step
    self.text = text
  }

  /// What records a mark or a note on a past step.
  static func command(at step: Int, _ text: String) -> Command {
    .note(opening + String(step) + (text.isEmpty ? "" : ": \(text)"))
  }

  private static func read(_ text: String) -> Remark? {
    guard text.hasPrefix(opening) else { return nil }
    let rest = text.dropFirst(opening.count)
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    guard let step = Int(digits) else { return nil }
    let tail = rest.dropFirst(digits.count)
    guard !tail.isEmpty else { return Remark(step: step, text: "") }
    return tail.hasPrefix(": ") ? Remark(step: step, text: String(tail.dropFirst(2))) : nil
  }
}
