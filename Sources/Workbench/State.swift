import Experiments
import Notebook
import Plotting

/// Everything on the desk.
struct State: Sendable {
  let pages: [Experiment]
  var library: PresetLibrary
  let charset: Workbench.Charset
  let hasColour: Bool

  var columns = 80
  var rows = 24
  /// Seconds since the program began, as the last tick said.
  var seconds = 0.0

  var contents: ContentsState
  var runs = RunsState()
  var ledger: LedgerState
  /// The run on the screen; nil while the contents are.
  var run: RunState?
  /// The seeds beside each other on the screen; nil while there are none.
  var fan: FanState?
  /// What lies over the page, the topmost last. It gets the keys.
  var layers: [Layer] = []
  var notice: Notice?
  /// Until when Enter belongs to an answer that a digit has already given.
  var answeredUntil = -Double.infinity
  /// Whether the welcome of the first start stands over the page.
  var isWelcoming = false

  init(
    pages: [Experiment], library: PresetLibrary, charset: Workbench.Charset, hasColour: Bool
  ) {
    self.pages = pages
    self.library = library
    self.charset = charset
    self.hasColour = hasColour
    contents = ContentsState()
    ledger = LedgerState(of: pages)
    if let problem = library.problems.first {
      let more = library.problems.count - 1
      notice = Notice(more > 0 ? "\(problem) (and \(more) more)" : problem, until: nil)
    }
  }

  var glyphs: Glyphs { charset == .ascii ? .ascii : .unicode }

  /// Who gets the keys.
  var context: Context {
    if let layer = layers.last { return layer.context }
    guard let run else {
      if fan != nil { return .fan }
      return ledger.isOpen ? .ledger : runs.isOpen ? .runs : .contents
    }
    if run.chart.isOpen { return .chart }
    if run.modes != nil { return .modes }
    if run.plane.crosshair != nil { return .crosshair }
    return run.listsNotes(RunLayout(state: self)) ? .notes : .run
  }

  /// Who would get the keys if nothing lay over the page.
  var pageContext: Context {
    var beneath = self
    beneath.layers = []
    return beneath.context
  }

  /// The letters that the list in view is filtered by.
  var filterEditor: LineEditor {
    get { runs.isOpen ? runs.filter : contents.filter }
    set {
      if runs.isOpen { runs.filter = newValue } else { contents.filter = newValue }
    }
  }

  /// Says something for a few seconds.
  mutating func say(_ text: String, warning: Bool = false) {
    notice = Notice(text, isWarning: warning, until: seconds + Notice.duration)
  }
}

/// Something that lies over a page.
enum Layer: Sendable {
  case filter
  case help(HelpState)
  case palette(PaletteState)
  case prompt(Prompt)
  case writing(Writing)
  case question(Question)

  var context: Context {
    switch self {
    case .filter: .filter
    case .help: .help
    case .palette: .palette
    case .prompt: .prompt
    case .writing: .writing
    case .question: .question
    }
  }
}

/// A sentence in passing: it fades by itself and never needs an answer.
struct Notice: Sendable {
  let text: String
  let isWarning: Bool
  /// When it fades, in the workbench's seconds; nil for one that stays until a key is pressed.
  let until: Double?

  /// Long enough to read a sentence.
  static let duration = 6.0

  init(_ text: String, isWarning: Bool = true, until: Double?) {
    self.text = text
    self.isWarning = isWarning
    self.until = until
  }
}

/// A yes-or-no before something would be lost.
struct Question: Sendable {
  let title: String
  let text: String
  /// What Enter does, in a word: "leave".
  let yes: String
  let no: String
  let action: Action
}
