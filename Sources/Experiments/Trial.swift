public import Adversarial

/// How a page's claim is put to the test: games to train, a number to read off them, and a rule
/// that can come out either way.
public struct Trial: Sendable {
  /// One game of the trial: the page's defaults with some knobs turned.
  public struct Arm: Sendable {
    /// What sets it apart: "10 steps".
    public let title: String
    public let knobs: [Knob]
    /// Knobs that are turned while it trains, steps ascending. Two arms that differ in these alone
    /// are one game up to the first turn, to the bit: so a trial forks from a common state.
    public let turns: [Turn]
    /// Its last step, where that comes before the trial's.
    public let steps: Int?
    public init(_ title: String, _ knobs: [Knob] = [], turns: [Turn] = [], steps: Int? = nil) {
      self.title = title
      self.knobs = knobs
      self.turns = turns
      self.steps = steps
    }
  }

  /// A knob that is turned when a game has taken so many steps.
  public struct Turn: Sendable {
    public let step: Int
    public let knob: Knob
    public init(at step: Int, _ knob: Knob) {
      self.step = step
      self.knob = knob
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
  /// In what share of all cases the claim must hold, or fail, for a verdict.
  public var quorum = Quorum.everySeed
  /// What one seed's games say. Only read past ``steps`` (or the quick form's).
  public let judge: @Sendable (Evidence) -> Finding

  public init(
    rule: String, quantity: String, steps: Int, quick: (steps: Int, limits: String), arms: [Arm],
    published: [Published], rowsTitle: String? = nil, judgesDivergence: Bool = false,
    quorum: Quorum = .everySeed,
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
    self.quorum = quorum
    self.judge = judge
  }
}
