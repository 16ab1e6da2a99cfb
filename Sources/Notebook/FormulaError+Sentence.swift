public import Adversarial

extension FormulaError {
  /// One sentence with the column and what would do.
  public var sentence: String { "column \(column): \(words)" }

  private var words: String {
    switch problem {
    case .empty: return "there is no formula yet"
    case .tooLong(let limit): return "a formula has at most \(limit) characters"
    case .tooDeep(let limit): return "this is nested more than \(limit) deep"
    case .strange(let text): return "\(Wording.quoted(text)) has no meaning in a formula"
    case .noNumber(let text): return "\(Wording.quoted(text)) is no number"
    case .unknown(let name, let variables):
      // One letter is near every other one: then the list says more than a guess.
      let names = variables + Formula.Function.allCases.map(\.rawValue)
      let near = name.count > 1 ? NearestName.of(name, among: names) : nil
      let hint =
        near.map { "did you mean '\($0)'?" }
        ?? (variables.isEmpty
          ? "the formula has no variables"
          : "the variables are \(variables.joined(separator: ", "))")
      return "nothing is called \(Wording.quoted(name)) here; \(hint)"
    case .bareFunction(let name): return "write parentheses after '\(name)', as in \(name)(…)"
    case .noOperator(let text):
      return "before \(Wording.quoted(text)) an operator is missing; a product is written with *"
    case .noValue(let text?): return "a number or a name is missing before \(Wording.quoted(text))"
    case .noValue(nil): return "the formula ends where a number or a name is due"
    case .unclosed: return "this parenthesis is never closed"
    case .unopened: return "this parenthesis was never opened"
    }
  }
}
