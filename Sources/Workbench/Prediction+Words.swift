import Experiments
import Foundation
import Notebook
import Plotting

/// How a question stands on the screen: in the guide's strip, and answered at the foot.
extension Prediction {
  /// What the foot says beside the answer: the choices where they fit, else their numbers.
  func hint(columns: Int) -> String {
    let skips = hints.isEmpty ? "Esc skips" : "? hint   Esc skips"
    if case .formula(let derivation) = kind {
      return
        "in \(derivation.variables.map(\.name).joined(separator: ", "))   Enter answers   \(skips)"
    }
    guard case .choice(let choices) = kind else { return "a number   Enter answers   \(skips)" }
    return fitsFoot(columns: columns) ? "\(list)   \(skips)" : "1 to \(choices.count)   \(skips)"
  }

  /// What the strip says in lines of so many cells: the question, and its choices where the foot
  /// of a screen of `columns` has no room for them; no choice is broken.
  func lines(of width: Int, columns: Int) -> [String] {
    guard case .choice = kind, !fitsFoot(columns: columns) else {
      return Text.wrapped(question, to: width)
    }
    let whole = list.components(separatedBy: "  ")
      .map { $0.replacingOccurrences(of: " ", with: "\u{A0}") }
    return Text.wrapped("\(question)  \(whole.joined(separator: " · "))", to: width)
      .map { $0.replacingOccurrences(of: "\u{A0}", with: " ") }
  }

  /// The choices as they are typed: "1 none  2 one or two".
  private var list: String {
    guard case .choice(let choices) = kind else { return "" }
    return choices.enumerated().map { "\($0 + 1) \($1.text)" }.joined(separator: "  ")
  }

  private func fitsFoot(columns: Int) -> Bool {
    let answer = 24
    return Text.width(of: list) + Text.width(of: "   Esc skips") + answer < columns
  }
}
