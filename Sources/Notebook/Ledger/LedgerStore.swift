private import Adversarial
public import Experiments
private import Foundation

/// What the trials of a notebook have found, kept in its folder: two files that only grow, a line
/// a seed's finding and a line a game's evidence.
///
/// Several programs may write at once. A last line that was torn by a crash is cut off before the
/// next one is added; a line that was edited, or comes from elsewhere, is refused in reading.
public struct LedgerStore: Sendable {
  private let notebook: String
  private let product: String

  static let findingsName = "findings.jsonl"
  static let evidenceName = "evidence.jsonl"

  /// - Parameters:
  ///   - notebook: the notebook's folder; its folder `ledger` is made when something is kept.
  ///   - product: what was found by another product is passed over: "ganbook 0.1.0".
  public init(notebook: String, product: String) {
    self.notebook = notebook
    self.product = product
  }

  // MARK: Reading

  /// The findings of these pages' trials as their rules stand now, by this product on kernels of
  /// this kind; of one place the newest.
  /// - Throws: ``StoreError`` with the line that was not written here.
  public func findings(of pages: [Experiment]) throws(StoreError) -> [LedgerFinding] {
    let trials = Set(pages.compactMap { page in page.trial?.key(on: page) })
    var findings: [LedgerFinding] = []
    var places: [LedgerFinding.Place: Int] = [:]
    try read(Self.findingsName) { line throws(StoreError) in
      guard let finding = try finding(line), trials.contains(finding.place.trial) else { return }
      if let place = places[finding.place] {
        findings[place] = finding
      } else {
        places[finding.place] = findings.count
        findings.append(finding)
      }
    }
    return findings
  }

  /// The evidence of some games and seeds: of each the longest there is.
  func evidence(
    of games: [(game: String, seed: UInt64)]
  ) throws(StoreError) -> [String: ArmEvidence] {
    let wanted = Set(games.map { KeptEvidence.beginning(of: $0.game, seed: $0.seed) })
    var found: [String: ArmEvidence] = [:]
    try read(Self.evidenceName) { line throws(StoreError) in
      guard let beginning = Self.beginning(of: line), wanted.contains(beginning) else { return }
      var fields = try LedgerLine.fields(line)
      guard try isOurs(&fields) else { return }
      let kept = try KeptEvidence(&fields)
      guard kept.evidence.steps >= found[beginning]?.steps ?? 0 else { return }
      found[beginning] = kept.evidence
    }
    return found
  }

  /// `{"game":…,"seed":…,`, which tells without reading the rest whether a line is wanted.
  private static func beginning(of line: some Collection<UInt8>) -> String? {
    var commas = 0
    let head = line.prefix { byte in
      if byte == UInt8(ascii: ",") { commas += 1 }
      return commas < 2
    }
    return commas == 2 ? String(decoding: head, as: UTF8.self) + "," : nil
  }

  private func finding(
    _ line: some BidirectionalCollection<UInt8>
  ) throws(StoreError) -> LedgerFinding? {
    var fields = try LedgerLine.fields(line)
    return try isOurs(&fields) ? try LedgerFinding(&fields) : nil
  }

  /// Whether the same product found it on kernels of the same bits.
  private func isOurs(_ fields: inout JSONFields) throws(StoreError) -> Bool {
    let product = try fields.text("product")
    let kernel = try fields.text("kernel")
    return product == self.product && kernel == Run.kernel
  }

  private func read(
    _ name: String, _ take: (ArraySlice<UInt8>) throws(StoreError) -> Void
  ) throws(StoreError) {
    guard let bytes = try bytes(name) else { return }
    var rest = bytes[...]
    var number = 1
    // What follows the last line end was torn.
    while let end = rest.firstIndex(of: 0x0A) {
      let line = rest[..<end]
      do throws(StoreError) {
        guard LedgerLine.isWhole(line) else { throw LedgerLine.foreign }
        try take(line)
      } catch {
        throw error.inFile("ledger/" + name, line: number)
      }
      rest = rest[(end + 1)...]
      number += 1
    }
  }

  /// Nil where nothing has been kept yet.
  private func bytes(_ name: String) throws(StoreError) -> [UInt8]? {
    guard let notebook = try? Folder(following: notebook) else { return nil }
    do {
      return try notebook.folder("ledger").read(name, limit: 1 << 30)
    } catch  where error.kind == .missing {
      return nil
    }
  }

  // MARK: Writing

  func add(_ finding: LedgerFinding) throws(StoreError) {
    try add(finding.entries, to: Self.findingsName)
  }

  func add(_ kept: KeptEvidence) throws(StoreError) {
    try add(kept.entries, to: Self.evidenceName)
  }

  private func add(_ entries: [JSON.Entry], to name: String) throws(StoreError) {
    let folder = try Folder.make(path: notebook).make("ledger")
    let ours = [
      JSON.Entry("product", .text(product)), JSON.Entry("kernel", .text(Run.kernel)),
    ]
    let line = Data(LedgerLine.sealed(entries + ours).utf8)
    let isNew = folder.kind(name) == nil
    let file = try folder.append(name)
    defer { try? file.close() }
    // Where the file system knows no locks, two writers are up to the person.
    _ = flock(file.fileDescriptor, LOCK_EX)
    do {
      try Self.cutTornEnd(file)
      try file.write(contentsOf: line)
      try file.synchronize()
      if isNew { folder.sync() }
    } catch {
      throw Disk.fail(error, folder.place(name))
    }
  }

  /// Takes away what a crash left behind the last line end.
  private static func cutTornEnd(_ file: FileHandle) throws {
    var end = try file.seekToEnd()
    let size = end
    while end > 0 {
      try file.seek(toOffset: end - 1)
      if try file.read(upToCount: 1)?.first == 0x0A { break }
      end -= 1
    }
    if end < size { try file.truncate(atOffset: end) }
  }
}
