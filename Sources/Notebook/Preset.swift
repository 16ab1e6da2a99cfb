public import Adversarial
public import Experiments

/// A preset: an experiment's differences from its defaults, as a person wrote them.
public struct Preset: Sendable, Equatable {
  /// The file's name without its ending: `mode-collapse-paper`.
  public var name: String
  /// The experiment it belongs to.
  public var page: String
  /// A few words for the contents page: "ReLU, radius 2".
  public var title: String
  /// What the writer wants the reader to know.
  public var note: String
  public var seed: UInt64
  /// Steps of a whole run.
  public var steps: Int
  /// All hyperparameters, the preset's differences applied.
  public var settings: Settings
  /// Games that train side by side from one seed, each with differences of its own from
  /// ``settings``; none for a plain run.
  public var twins: [Column]

  /// What it shows and asks while it trains; nil for a preset that only trains.
  public var script: Script?

  /// Whether it describes no game, on purpose: it is listed to show the reason, and is refused as
  /// soon as somebody runs it.
  public var isRefused = false

  /// One of the games of a twin.
  public struct Column: Sendable, Equatable {
    /// What sets it apart, in a few words: "10 steps".
    public var title: String
    public var settings: Settings

    public init(title: String, settings: Settings) {
      self.title = title
      self.settings = settings
    }
  }

  /// What a page's name alone means: the page's own defaults, as a file that names the page and
  /// nothing else has them.
  public init(defaultsOf page: Experiment) {
    self.init(
      name: page.name, page: page.name, title: "defaults", note: "", seed: Self.defaultSeed,
      steps: Int(Self.defaultSteps), settings: Settings(page.hyperparameters))
  }

  /// What a run trains: the twins, or one game of ``settings``.
  public var columns: [Column] {
    twins.isEmpty ? [Column(title: "", settings: settings)] : twins
  }

  /// The points that its sides, or the tweaks of its script, can name, each once.
  var pointSets: [PointSet] {
    ([settings] + twins.map(\.settings)).flatMap(\.pointSets).reduce(into: []) { sets, set in
      if !sets.contains(set) { sets.append(set) }
    }
  }

  public init(
    name: String, page: String, title: String, note: String, seed: UInt64, steps: Int,
    settings: Settings, twins: [Column] = [], script: Script? = nil
  ) {
    self.name = name
    self.page = page
    self.title = title
    self.note = note
    self.seed = seed
    self.steps = steps
    self.settings = settings
    self.twins = twins
    self.script = script
  }
}
