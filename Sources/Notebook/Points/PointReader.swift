internal import Adversarial

/// Reads rows of two numbers, `x,y`, piece by piece as they come: a million rows take the memory of
/// ``PointSet/most`` of them.
///
/// Fields stand between commas, semicolons, tabs or blanks; a first row of names, empty rows and
/// rows that begin with `#` are passed over. Of rows with further fields two columns are chosen. Of
/// more rows than are kept, each has the same chance (Vitter's algorithm R), by its number alone:
/// the same file is always the same points.
public struct PointReader {
  /// What the rows are read for: how far out they may lie, and how a refusal says to go on.
  public enum Purpose: Sendable {
    /// `--data FILE`, with `--fit` or without.
    case option(fits: Bool)
    /// A file that a preset names.
    case preset
    /// The copy that a run or a preset keeps.
    case copy
  }

  /// What errors call the place that the rows come from.
  private let file: String
  private let name: String
  private let columns: PointColumns?
  private let purpose: Purpose

  private var cutter = LineCutter()
  private var exact: [SIMD2<Double>] = []
  private var nearest: [SIMD2<Float>] = []
  private var rowCount = 0
  private var lineNumber = 0
  /// What the first row with fields has told; nil before it.
  private var shape: Shape?

  /// The columns of the file.
  private struct Shape {
    let separator: PointFields.Separator
    let count: Int
    let names: [String]?
    /// Where x and y are.
    let places: [Int]
  }

  /// - Parameters:
  ///   - columns: which columns are x and y; nil where the rows have no others.
  public init(
    name: String, file: String, columns: PointColumns? = nil,
    for purpose: Purpose = .option(fits: false)
  ) {
    self.name = name
    self.file = file
    self.columns = columns
    self.purpose = purpose
  }

  // MARK: Bytes

  /// Takes the next bytes.
  /// - Throws: ``PresetError`` with line and column of the first row that is none.
  public mutating func take(_ bytes: [UInt8]) throws(PresetError) {
    do { try take(cutter.lines(of: bytes)) } catch { throw placed(error) }
    guard !cutter.isTooLong else {
      lineNumber += 1
      throw tooLong
    }
  }

  /// The rows, when nothing more comes.
  public mutating func finish() throws(PresetError) -> PointRows {
    do { try take(cutter.end()) } catch { throw placed(error) }
    guard rowCount > 0 else {
      throw PresetError(
        .malformed, file: file, "no points; expected rows of two numbers, as 1.5,-2")
    }
    return PointRows(name: name, rowCount: rowCount, exact: exact, nearest: nearest)
  }

  private mutating func take(_ lines: [ArraySlice<UInt8>]) throws(PresetError) {
    for line in lines {
      lineNumber += 1
      guard line.count <= LineCutter.longest else { throw tooLong }
      if let byte = line.first(where: Self.isBinary) {
        throw fail("no text: a byte \(byte) stands in it", column: nil)
      }
      let fields = PointFields(line, separator: shape?.separator)
      guard fields.count > 0, !fields.isComment else { continue }
      try take(fields)
    }
  }

  /// Control characters that no text has.
  private static func isBinary(_ byte: UInt8) -> Bool {
    byte < 0x09 || (0x0E...0x1A).contains(byte) || (0x1C...0x1F).contains(byte)
  }

  // MARK: Rows

  private mutating func take(_ row: PointFields) throws(PresetError) {
    guard let shape else {
      let shape = try shape(of: row)
      self.shape = shape
      if shape.names == nil { try keep(row, shape.places) }
      return
    }
    var row = row
    if row.count > shape.count, shape.separator == .tab { row.dropEmpty() }
    guard row.count == shape.count else { throw try misshapen(row, as: shape) }
    try keep(row, shape.places)
  }

  /// The columns of a file whose first row this is.
  private func shape(of row: PointFields) throws(PresetError) -> Shape {
    let names = row.areNames ? row.places.indices.map(row.text) : nil
    guard let columns else {
      guard row.count == 2 else { throw try uncounted(row, names) }
      return Shape(separator: row.separator, count: 2, names: names, places: [0, 1])
    }
    do {
      let places = try columns.places(names: names, count: row.count)
      return Shape(separator: row.separator, count: row.count, names: names, places: places)
    } catch {
      throw fail(error.message, column: nil)
    }
  }

