internal import Notebook

extension TerminalLoop {
  /// What the notebook is opened with.
  struct Options {
    let library: PresetLibrary
    let threads: Int
    var appearance = Appearance()
    /// What every preset of the plane trains on in place of its own data.
    var data: OwnData?
    /// Where runs are recorded; nil where there is no place.
    let store: RunStore?
    /// A recorded run to begin with.
    var run: String?
    /// The steps a second at which that run is played from its beginning; nil opens it where it
    /// stopped.
    var speed: Double?
  }
}

extension TerminalLoop {
  /// A run that the command line names is there, before the terminal is touched.
  static func check(_ options: Options) throws(Failure) {
    guard let run = options.run else { return }
    guard let store = options.store else {
      throw Failure(.usage, "there is no home folder; name a notebook with --notebook")
    }
    do throws(StoreError) { _ = try store.open(run) } catch { throw Failure(error) }
  }
}
