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

  var state: State

  /// - Parameters:
  ///   - pages: the pages in the order of the table of contents.
  ///   - library: the presets that were found.
  ///   - hasColour: whether inks and grounds can be told apart; without it points become letters
  ///     and D's field its contours.
  public init(
    pages: [Experiment], library: PresetLibrary, charset: Charset, hasColour: Bool = true
  ) {
    state = State(pages: pages, library: library, charset: charset, hasColour: hasColour)
  }

  /// Takes a message in; returns what the world should do.
  public mutating func update(_ message: Message) -> [Effect] {
    state.take(message) + state.askForCards()
  }

  /// When the next ``Message/tick(seconds:)`` can change something, in its seconds; infinity where
  /// nothing moves until a message of another kind comes.
  public var nextTick: Double { state.nextTick }

  /// The whole screen.
  public func view() -> Frame {
    var frame = Frame(columns: state.columns, rows: state.rows)
    Screen(state: state).draw(into: &frame)
    return state.charset == .ascii ? frame.plain() : frame
  }
}
