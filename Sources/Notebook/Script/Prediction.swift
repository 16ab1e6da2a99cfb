public import Adversarial
public import Experiments

/// A question that a person answers: about what a run will do, which the run answers later, or for
/// a formula, which is tried at once.
public struct Prediction: Sendable, Equatable {
  public var question: String
  public var kind: Kind
  /// The measure that answers, by its name in files: `modesReached`.
  public var measure: String
  /// The step at which it answers; measures are taken there.
  public var until: Int
  /// The side of a twin that is asked about.
  public var side: Int
  /// What helps, from little to much.
  public var hints: [String] = []

  public init(_ question: String, _ kind: Kind, measure: String, until: Int, side: Int = 0) {
    self.question = question
    self.kind = kind
    self.measure = measure
    self.until = until
    self.side = side
  }

  /// What an answer is.
  public enum Kind: Sendable, Equatable {
    /// A number; right where it is no farther off than this.
    case number(within: Double)
    /// One of these, in order.
    case choice([Choice])
    /// A formula; right where it agrees with what is derived.
    case formula(Derivation)
  }

  /// A possible answer, and the values of the measure that make it right.
  public struct Choice: Sendable, Equatable {
    public var text: String
    public var range: ClosedRange<Double>
    public init(_ text: String, _ range: ClosedRange<Double>) {
      self.text = text
      self.range = range
    }
  }

  /// What a person predicts.
  public enum Answer: Sendable, Equatable {
    case number(Double)
    /// The place on the list, from 0.
    case choice(Int)
    case formula(Formula)
  }

  /// Reads an answer: a number, a choice by its place, from 1, or by its words, a formula.
  /// - Throws: ``CommandError`` with one sentence that says what would do.
  public func answer(_ text: String) throws(CommandError) -> Answer {
    let word = Wording.trimmed(text)
    switch kind {
    case .number:
      guard let number = Double(word), number.isFinite else {
        throw CommandError("the answer is a number, not \(Wording.quoted(word))")
      }
      return .number(number)
    case .choice(let choices):
      if let place = Int(word), choices.indices.contains(place - 1) { return .choice(place - 1) }
      guard let place = choices.firstIndex(where: { $0.text.lowercased() == word.lowercased() })
      else {
        throw CommandError(
          "the answer is a number from 1 to \(choices.count), not \(Wording.quoted(word))")
      }
      return .choice(place)
    case .formula(let derivation):
      do {
        return .formula(try Formula(word, variables: derivation.variables.map(\.name)))
      } catch {
        throw CommandError(error.sentence)
      }
    }
  }

  /// Why an answer is not right, where that can be said at once; nil where it is, and where the run
  /// will tell.
  public func objection(to answer: Answer) -> String? {
    guard case .formula(let derivation) = kind, case .formula(let formula) = answer else {
      return nil
    }
    return derivation.objection(to: formula).map { "Not yet: \($0)." }
  }

  /// The answer as it is written down in the run.
  public func command(_ answer: Answer) -> Command {
    let isRight: Bool? = if case .formula = kind { objection(to: answer) == nil } else { nil }
    return .answer(words(answer), to: question, isRight: isRight)
  }

  /// An answer in words.
  public func words(_ answer: Answer) -> String {
    switch (answer, kind) {
    case (.number(let value), _): Wording.number(value)
    case (.choice(let place), .choice(let choices)) where choices.indices.contains(place):
      choices[place].text
    case (.choice(let place), _): Wording.number(Double(place + 1))
    case (.formula(let formula), _): formula.text
    }
  }

  /// Whether an answer is right of a measured value.
  public func isRight(_ answer: Answer, measured value: Double) -> Bool {
    switch (answer, kind) {
    case (.number(let number), .number(let tolerance)): abs(number - value) <= tolerance
    case (.choice(let place), .choice(let choices)) where choices.indices.contains(place):
      choices[place].range.contains(value)
    case (.formula, .formula): objection(to: answer) == nil
    default: false
    }
  }

  /// Whether it was right; nil where there is no answer, or no such measure.
  public func isRight(_ answer: Prediction.Answer?, _ measures: [[Measurement]]) -> Bool? {
    let own = measures.indices.contains(side) ? measures[side] : []
    guard let answer, let measurement = own.first(where: { $0.name == measure }) else {
      return nil
    }
    return isRight(answer, measured: measurement.value)
  }

  /// What came of it, in one sentence: "You predicted 8; reached is 1 of 8: not this time."
  ///
  /// - Parameter measures: those of each column at ``until``.
  public func verdict(_ answer: Answer?, _ measures: [[Measurement]]) -> String {
    let own = measures.indices.contains(side) ? measures[side] : []
    guard let measurement = own.first(where: { $0.name == measure }) else {
      return "\(question) This run takes no such measure."
    }
    let fact = "\(measurement.title) is \(measurement.words(measurement.value))"
    if case .formula(let derivation) = kind { return verdict(answer, derivation, fact) }
    guard let answer else { return "\(question) At step \(Wording.count(until)), \(fact)." }
    let verdict = isRight(answer, measured: measurement.value) ? "right" : "not this time"
    return "You predicted \(words(answer)); \(fact): \(verdict)."
  }

  /// "p / (p + q): right at all 39 places. In this run |D − D*| is 0.01."
  private func verdict(_ answer: Answer?, _ derivation: Derivation, _ fact: String) -> String {
    guard let answer, objection(to: answer) == nil else {
      return "\(derivation.title) = \(derivation.solution). In this run \(fact)."
    }
    return "\(words(answer)): right at all \(derivation.count) places. In this run \(fact)."
  }
}
