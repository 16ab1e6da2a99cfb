internal import Adversarial

/// The file `metrics.csv`: a row a measured step, the curves and then the measures of each
/// column; the names of further columns begin with `column2.` and so on.
package struct MetricsFile: Equatable {
  package static let name = "metrics.csv"
  /// Four sides of a grid of 625 modes have 5 000 names for their lives alone.
  private static let mostNames = 10_000

  /// `step`, and then the names of the series.
  private(set) var names: [String]
  /// As many cells as there are names; NaN where a cell is empty.
  private(set) var rows: [(step: Int, values: [Double])]

  package static func == (first: MetricsFile, second: MetricsFile) -> Bool {
    first.text == second.text
  }

  package init(names: [String] = [], rows: [(step: Int, values: [Double])] = []) {
    self.names = names
    self.rows = rows
  }

  /// Reads a file; a torn last line is left out.
  /// - Throws: ``StoreError`` with the line that is wrong.
  package init(_ text: CSVText) throws(StoreError) {
    let cells = text.header.split(separator: ",", omittingEmptySubsequences: false)
    guard cells.first == "step" || (cells == [""] && text.rows.isEmpty) else {
      throw StoreError(.malformed, "the first name must be 'step'").inFile(Self.name, line: 1)
    }
    names = cells.dropFirst().map(String.init)
    guard names.count <= Self.mostNames else {
      throw StoreError(.malformed, "more names than any run has").inFile(Self.name, line: 1)
    }
    guard Set(names).count == names.count else {
      throw StoreError(.malformed, "a name comes twice").inFile(Self.name, line: 1)
    }
    guard names.allSatisfy(Wording.isLine) else {
      throw StoreError(.malformed, "a name holds control characters").inFile(Self.name, line: 1)
    }
    rows = []
    for (index, line) in text.rows.enumerated() {
      guard let row = Self.row(line, count: names.count), row.step > rows.last?.step ?? -1 else {
        throw StoreError(.malformed, "not a row that was written here")
          .inFile(Self.name, line: index + 2)
      }
      rows.append(row)
    }
  }

  private static func row(_ line: Substring, count: Int) -> (step: Int, values: [Double])? {
    let cells = line.split(separator: ",", omittingEmptySubsequences: false)
    guard cells.count == count + 1, let step = Int(cells[0]),
      (0...Preset.mostSteps).contains(step)
    else { return nil }
    let values = cells.dropFirst().compactMap { $0.isEmpty ? Double.nan : Double($0) }
    return values.count == count ? (step, values) : nil
  }

  /// The values of a series, one a row; nil where there is no such series.
  func series(_ name: String) -> [Double]? {
    names.firstIndex(of: name).map { index in rows.map { $0.values[index] } }
  }

  /// The rows up to and including a step.
  func upTo(_ step: Int) -> MetricsFile {
    MetricsFile(names: names, rows: rows.filter { $0.step <= step })
  }

  /// The whole file.
  package var text: String {
    header + rows.map { line(step: $0.step, $0.values.map(Self.cell)) }.joined()
  }

  var header: String { (["step"] + names).joined(separator: ",") + "\n" }

  // MARK: Writing

  /// Takes in the names of a row that are new; returns whether there were any, which widens the
  /// table.
  mutating func widen(_ columns: [RecordedColumn]) -> Bool {
    let fresh = Self.cells(columns).map(\.name).filter { !names.contains($0) }
    names += fresh
    rows = rows.map { ($0.step, $0.values + fresh.map { _ in .nan }) }
    return !fresh.isEmpty
  }

  /// The line of a row; names that it lacks stay empty.
  func line(step: Int, _ columns: [RecordedColumn]) -> String {
    var texts = [String](repeating: "", count: names.count)
    for (name, text) in Self.cells(columns) {
      if let index = names.firstIndex(of: name) { texts[index] = text }
    }
    return line(step: step, texts)
  }

  private func line(step: Int, _ cells: [String]) -> String {
    ([String(step)] + cells).joined(separator: ",") + "\n"
  }

  private static func cells(_ columns: [RecordedColumn]) -> [(name: String, text: String)] {
    columns.enumerated().flatMap { index, column in
      let prefix = prefix(index)
      let modes = column.survey.map(cells) ?? []
      return zip(column.curveList, column.curves).map {
        (prefix + $0.name, $1.isFinite ? "\($1)" : "")
      }
        + column.measures.map { (prefix + $0.name, cell($0.value)) }
        + modes.map { (prefix + $0.name, $0.text) }
    }
  }

  /// What the names of a run's column begin with.
  static func prefix(_ column: Int) -> String { column == 0 ? "" : "column\(column + 1)." }

  /// An empty cell is no finite number, whichever.
  private static func cell(_ value: Double) -> String { value.isFinite ? "\(value)" : "" }
}
