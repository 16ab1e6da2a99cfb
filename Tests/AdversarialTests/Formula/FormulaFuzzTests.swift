import Foundation
import Testing

@testable import Adversarial

/// Whatever is typed is a formula or a mistake with a column inside the text.
@Suite struct FormulaFuzzTests {
  private static let pieces = [
    "p", "q", "r", "exp", "ln", "tanh", "(", ")", "((", "+", "-", "*", "/", "^", " ", "2", ".5",
    "1e3", "1e", "..", ",", "é", "²", "\u{0}", "\u{200D}", "👩‍🚀", "−", "·", "π", "\n", "2(", ")p",
    "%",
  ]

  /// Numbers of a fixed sequence.
  private struct Dice {
    var state: UInt64
    mutating func below(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
  }

  @Test func `any text is a formula or a mistake inside it`() {
    var dice = Dice(state: 11)
    var (read, refused) = (0, 0)
    for _ in 0..<20_000 {
      let text = (0..<(1 + dice.below(9))).map { _ in Self.pieces[dice.below(Self.pieces.count)] }
        .joined()
      do {
        let formula = try Formula(text, variables: ["p", "q"])
        _ = formula.value([0.3, 0.7])
        read += 1
      } catch {
        #expect((1...max(1, text.count + 1)).contains(error.column), "\(text): \(error)")
        refused += 1
      }
    }
    #expect(read > 500 && refused > 5_000)
  }

  /// A formula written from a tree that is worked out beside it.
  private func tree(_ dice: inout Dice, depth: Int) -> (text: String, value: Double) {
    guard depth > 0, dice.below(4) > 0 else {
      return [("p", 0.3), ("q", 0.7), ("2", 2), ("0.25", 0.25)][dice.below(4)]
    }
    let left = tree(&dice, depth: depth - 1)
    let right = tree(&dice, depth: depth - 1)
    return switch dice.below(6) {
    case 0: ("(\(left.text) + \(right.text))", left.value + right.value)
    case 1: ("(\(left.text)-(\(right.text)))", left.value - right.value)
    case 2: ("(\(left.text)*\(right.text))", left.value * right.value)
    case 3: ("((\(left.text))/\(right.text))", left.value / right.value)
    case 4: ("(-\(left.text))", -left.value)
    default: ("sqrt(abs(\(left.text)))", abs(left.value).squareRoot())
    }
  }

  @Test func `a written tree has the tree's value`() throws {
    var dice = Dice(state: 12)
    var compared = 0
    for _ in 0..<4_000 {
      let (text, due) = tree(&dice, depth: 4)
      guard text.count <= 400 else { continue }
      let value = try Formula(text, variables: ["p", "q"]).value([0.3, 0.7])
      #expect(value == due || value.isNaN && due.isNaN, "\(text)")
      compared += 1
    }
    #expect(compared > 3_000)
  }
}
