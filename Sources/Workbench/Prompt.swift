import Adversarial
import Plotting

/// A value being typed for a knob.
struct Prompt: Sendable {
  let knob: Hyperparameter
  var editor = LineEditor()
  /// Why the value can't be taken, as long as it stands there.
  var mistake: String?

  /// The setting, or nil with the mistake noted.
  mutating func setting() -> Setting? {
    do {
      return try knob.setting(from: editor.text)
    } catch {
      mistake = error.text
      return nil
    }
  }

  /// The line at the foot of the page.
  var line: Line {
    let label =
      Line(" \(knob.title) = ", .accent, .bold) + editor.line() + Line(knob.counted, .faint)
    guard let mistake else { return label + Line("   \(knob.rangeText)", .faint) }
    return label + Line("   \(mistake)", .warning)
  }
}
