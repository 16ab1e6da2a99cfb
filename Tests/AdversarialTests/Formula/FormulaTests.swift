import Foundation
import Testing

@testable import Adversarial

@Suite struct FormulaTests {
  private func value(_ text: String, _ p: Double = 0.3, _ q: Double = 0.5) throws -> Double {
    try Formula(text, variables: ["p", "q"]).value([p, q])
  }

  @Test(arguments: [
    ("1 + 2 * 3", 7.0), ("(1 + 2) * 3", 9), ("2 - 3 - 4", -5), ("16 / 4 / 2", 2),
    ("2 ^ 3 ^ 2", 512), ("-2 ^ 2", -4), ("(-2) ^ 2", 4), ("2 ^ -1", 0.5), ("--3", 3),
    ("2 * -3", -6), ("+4", 4), (".5 + 1.", 1.5), ("1.5e-3 * 1E3", 1.5), ("sqrt(16)", 4),
    ("abs(-3)", 3), ("ln(e)", 1), ("log(e ^ 2)", 2), ("exp(0)", 1), ("sigmoid(0)", 0.5),
    ("logit(sigmoid(2))", 2), ("tanh(0)", 0), ("cos(pi)", -1), ("sin(π / 2)", 1),
    ("6 ÷ 2 × 2 · 1 − 1", 5), ("4 ^ 0.5", 2), ("2^10", 1_024), ("(0)^(0)", 1),
  ])
  func `numbers, signs and functions have their usual value`(text: String, due: Double) throws {
    #expect(abs(try value(text) - due) < 1e-12 * max(1, abs(due)), "\(text)")
  }

  @Test func `variables stand for the values in their order`() throws {
    #expect(try value("p / (p + q)", 1, 3) == 0.25)
    #expect(try value("q - p", 1, 3) == 2)
    let formula = try Formula("q", variables: ["p", "q"])
    #expect(!formula.mentions(0) && formula.mentions(1))
  }

  @Test func `a variable goes before a constant of its name`() throws {
    #expect(try Formula("e + 1", variables: ["e"]).value([2]) == 3)
    #expect(try Formula("log + exp(1)", variables: ["log"]).value([1]) > 3.7)
  }

  @Test func `what has no value is infinite or no number`() throws {
    #expect(try value("1 / 0") == .infinity)
    #expect(try value("ln(-1)").isNaN)
    #expect(try value("sqrt(0 - 2)").isNaN)
    #expect(try value("exp(1000)") == .infinity)
    #expect(try value("(0 - 8) ^ (1 / 3)").isNaN)
  }

  @Test(arguments: [
    ("", 1, FormulaError.Problem.empty), ("   ", 1, .empty),
    ("p / (p + r)", 10, .unknown(name: "r", variables: ["p", "q"])),
    ("2 p", 3, .noOperator(before: "p")), ("2p", 2, .noOperator(before: "p")),
    ("p(q)", 2, .noOperator(before: "(")), ("(p q)", 4, .noOperator(before: "q")),
    ("(p + q", 1, .unclosed), ("p + (q * (p", 10, .unclosed), ("p + q)", 6, .unopened),
    ("p +", 4, .noValue(nil)), ("p + * q", 5, .noValue("*")), ("()", 2, .noValue(")")),
    ("exp p", 1, .bareFunction("exp")), ("exp", 1, .bareFunction("exp")),
    ("1.2.3", 1, .noNumber("1.2.3")), ("p + .", 5, .noNumber(".")),
    ("1e999", 1, .noNumber("1e999")),
    ("p = q", 3, .strange("=")), ("p & q", 3, .strange("&")), ("2e", 2, .noOperator(before: "e")),
    ("p\u{0}", 2, .strange("\u{0}")), ("é + 1", 1, .unknown(name: "é", variables: ["p", "q"])),
  ])
  func `a mistake has its column`(
    text: String, column: Int, problem: FormulaError.Problem
  ) {
    #expect(throws: FormulaError(column: column, problem: problem)) {
      try Formula(text, variables: ["p", "q"])
    }
  }

  @Test func `a formula is neither endless nor bottomless`() throws {
    let long = String(repeating: "1+", count: 200) + "1"
    #expect(throws: FormulaError(column: 401, problem: .tooLong(limit: 400))) { try value(long) }
    #expect(try value(String(repeating: "1+", count: 199) + "1") == 200)
    for opening in ["(", "-", "exp(", "1^"] {
      let deep = String(repeating: opening, count: 90) + "1"
      #expect(throws: FormulaError(column: 60 * opening.count + 1, problem: .tooDeep(limit: 60))) {
        try value(deep)
      }
    }
  }

  @Test func `a formula has the same value each time, and equals its copy`() throws {
    let first = try Formula("exp(p) * tanh(q) ^ 2", variables: ["p", "q"])
    let second = try Formula("exp(p) * tanh(q) ^ 2", variables: ["p", "q"])
    #expect(first == second)
    #expect(first.value([0.3, 0.7]) == second.value([0.3, 0.7]))
  }
}
