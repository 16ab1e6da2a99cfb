package import Workbench

/// A report of the mouse as xterm writes it in its mode 1006: `ESC [ < button ; column ; row M`,
/// with `m` at the end where the button went up.
package struct MouseReport {
  package static let opening = "\u{1B}[<"

  private var text = ""

  package init() {}

  /// What became of a character.
  package enum Outcome: Equatable {
    case goesOn
    /// The report is complete; nil for one that means nothing here.
    case ended(Mouse?)
  }

  /// Takes a character behind the opening in; what can't be in a report ends it.
  package mutating func take(character code: UInt32) -> Outcome {
    guard let scalar = Unicode.Scalar(code), text.count < 20 else { return .ended(nil) }
    switch scalar {
    case "0"..."9", ";":
      text.unicodeScalars.append(scalar)
      return .goesOn
    case "M": return .ended(mouse(isUp: false))
    case "m": return .ended(mouse(isUp: true))
    default: return .ended(nil)
    }
  }

  private func mouse(isUp: Bool) -> Mouse? {
    let numbers = text.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) }
    guard numbers.count == 3, let button = numbers[0], let column = numbers[1],
      let row = numbers[2], column > 0, row > 0,
      let kind = Self.kind(of: button, isUp: isUp)
    else { return nil }
    return Mouse(kind, column: column - 1, row: row - 1)
  }

  /// The two lowest bits tell the button, 4 … 16 the keys held with it, 32 a move, 64 the wheel.
  private static func kind(of button: Int, isUp: Bool) -> Mouse.Kind? {
    switch button & ~(4 | 8 | 16) {
    case 0: isUp ? .release : .press
    case 32: .drag
    case 64: .wheelUp
    case 65: .wheelDown
    default: nil
    }
  }
}
