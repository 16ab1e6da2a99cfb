public import Adversarial

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

  public init(
    name: String, page: String, title: String, note: String, seed: UInt64, steps: Int,
    settings: Settings
  ) {
    self.name = name
    self.page = page
    self.title = title
    self.note = note
    self.seed = seed
    self.steps = steps
    self.settings = settings
  }
}
