import Foundation

/// The package as text: what the tidy tests read.
enum Repository {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// A text file, by its path from the root.
  struct File: Sendable {
    let path: String
    let text: String

    var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
    var name: String { (path as NSString).lastPathComponent }
    var stem: String { (name as NSString).deletingPathExtension }

    /// The text without its comments, as far as a line tells.
    var code: String {
      lines.map { line in
        guard let start = line.range(of: "//") else { return String(line) }
        // A slash pair in a string, as in an address, is no comment.
        let before = line[..<start.lowerBound]
        return before.count { $0 == "\"" }.isMultiple(of: 2) ? String(before) : String(line)
      }.joined(separator: "\n")
    }
  }

  /// The files below a folder that end in one of these, sorted by path.
  static func files(in folder: String, _ endings: Set<String>) -> [File] {
    let base = root.appendingPathComponent(folder)
    let paths = FileManager.default.enumerator(atPath: base.path)?.compactMap { $0 as? String }
    return (paths ?? []).sorted()
      .filter { endings.contains(($0 as NSString).pathExtension) }
      .compactMap { path in file(folder + "/" + path) }
  }

  static func file(_ path: String) -> File? {
    guard let text = try? String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
    else { return nil }
    return File(path: path, text: text)
  }

  /// The names in a folder, hidden ones too.
  static func names(in folder: String) -> [String] {
    let path = root.appendingPathComponent(folder).path
    return ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }

  static var sources: [File] { files(in: "Sources", ["swift", "c", "h"]) }
  static var tests: [File] { files(in: "Tests", ["swift", "c", "h"]) }
}
