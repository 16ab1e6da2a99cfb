import Notebook
import Plotting

/// A mark or a note, and the step it speaks of.
struct Remark: Sendable, Equatable {
  let step: Int
  /// Empty for a mark.
  let text: String

  init?(_ stamped: StampedCommand) {
    switch stamped.command {
    case .mark: text = ""
    case .note(let words, _): text = words
    case .set, .pause, .resume, .advance, .stepPlayer, .twin: return nil
    }
    step = stamped.subject
  }
}
