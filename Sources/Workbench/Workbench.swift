public import Experiments
public import Notebook
public import Plotting

/// The notebook's behaviour without a terminal: a state, a pure step and a pure picture of it.
///
/// ```swift
/// var bench = Workbench(pages: Contents.pages, library: library, charset: .braille)
/// let effects = bench.update(.key(.enter))     // what the world should do now
/// let frame = bench.view()                     // what the screen should show now
/// ```
public struct Workbench: Sendable {
  /// Which characters the terminal can show.
  public enum Charset: Sendable, Hashable {
    /// UTF-8 with braille, blocks and box lines.
    case braille
    case ascii
  }

  /// - Parameter kernel: the kind of kernels, for the page about this machine.
  public init(pages: [Experiment], library: PresetLibrary, charset: Charset) {}

  /// Takes a message in; returns what the world should do.
  public mutating func update(_ message: Message) -> [Effect] { [] }

  /// The whole screen.
  public func view() -> Frame { Frame(columns: 0, rows: 0) }
}
