/// A line of the ledger's files: one JSON object that ends in a check over the rest of the line,
/// so that a line which was edited, or comes from elsewhere, shows.
enum LedgerLine {
  private static let label = ",\"check\":\""
  /// Of the check and what closes the line: `"0123456789abcdef"}`.
  private static let tail = 18

  /// The line, its end included.
  static func sealed(_ entries: [JSON.Entry]) -> String {
    let text = String(JSON.object(entries).line.dropLast())
    return "\(text)\(label)\(check(text.utf8))\"}\n"
  }

  /// Whether a line, its end left out, is one that was written here.
  static func isWhole(_ line: some BidirectionalCollection<UInt8>) -> Bool {
    guard let text = text(of: line) else { return false }
    return line.suffix(tail).elementsEqual("\(check(text))\"}".utf8)
  }

  /// What stands in a line that ``isWhole(_:)``.
  /// - Throws: ``StoreError`` where it is no JSON.
  static func fields(_ line: some BidirectionalCollection<UInt8>) throws(StoreError) -> JSONFields {
    guard isWhole(line) else { throw foreign }
    var fields = try JSONFields(JSONReader.value(line))
    _ = fields.take("check")
    return fields
  }

  static let foreign = StoreError(
    .malformed, "not a line that was written here; take it out, or put the file away")

  /// The line up to its check.
  private static func text<Bytes: BidirectionalCollection<UInt8>>(
    of line: Bytes
  ) -> Bytes.SubSequence? {
    let rest = line.dropLast(tail)
    guard rest.suffix(label.utf8.count).elementsEqual(label.utf8) else { return nil }
    return rest.dropLast(label.utf8.count)
  }

  private static func check(_ text: some Sequence<UInt8>) -> String {
    RunSummary.hexadecimal(Fingerprint.of(text))
  }
}

/// FNV-1a over bytes: it tells apart what was changed by accident or in good faith.
enum Fingerprint {
  static func of(_ bytes: some Sequence<UInt8>) -> UInt64 {
    FNV1a.hash(bytes)
  }
}
