public import Adversarial

/// How a page's claim is put to the test: games to train, a number to read off them, and a rule
/// that can come out either way.
public struct Trial: Sendable {
  /// One game of the trial: the page's defaults with some knobs turned.
  public struct Arm: Sendable {
    /// What sets it apart: "10 steps".
    public let title: String
    public let knobs: [Knob]
    public init(_ title: String, _ knobs: [Knob] = []) {
      self.title = title
      self.knobs = knobs
    }
  }

  /// A knob and where it stands.
  public struct Knob: Sendable {
    public let name: String
    public let setting: Setting
    public init(_ name: String, _ setting: Setting) {
      self.name = name
      self.setting = setting
    }
  }

  /// A number that somebody has published, to stand beside ours.
  public struct Published: Sendable {
    /// "VEEGAN, table 1".
    public let source: String
    /// "unrolled GAN, ring: 7.6 modes, 35.6 % high quality".
    public let words: String
    public init(_ source: String, _ words: String) {
      self.source = source
      self.words = words
    }
  }

  /// The rule in words: what is measured, when, and which numbers mean yes and no.
  public let rule: String
  /// What the number is: "modes reached by 95 % of the measurements".
  public let quantity: String
  /// Steps of the whole trial.
  public let steps: Int
  /// Steps of the quick form, and what it cannot decide.
  public let quick: (steps: Int, limits: String)
  public let arms: [Arm]
  public let published: [Published]
  /// What the rows of a finding say of each arm: "modes, high quality"; nil where there are none.
  public var rowsTitle: String?
  /// Whether the rule knows what to make of a game that diverged; elsewhere such a seed cannot
  /// tell.
  public var judgesDivergence = false
  /// What one seed's games say. Only read past ``steps`` (or the quick form's).
  public let judge: @Sendable (Evidence) -> Finding

  public init(
    rule: String, quantity: String, steps: Int, quick: (steps: Int, limits: String), arms: [Arm],
    published: [Published], rowsTitle: String? = nil, judgesDivergence: Bool = false,
    judge: @escaping @Sendable (Evidence) -> Finding
  ) {
    self.rule = rule
    self.quantity = quantity
    self.steps = steps
    self.quick = quick
    self.arms = arms
    self.published = published
    self.rowsTitle = rowsTitle
    self.judgesDivergence = judgesDivergence
    self.judge = judge
  }
}

/// What one seed says of a claim.
public struct Finding: Sendable, Equatable {
  /// Whether the claim holds; nil where this seed cannot tell.
  public let holds: Bool?
  /// The number that the rule looks at.
  public let number: Double
  /// The same for a person: "at most 2 of 8 modes, 5 hops".
  public let words: String
  /// What each of many arms came to, a row of a table each; empty where the words say all.
  public let rows: [Row]

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

  public init(holds: Bool?, number: Double, words: String, rows: [Row] = []) {
    self.holds = holds
    self.number = number
    self.words = words
    self.rows = rows
  }
}

/// What all seeds together say.
public enum Verdict: String, Sendable, CaseIterable {
  case reproduced
  case refuted
  case undecided

  /// Reproduced where the claim holds for every seed, refuted where it fails for every seed, and
  /// undecided elsewhere: a claim about "a GAN" is one about whichever seed the reader has.
  public init(_ findings: [Finding]) {
    let held = findings.map(\.holds)
    if held.isEmpty {
      self = .undecided
    } else if held.allSatisfy({ $0 == true }) {
      self = .reproduced
    } else if held.allSatisfy({ $0 == false }) {
      self = .refuted
    } else {
      self = .undecided
    }
  }
}