  private mutating func keep(_ row: PointFields, _ places: [Int]) throws(PresetError) {
    let point = SIMD2(
      try coordinate("x", row, places[0]), try coordinate("y", row, places[1]))
    defer { rowCount += 1 }
    // Of row i, from 0, the chance to be kept is most/(i + 1), and so is everybody's in the end.
    let place =
      rowCount < PointSet.most
      ? rowCount : Int(Self.mixed(UInt64(rowCount)) % UInt64(rowCount + 1))
    guard place < PointSet.most else { return }
    // Rounded once, from the text: a number of a copy comes back to the bit.
    let rounded = SIMD2(row.single(places[0]), row.single(places[1]))
    if place == exact.count {
      exact.append(point)
      nearest.append(rounded)
    } else {
      (exact[place], nearest[place]) = (point, rounded)
    }
  }

  /// SplitMix64: a fixed function that scatters the numbers of rows.
  private static func mixed(_ number: UInt64) -> UInt64 {
    var value = (number &+ 1) &* 0x9E37_79B9_7F4A_7C15
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  private func coordinate(
    _ axis: String, _ row: PointFields, _ place: Int
  ) throws(PresetError) -> Double {
    guard let number = row.number(place) else {
      try checkCommas(row)
      throw fail("expected a number for \(axis), not \(quoted(row, place))", at: place, of: row)
    }
    if case .option(fits: true) = purpose { return number }
    guard abs(number) <= Double(PointSet.farthest) else {
      throw fail(
        "expected a number from -1000000 to 1000000 for \(axis), "
          + "not \(quoted(row, place))\(fitting)",
        at: place, of: row)
    }
    return number
  }
}

// MARK: Refusals

extension PointReader {
  private var fitting: String {
    if case .option = purpose { "; --fit moves and scales the points" } else { "" }
  }

  private func quoted(_ row: PointFields, _ place: Int) -> String {
    row[place].isEmpty ? "nothing" : Wording.quoted(row.text(place))
  }

  /// A row with other fields than two, where no columns were chosen.
  private func uncounted(_ row: PointFields, _ names: [String]?) throws(PresetError) -> PresetError
  {
    try checkCommas(row)
    let count = row.count == 1 ? "1 field" : "\(row.count) fields"
    let example = PointColumns.example(names, count: row.count)
    let cure =
      switch purpose {
      case .option where row.count > 2: "; --columns \(example) chooses two of them"
      case .preset where row.count > 2: "; ';columns=\(example)' behind its name chooses two"
      default: ""
      }
    return fail("expected two numbers, x and y, not \(count)\(cure)", column: 1)
  }

  private func misshapen(
    _ row: PointFields, as shape: Shape
  ) throws(PresetError) -> PresetError {
    guard columns != nil else { return try uncounted(row, shape.names) }
    try checkCommas(row)
    let count = row.count == 1 ? "1 field" : "\(row.count) fields"
    return fail("expected \(shape.count) fields, as in the rows before, not \(count)", column: 1)
  }

  /// Numbers with a comma for their point are told as such, whatever else they break.
  private func checkCommas(_ row: PointFields) throws(PresetError) {
    guard let (text, offset) = PointFields.decimalComma(row.line) else { return }
    throw fail(
      "\(Wording.quoted(text)) has a decimal comma; write numbers with a point, as "
        + text.replacing(",", with: "."), column: offset + 1)
  }

  private var tooLong: PresetError {
    fail("longer than any row of numbers; expected x,y", column: nil)
  }

  private func fail(_ message: String, at place: Int, of row: PointFields) -> PresetError {
    fail(message, column: row.offset(place) + 1)
  }

  private func fail(_ message: String, column: Int?) -> PresetError {
    PresetError(.malformed, file: file, at: .init(line: lineNumber, column: column), message)
  }

  /// What was wrong before there were lines.
  private func placed(_ error: PresetError) -> PresetError {
    error.file.isEmpty ? PresetError(.malformed, file: file, error.message) : error
  }
}
