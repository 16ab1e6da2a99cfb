/// Turns the words of a formula into postfix steps, by recursive descent:
///
///     sum     = product { (+ | −) product }
///     product = signed { (* | /) signed }
///     signed  = { + | − } power
///     power   = value [ ^ signed ]
///     value   = number | variable | function ( sum ) | ( sum )
struct FormulaParser {
  static let mostLevels = 60

  private let tokens: [FormulaToken]
  private let variables: [String]
  private var next = 0
  private var level = 0
  private var steps: [Formula.Step] = []

  /// - Parameter tokens: with the end as the last.
  init(_ tokens: [FormulaToken], variables: [String]) {
    self.tokens = tokens
    self.variables = variables
  }

  mutating func formula() throws(FormulaError) -> [Formula.Step] {
    try sum()
    switch token.kind {
    case .end: return steps
    case .close: throw failure(.unopened)
    default: throw failure(.noOperator(before: token.text))
    }
  }

  private var token: FormulaToken { tokens[next] }

  private func failure(_ problem: FormulaError.Problem) -> FormulaError {
    FormulaError(column: token.column, problem: problem)
  }

  /// The operation at this place, where it is one of these; it is passed over.
  private mutating func operation(_ among: [Formula.Operation]) -> Formula.Operation? {
    guard case .operation(let operation) = token.kind, among.contains(operation) else {
      return nil
    }
    next += 1
    return operation
  }

  // MARK: The rules

  private mutating func sum() throws(FormulaError) {
    try product()
    while let operation = operation([.plus, .minus]) {
      try product()
      steps.append(.operation(operation))
    }
  }

  private mutating func product() throws(FormulaError) {
    try signed()
    while let operation = operation([.times, .over]) {
      try signed()
      steps.append(.operation(operation))
    }
  }

  private mutating func signed() throws(FormulaError) {
    level += 1
    defer { level -= 1 }
    guard level <= Self.mostLevels else { throw failure(.tooDeep(limit: Self.mostLevels)) }
    guard let sign = operation([.plus, .minus]) else { return try power() }
    try signed()
    if sign == .minus { steps.append(.negation) }
  }

  private mutating func power() throws(FormulaError) {
    try value()
    guard let operation = operation([.power]) else { return }
    try signed()
    steps.append(.operation(operation))
  }

  private mutating func value() throws(FormulaError) {
    switch token.kind {
    case .number(let number):
      next += 1
      steps.append(.number(number))
    case .name: try named()
    case .open: try parenthesis()
    case .operation, .close: throw failure(.noValue(token.text))
    case .end: throw failure(.noValue(nil))
    }
  }

  private mutating func parenthesis() throws(FormulaError) {
    let opened = token
    next += 1
    try sum()
    switch token.kind {
    case .close: next += 1
    case .end: throw FormulaError(column: opened.column, problem: .unclosed)
    default: throw failure(.noOperator(before: token.text))
    }
  }

  /// A variable goes before a constant and a function of the same name.
  private mutating func named() throws(FormulaError) {
    let name = token.text
    if let place = variables.firstIndex(of: name) {
      next += 1
      steps.append(.variable(place))
    } else if let function = Formula.Function(rawValue: name) {
      guard tokens[next + 1].kind == .open else { throw failure(.bareFunction(name)) }
      next += 1
      try parenthesis()
      steps.append(.function(function))
    } else if let constant = Self.constants[name] {
      next += 1
      steps.append(.number(constant))
    } else {
      throw failure(.unknown(name: name, variables: variables))
    }
  }

  private static let constants = ["pi": Double.pi, "π": .pi, "e": Elementary.e]
}
