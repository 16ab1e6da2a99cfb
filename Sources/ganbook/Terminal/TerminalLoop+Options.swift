internal import Notebook

extension TerminalLoop {
  /// What the notebook is opened with.
  struct Options {
    let library: PresetLibrary
    let threads: Int
    var appearance = Appearance()
    /// Where runs are recorded; nil where there is no place.
    let store: RunStore?
    /// A recorded run to begin with.
    var run: String?
    /// The steps a second at which that run is played from its beginning; nil opens it where it
    /// stopped.
    var speed: Double?
  }
}
