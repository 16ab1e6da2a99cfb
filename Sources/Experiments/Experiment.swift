public import Adversarial

/// A page of the notebook: one claim of the tutorial, as an experiment that can go either way.
public struct Experiment: Sendable {
  /// The name on the command line: `mode-collapse`.
  public let name: String
  /// The title on the screen: "Mode collapse".
  public let title: String
  public let chapter: Chapter
  /// Where the tutorial says it: "§5.1.1".
  public let section: String
  /// The tutorial's figure: "fig. 22".
  public let figure: String
  /// The claim in one sentence.
  public let claim: String
  /// What the eye should follow, in a sentence or two.
  public let watch: String
  /// The page's text: paragraphs a second-year student understands.
  public let text: [String]
  /// The model as equations, a line each.
  public let equations: [String]
  public let hyperparameters: [Hyperparameter]
  /// The names of measures that a preset may ask about.
  public let measures: [String]
  /// Steps a second at which it is worth watching, where the machine is much faster; the screen
  /// trains no faster than that.
  public let pace: Double?
  /// How the claim is put to the test; nil on a page that claims nothing.
  public let trial: Trial?
  /// The formulas that a preset may ask for.
  public let derivations: [Derivation]
  /// The game that these settings describe.
  /// - Throws: ``DesignError`` where the settings contradict each other.
  public let design: @Sendable (Settings) throws(DesignError) -> any Game

  /// A chapter of the tutorial.
  public struct Chapter: Sendable, Hashable {
    public let number: Int
    public let title: String
    public init(_ number: Int, _ title: String) {
      self.number = number
      self.title = title
    }
  }

  public init(
    _ name: String, title: String, chapter: Chapter, section: String, figure: String,
    claim: String, watch: String, text: [String], equations: [String],
    hyperparameters: [Hyperparameter], measures: [String] = Measure.names,
    pace: Double? = nil, trial: Trial? = nil, derivations: [Derivation] = [],
    design: @escaping @Sendable (Settings) throws(DesignError) -> any Game
  ) {
    self.name = name
    self.title = title
    self.chapter = chapter
    self.section = section
    self.figure = figure
    self.claim = claim
    self.watch = watch
    self.text = text
    self.equations = equations
    self.hyperparameters = hyperparameters
    self.measures = measures
    self.pace = pace
    self.trial = trial
    self.derivations = derivations
    self.design = design
  }
}
