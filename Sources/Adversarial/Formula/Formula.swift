/// A formula that a person typed, read once and worked out as often as one likes:
/// `Formula("p / (p + q)", variables: ["p", "q"])`.
///
/// Numbers, the variables, `pi` and `e`; `+ − * / ^` with the usual precedence (`^` binds to the
/// right and above a sign: −2^2 is −4), parentheses, and the functions of ``Function``. `·`, `×`,
/// `÷` and `−` are understood. Products are written out: `2 x` is refused, with its column.
///
/// Worked out by ``Elementary`` in double precision: the same bits on every machine. Where a
/// formula has no value (1/0, ln of −1) it is infinite or not a number, never a trap.
public struct Formula: Sendable, Equatable {
  /// As it was typed.
  public let text: String
  /// The names it may speak of; values are given in this order.
  public let variables: [String]
  /// Postfix: each step takes its operands from a stack and puts its result there.
  let steps: [Step]

  /// - Throws: ``FormulaError`` with the column of the first mistake.
  public init(_ text: String, variables: [String]) throws(FormulaError) {
    var parser = FormulaParser(try FormulaToken.tokens(of: text), variables: variables)
    self.text = text
    self.variables = variables
    steps = try parser.formula()
  }

  /// The value where the variables have these values, in their order.
  /// - Precondition: one value for each of ``variables``.
  public func value(_ values: [Double]) -> Double {
    precondition(
      values.count == variables.count,
      "\(values.count) values for the variables \(variables.joined(separator: ", "))")
    var stack: [Double] = []
    for step in steps {
      switch step {
      case .number(let number): stack.append(number)
      case .variable(let place): stack.append(values[place])
      case .negation: stack.append(-stack.removeLast())
      case .operation(let operation):
        let right = stack.removeLast()
        stack.append(operation.value(stack.removeLast(), right))
      case .function(let function): stack.append(function.value(stack.removeLast()))
      }
    }
    return stack[0]
  }

  /// Whether the variable of this place occurs.
  public func mentions(_ place: Int) -> Bool { steps.contains(.variable(place)) }

  enum Step: Sendable, Equatable {
    case number(Double)
    /// By its place among the variables.
    case variable(Int)
    case negation
    case operation(Operation)
    case function(Function)
  }

  enum Operation: Character, Sendable {
    case plus = "+"
    case minus = "-"
    case times = "*"
    case over = "/"
    case power = "^"

    func value(_ left: Double, _ right: Double) -> Double {
      switch self {
      case .plus: left + right
      case .minus: left - right
      case .times: left * right
      case .over: left / right
      case .power: Elementary.power(left, right)
      }
    }
  }

  /// What can be written before parentheses. `log` is the natural logarithm, as in the tutorial.
  public enum Function: String, Sendable, CaseIterable {
    case exp, ln, log, sqrt, abs, sin, cos, tanh, sigmoid, logit

    func value(_ x: Double) -> Double {
      switch self {
      case .exp: Elementary.exp(x)
      case .ln, .log: Elementary.log(x)
      case .sqrt: x.squareRoot()
      case .abs: Swift.abs(x)
      case .sin: Elementary.sin(x)
      case .cos: Elementary.cos(x)
      // From |x|, whose exponential cannot overflow: −e^(−2|x|) is at least −1.
      case .tanh: (x < 0 ? -1 : 1) * (2 / (1 + Elementary.exp(-2 * Swift.abs(x))) - 1)
      case .sigmoid: 1 / (1 + Elementary.exp(-x))
      case .logit: Elementary.log(x / (1 - x))
      }
    }
  }
}
