internal import Adversarial
public import Notebook

/// The numbers of a run's measured steps: a row a step, the curves and then the measures of each
/// column. The names of further columns begin with `column2.` and so on.
public struct RunTable: Sendable, Equatable {
  public private(set) var names: [String] = []
  public private(set) var rows: [Row] = []

  /// A step's numbers, as many as there are names; NaN where there is none.
  public struct Row: Sendable {
    public let step: Int
    public var values: [Double]

    public init(step: Int, values: [Double]) {
      self.step = step
      self.values = values
    }
  }

  public init() {}

  /// A table that was read from a file.
  public init(names: [String], rows: [Row]) {
    self.names = names
    self.rows = rows
  }

  /// Takes in the numbers of a moment, unless its step has a row.
  public mutating func take(_ moment: Moment) {
    guard moment.step > rows.last?.step ?? -1 else { return }
    let cells = Self.cells(of: moment)
    let fresh = cells.map(\.name).filter { !names.contains($0) }
    names += fresh
    for index in rows.indices { rows[index].values += fresh.map { _ in .nan } }
    var values = [Double](repeating: .nan, count: names.count)
    for cell in cells {
      if let index = names.firstIndex(of: cell.name) { values[index] = cell.value }
    }
    rows.append(Row(step: moment.step, values: values))
  }

  /// The values of a series, one a row; nil where there is no such series.
  public func series(_ name: String) -> [Double]? {
    names.firstIndex(of: name).map { index in rows.map { $0.values[index] } }
  }

  /// What the names of a run's column begin with.
  public static func prefix(_ column: Int) -> String {
    column == 0 ? "" : "column\(column + 1)."
  }

  private static func cells(of moment: Moment) -> [(name: String, value: Double)] {
    moment.columns.enumerated().flatMap { index, column in
      let prefix = prefix(index)
      let curves = zip(column.curveList, column.curves).map { curve, value in
        (prefix + curve.name, value.shortest)
      }
      let life = column.life.cells(at: moment.step).map { (prefix + $0.name, $0.value) }
      return curves + column.measures.map { (prefix + $0.name, $0.value) } + life
    }
  }

  /// The table as a spreadsheet, a statistics program or a text editor opens it: commas, a
  /// decimal point, an empty cell where there is no number.
  public var csv: String {
    var lines = [(["step"] + names.map(Self.cell)).joined(separator: ",")]
    lines += rows.map { row in
      ([String(row.step)] + row.values.map { $0.isFinite ? "\($0)" : "" }).joined(separator: ",")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A text as a cell. A spreadsheet would compute one that begins like a formula, and takes it as
  /// a text behind an apostrophe.
  static func cell(_ text: String) -> String {
    let text = Wording.line(text)
    let isFormula = text.first.map { "=+-@\t\r".contains($0) } ?? false
    let shown = (isFormula ? "'" : "") + text
    guard isFormula || shown.contains(where: { ",\"".contains($0) }) else { return shown }
    return "\""
      + shown.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }

  public static func == (first: RunTable, second: RunTable) -> Bool {
    // Empty cells are not numbers, and those are never equal.
    first.csv == second.csv
  }
}

extension Float {
  /// The number with the fewest digits that reads back as this one: 0.1, not
  /// 0.10000000149011612.
  var shortest: Double { Double("\(self)") ?? Double(self) }
}
