import Adversarial
import Notebook
import Testing

@Suite struct FormulaErrorTests {
  @Test(arguments: [
    ("", "column 1: there is no formula yet"),
    ("2 p", "column 3: before 'p' an operator is missing; a product is written with *"),
    ("p / (p + r)", "column 10: nothing is called 'r' here; the variables are p, q"),
    ("tahn(p)", "column 1: nothing is called 'tahn' here; did you mean 'tanh'?"),
    ("exp p", "column 1: write parentheses after 'exp', as in exp(…)"),
    ("(p + q", "column 1: this parenthesis is never closed"),
    ("p + q)", "column 6: this parenthesis was never opened"),
    ("p +", "column 4: the formula ends where a number or a name is due"),
    ("p + / q", "column 5: a number or a name is missing before '/'"),
    ("p = q", "column 3: '=' has no meaning in a formula"),
    ("1.2.3", "column 1: '1.2.3' is no number"),
    ("p \u{1B}[31m", "column 3: '\u{FFFD}' has no meaning in a formula"),
  ])
  func `each mistake is one sentence`(text: String, sentence: String) throws {
    let error = #expect(throws: FormulaError.self) { try Formula(text, variables: ["p", "q"]) }
    #expect(error?.sentence == sentence)
  }
}
