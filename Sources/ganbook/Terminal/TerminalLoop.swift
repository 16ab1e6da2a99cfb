internal import Notebook

/// The notebook on a terminal.
enum TerminalLoop {
  /// Shows the notebook until the person leaves it; returns the exit code.
  static func run(library: PresetLibrary, threads: Int, asciiOnly: Bool) throws -> Int32 {
    throw Failure(.unavailable, "the notebook's screen is not built yet; try 'ganbook list'")
  }
}
