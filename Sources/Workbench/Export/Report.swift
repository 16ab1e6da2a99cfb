internal import Adversarial
public import Experiments
public import Notebook

/// What there is to tell of a run, gathered once: every format writes the same report.
///
/// ## Topics
/// - Making one: ``init(_:id:steps:table:notes:origin:)``, ``defaultSteps(of:)``
/// - Writing it: ``ExportFormat``
public struct Report: Sendable {
  public let experiment: Experiment
  /// The preset as it was when the run began.
  public let preset: Preset
  /// The recorded run's name; nil where nothing is recorded.
  public let id: String?
  /// A picture for each step of the filmstrip, ascending.
  public let film: [Moment]
  /// The run as it stands.
  public internal(set) var last: Moment
  /// A hash of all parameter bits of each column.
  public let fingerprints: [UInt64]
  /// Every measured step's numbers.
  public let table: RunTable
  /// Marks and notes, in order.
  public let notes: [Note]
  /// What a person types to get the preset that the run began with, or one near it.
  public let origin: Origin?

  /// A mark, or what was written at a step.
  public struct Note: Sendable, Equatable {
    /// nil for what stands at no step.
    public let step: Int?
    /// Empty for a mark.
    public let text: String

    public init(step: Int?, text: String) {
      self.step = step
      self.text = text
    }
  }

  /// A preset that can be had by its name or path.
  public struct Origin: Sendable {
    public let word: String
    public let preset: Preset

    public init(word: String, preset: Preset) {
      self.word = word
      self.preset = preset
    }
  }

  /// D's field is sampled at so many cells along the longer side.
  static let fieldCells = 32

  /// Looks at a run as it stands and at earlier steps of it; changes nothing.
  ///
  /// - Parameters:
  ///   - steps: the filmstrip's; those beyond the run's last are left out. nil for the usual six.
  ///   - table: every measured step's numbers.
  ///   - notes: what was written; nil takes the marks and notes among the run's commands.
  public init(
    _ run: Run, id: String? = nil, steps: [Int]? = nil, table: RunTable, notes: [Note]? = nil,
    origin: Origin? = nil
  ) {
    run.measure()
    experiment = run.experiment
    preset = run.preset
    self.id = id
    let field = Self.field(of: run)
    last = run.moment(fieldColumns: field.columns, fieldRows: field.rows)
    film = Self.filmSteps(steps ?? Self.defaultSteps(of: run.step), within: run.step).map {
      run.moment(at: $0, fieldColumns: field.columns, fieldRows: field.rows)
    }
    fingerprints = run.fingerprints
    self.table = table
    self.notes = notes ?? Self.notes(in: run.commands)
    self.origin = origin
  }

  /// The steps of figure 22's row of pictures: the start, the end and four between them.
  public static func defaultSteps(of length: Int) -> [Int] {
    (0...5).map { Int((Double(length) * Double($0) / 5).rounded()) }
  }

  private static func filmSteps(_ steps: [Int], within length: Int) -> [Int] {
    Set(steps).filter { (0...length).contains($0) }.sorted()
  }

  /// Cells in the proportion of the plane that the page shows.
  private static func field(of run: Run) -> (columns: Int, rows: Int) {
    let probe = run.moment(fieldColumns: 0, fieldRows: 0)
    guard case .plane(let plane) = probe.columns[0].picture else { return (0, 0) }
    let (width, height) = plane.bounds.extent
    guard width > 0, height > 0 else { return (fieldCells, fieldCells) }
    let longer = max(width, height)
    func cells(_ side: Double) -> Int {
      max(1, Int((Double(fieldCells) * side / longer).rounded()))
    }
    return (cells(width), cells(height))
  }

  private static func notes(in commands: [StampedCommand]) -> [Note] {
    commands.compactMap { stamped in
      stamped.command.remark.map { Note(step: stamped.subject, text: $0) }
    }
  }
}
