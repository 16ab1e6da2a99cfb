/// A table of plain cells as text: the header, whole lines, and what a crash left of the last.
package struct CSVText: Equatable {
  let header: Substring
  let rows: [Substring]
  /// Bytes of whole lines.
  let length: Int
  /// Whether the last line has no end.
  let isTorn: Bool

  /// - Throws: ``StoreError`` where the bytes are no text.
  package init(_ bytes: some Collection<UInt8>, file: String) throws(StoreError) {
    let bytes = Array(bytes)
    let whole = bytes.prefix((bytes.lastIndex(of: 0x0A) ?? -1) + 1)
    guard let text = String(validating: whole, as: UTF8.self) else {
      throw StoreError(.malformed, "not a text in UTF-8").inFile(file)
    }
    length = whole.count
    isTorn = length < bytes.count
    var lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
      .map { Substring($0) }
    lines = lines.dropLast()
    header = lines.first ?? ""
    rows = Array(lines.dropFirst())
  }
}
