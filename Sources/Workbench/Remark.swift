import Notebook
import Plotting

/// A mark, a note or an answer, and the step it speaks of.
struct Remark: Sendable, Equatable {
  let step: Int
  /// Empty for a mark.
  let text: String

  init?(_ stamped: StampedCommand) {
    guard let remark = stamped.command.remark else { return nil }
    text = remark
    step = stamped.subject
  }
}
