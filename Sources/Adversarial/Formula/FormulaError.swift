/// Why a text is no formula, and where.
public struct FormulaError: Error, Sendable, Equatable {
  /// Of the first character that does not fit, counted from 1.
  public let column: Int
  public let problem: Problem

  public enum Problem: Sendable, Equatable {
    /// Nothing but blanks.
    case empty
    /// More characters than a formula may have.
    case tooLong(limit: Int)
    /// More parentheses, signs or powers inside one another than a formula may have.
    case tooDeep(limit: Int)
    /// A character that no formula has.
    case strange(String)
    /// Digits and points that are no finite number.
    case noNumber(String)
    /// A name that is neither a variable nor a function.
    case unknown(name: String, variables: [String])
    /// A function without its parentheses.
    case bareFunction(String)
    /// A variable or a number with parentheses after it, or two values side by side.
    case noOperator(before: String)
    /// A value was due, and this stands there; nil where the text ends.
    case noValue(String?)
    /// The parenthesis at the column is never closed.
    case unclosed
    /// The parenthesis at the column was never opened.
    case unopened
  }
}
