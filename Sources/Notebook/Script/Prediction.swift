public import Adversarial

/// A question about what a run will do, answered by a person and later by the run.
public struct Prediction: Sendable, Equatable {
  public var question: String
  public var kind: Kind
  /// The measure that answers, by its name in files: `modesReached`.
  public var measure: String
  /// The step at which it answers; measures are taken there.
  public var until: Int
  /// The side of a twin that is asked about.
  public var side: Int

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
  }

  /// Reads an answer: a number, or a choice by its place, from 1, or by its words.
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
    }
  }

  /// An answer in words.
  public func words(_ answer: Answer) -> String {
    switch (answer, kind) {
    case (.number(let value), _): Wording.number(value)
    case (.choice(let place), .choice(let choices)) where choices.indices.contains(place):
      choices[place].text
    case (.choice(let place), _): Wording.number(Double(place + 1))
    }
  }

  /// Whether an answer is right of a measured value.
  public func isRight(_ answer: Answer, measured value: Double) -> Bool {
    switch (answer, kind) {
    case (.number(let number), .number(let tolerance)): abs(number - value) <= tolerance
    case (.choice(let place), .choice(let choices)) where choices.indices.contains(place):
      choices[place].range.contains(value)
    default: false
    }
  }

  /// What came of it, in one sentence: "You said 8; reached is 1 of 8: not so."
  ///
  /// - Parameter measures: those of each column at ``until``.
  public func verdict(_ answer: Answer?, _ measures: [[Measurement]]) -> String {
    let own = measures.indices.contains(side) ? measures[side] : []
    guard let measurement = own.first(where: { $0.name == measure }) else {
      return "\(question) This run takes no such measure."
    }
    let fact = "\(measurement.title) is \(measurement.words(measurement.value))"
    guard let answer else { return "\(question) At step \(Wording.count(until)), \(fact)." }
    let verdict = isRight(answer, measured: measurement.value) ? "as you said" : "not so"
    return "You said \(words(answer)); \(fact): \(verdict)."
  }
}
