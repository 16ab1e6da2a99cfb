import Experiments
import Plotting

extension Footer {
  /// The footer of the page in view.
  init(state: State) {
    self.init(context: state.context)
    if let run = state.run {
      (isTraining, isTwin) = (run.isTraining, run.isTwin)
    } else if let fan = state.fan {
      isTwin = fan.isTwin
    } else if state.ledger.isOpen {
      isTraining = state.judgedPage.map { state.ledger.isTrying($0.name) } ?? false
    }
  }

  /// What the hint at a cell of the last row stands for; nil where something else stands there.
  func action(at column: Int, columns: Int, in frame: Frame) -> Action? {
    let (hints, gap) = shown(columns: columns)
    let text = line(columns: columns).stretches.map(\.text).joined()
    guard !hints.isEmpty, frame.lines.last?.hasPrefix(text) == true else { return nil }
    var start = 1
    for hint in hints {
      if (start..<start + hint.width).contains(column) {
        // Each of two arrows does its own.
        let isSingle = hint.actions.count == Text.width(of: hint.keys)
        let place = isSingle && column - start < hint.actions.count ? column - start : 0
        return hint.actions[place]
      }
      start += hint.width + gap
    }
    return nil
  }
}
