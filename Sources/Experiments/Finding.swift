/// The answer of one seed to a claim.
public struct Finding: Sendable, Equatable {
  /// Whether the claim holds; nil where this seed cannot tell.
  public let holds: Bool?
  /// The number that the rule looks at.
  public let number: Double
  /// The same for a person: "at most 2 of 8 modes, 5 hops".
  public let words: String
  /// What each of many arms came to, a row of a table each; empty where the words say all.
  public let rows: [Row]
  /// The cases of this seed, where the rule counts several in each.
  public let cases: Cases
  /// Claims beside the page's own, each with its answer; they don't touch ``holds``.
  public let asides: [Aside]

  /// One arm of a table.
  public struct Row: Sendable, Equatable {
    public let title: String
    public let number: Double
    /// The cell: "7.4, 62 %".
    public let words: String

    public init(_ title: String, number: Double, words: String) {
      self.title = title
      self.number = number
      self.words = words
    }
  }

  /// In how many cases a claim holds, and in how many it fails; the rest cannot tell.
  public struct Cases: Sendable, Equatable {
    public var held: Int
    public var failed: Int
    public var all: Int

    public init(held: Int, failed: Int, of all: Int) {
      precondition(
        held >= 0 && failed >= 0 && held + failed <= all,
        "\(held) cases held and \(failed) failed, of \(all)")
      self.held = held
      self.failed = failed
      self.all = all
    }

    /// One case.
    public init(_ holds: Bool?) {
      self.init(held: holds == true ? 1 : 0, failed: holds == false ? 1 : 0, of: 1)
    }

    /// A case each.
    public init(_ cases: [Bool?]) {
      self.init(
        held: cases.count { $0 == true }, failed: cases.count { $0 == false }, of: cases.count)
    }
  }

  /// A claim that is answered beside the page's own.
  public struct Aside: Sendable, Equatable {
    /// The claim in a few words: "R1 keeps what plain loses".
    public let title: String
    public let holds: Bool?

    public init(_ title: String, holds: Bool?) {
      self.title = title
      self.holds = holds
    }
  }

  public init(
    holds: Bool?, number: Double, words: String, rows: [Row] = [], asides: [Aside] = []
  ) {
    self.init(
      holds: holds, cases: Cases(holds), number: number, words: words, rows: rows, asides: asides)
  }

  /// The answer of a seed with several cases: that of the quorum among them.
  public init(
    _ cases: [Bool?], by quorum: Quorum, number: Double, words: String, rows: [Row] = []
  ) {
    let cases = Cases(cases)
    let holds: Bool? =
      switch quorum.verdict(cases) {
      case .reproduced: true
      case .refuted: false
      case .undecided: nil
      }
    self.init(holds: holds, cases: cases, number: number, words: words, rows: rows)
  }

  /// All there is to say, as it was kept.
  public init(
    holds: Bool?, cases: Cases, number: Double, words: String, rows: [Row], asides: [Aside] = []
  ) {
    self.holds = holds
    self.cases = cases
    self.number = number
    self.words = words
    self.rows = rows
    self.asides = asides
  }
}
