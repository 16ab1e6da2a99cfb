/// The presets that can be found: beside the executable's package, in the user's configuration
/// folder and by path.
public struct PresetLibrary: Sendable {
  /// All presets that could be read, in the order of the table of contents, then by name.
  public let presets: [Preset]
  /// Files that could not be read, a sentence each.
  public let problems: [String]

  public init(presets: [Preset], problems: [String] = []) {
    self.presets = presets
    self.problems = problems
  }
}
