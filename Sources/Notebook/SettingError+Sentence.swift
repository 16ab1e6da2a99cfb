public import Adversarial

extension SettingError {
  /// One sentence that names the hyperparameter, what was given and what would do.
  ///
  /// - Parameter text: the value as the person wrote it, where it was written.
  public func sentence(given text: String? = nil) -> String {
    switch self {
    case .unknown(let name, let known):
      return "there is no knob \(Wording.quoted(name))"
        + NearestName.hint(name, among: known, list: "the knobs are")
    case .wrongKind(let name, let given, let expected):
      let value = text ?? Wording.setting(given)
      return "'\(name)' must be \(expected), not \(Wording.quoted(value))\(WholeNumber.hint(value))"
    case .outOfRange(let name, let given, let range):
      guard given.isFinite else {
        return "'\(name)' must be a finite number, not \(Wording.quoted(text ?? "\(given)"))"
      }
      let lower = Wording.number(range.lowerBound)
      let upper = Wording.number(range.upperBound)
      return "'\(name)' is \(Wording.number(given)); it must lie between \(lower) and \(upper)"
    case .noSuchOption(let name, let given, let options):
      return "'\(name)' can't be \(Wording.quoted(given))"
        + NearestName.hint(given, among: options, list: "it is one of")
    case .noData(let name, let error): return "'\(name)': \(error.words)"
    }
  }
}

extension DataError {
  /// The sentence, and what is wrong with the formula where it is about one.
  public var words: String {
    Wording.line(sentence) + (formula.map { ", \($0.sentence)" } ?? "")
  }
}

extension Settings {
  /// Sets a hyperparameter from a person's text: a number where its domain is numeric.
  /// - Throws: ``CommandError`` with one sentence; nothing has changed then.
  public mutating func set(_ name: String, toText text: String) throws(CommandError) {
    do {
      try set(name, to: Setting(text: text, for: name, among: hyperparameters))
    } catch {
      throw CommandError(error.sentence(given: text))
    }
  }
}

extension Setting {
  /// What a text says, read as the hyperparameter of that name wants it: a number where that is
  /// wanted and the text is one, a name everywhere else.
  init(text: String, for name: String, among hyperparameters: [Hyperparameter]) {
    let domain = hyperparameters.first { $0.name == name }?.domain
    switch domain {
    case .number?, .integer?: self = Self.number(text).map(Setting.number) ?? .choice(text)
    case .choice?, .data?, nil: self = .choice(text)
    }
  }

  /// A decimal number, or one of YAML's and everybody's words for what is none.
  private static func number(_ text: String) -> Double? {
    let words = [".nan": Double.nan, ".inf": .infinity, "-.inf": -.infinity, "+.inf": .infinity]
    if let value = words[text.lowercased()] { return value }
    guard !text.lowercased().contains("x") else { return nil }
    return Double(text)
  }
}
