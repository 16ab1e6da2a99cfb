internal import Adversarial

/// The file `fingerprints.csv`: how the run stood at its measured steps and whenever it was
/// flushed; a replay is compared with every row.
package enum FingerprintFile {
  static let name = "fingerprints.csv"
  static let header = "step,commands,status,fingerprints\n"

  static func line(_ standing: Standing) -> String {
    let hashes = standing.fingerprints.map(RunSummary.hexadecimal).joined(separator: " ")
    return "\(standing.step),\(standing.commandCount),\(standing.status.word),\(hashes)\n"
  }

  /// Reads a file; a torn last line is left out.
  /// - Throws: ``StoreError`` with the line that is wrong.
  package static func read(_ text: CSVText) throws(StoreError) -> [Standing] {
    guard text.header + "\n" == header || (text.header.isEmpty && text.rows.isEmpty) else {
      throw StoreError(.malformed, "the first line must be '\(header.dropLast())'")
        .inFile(name, line: 1)
    }
    var standings: [Standing] = []
    for (index, row) in text.rows.enumerated() {
      guard let standing = standing(row),
        standings.last?.isAtOrBefore(step: standing.step, commandCount: standing.commandCount)
          ?? true
      else {
        throw StoreError(.malformed, "not a line that was written here")
          .inFile(name, line: index + 2)
      }
      standings.append(standing)
    }
    return standings
  }

  /// The rows of a file that are whole, whatever stands between them, and how many others there
  /// are.
  static func readable(_ bytes: [UInt8]) -> (standings: [Standing], lost: Int) {
    var standings: [Standing] = []
    var lost = 0
    for line in bytes.split(separator: 0x0A) where !line.elementsEqual(header.utf8.dropLast()) {
      let row = standing(Substring(String(decoding: line, as: UTF8.self)))
      let last = standings.last
      if let row, last?.isAtOrBefore(step: row.step, commandCount: row.commandCount) ?? true {
        standings.append(row)
      } else {
        lost += 1
      }
    }
    return (standings, lost)
  }

  private static func standing(_ row: Substring) -> Standing? {
    let cells = row.split(separator: ",", omittingEmptySubsequences: false)
    guard cells.count == 4, let step = Int(cells[0]), (0...Preset.mostSteps).contains(step),
      let count = Int(cells[1]), count >= 0, let status = RunStatus(word: cells[2], step: step)
    else { return nil }
    let hashes = cells[3].split(separator: " ", omittingEmptySubsequences: false)
    let fingerprints = hashes.compactMap { $0.utf8.count == 16 ? UInt64($0, radix: 16) : nil }
    guard fingerprints.count == hashes.count, hashes.count <= Run.mostColumns else { return nil }
    return Standing(
      step: step, commandCount: count, status: status, fingerprints: fingerprints)
  }
}

extension RunStatus {
  /// One word for files.
  var word: String {
    switch self {
    case .training: "training"
    case .paused: "paused"
    case .finished: "finished"
    case .diverged: "diverged"
    }
  }

  init?(word: some StringProtocol, step: Int) {
    switch word {
    case "training": self = .training
    case "paused": self = .paused
    case "finished": self = .finished
    case "diverged": self = .diverged(step: step)
    default: return nil
    }
  }
}
