import Foundation
import Testing

/// The examples that the package's texts hold: what a reader may copy.
enum Examples {
  /// A line for a shell, and where it stands.
  struct Line: Sendable, CustomTestStringConvertible {
    let place: String
    let text: String
    var testDescription: String { "\(place): \(text)" }
  }

  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func text(_ path: String) -> String {
    (try? String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)) ?? ""
  }

  /// The files below a folder with this ending, sorted by path.
  static func files(in folder: String, _ ending: String) -> [String] {
    let names = FileManager.default.enumerator(atPath: root.appendingPathComponent(folder).path)?
      .compactMap { $0 as? String }
    return (names ?? []).filter { $0.hasSuffix("." + ending) }.sorted().map { folder + "/" + $0 }
  }

  /// README without the part that needs a page which the reader is still to write.
  static var readme: String {
    let text = text("README.md")
    guard let begin = text.range(of: "\n## Add a page"),
      let end = text.range(of: "\n## ", range: begin.upperBound..<text.endIndex)
    else { return text }
    return String(text[..<begin.lowerBound] + text[end.lowerBound...])
  }

  /// The fenced blocks of a text in one of these languages; doc comments lose their slashes.
  static func blocks(_ text: String, _ languages: String...) -> [String] {
    var blocks: [String] = []
    var block: [String]?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let slashes = line.prefix { $0 == " " }.count
      let rest = line.dropFirst(slashes)
      let isComment = rest.hasPrefix("///")
      let plain = isComment ? String(rest.dropFirst(rest.hasPrefix("/// ") ? 4 : 3)) : String(line)
      if plain.hasPrefix("```") {
        if let whole = block {
          blocks.append(whole.joined(separator: "\n"))
          block = nil
        } else if languages.contains(String(plain.dropFirst(3))) {
          block = []
        }
      } else {
        block?.append(plain)
      }
    }
    return blocks
  }

  /// What stands between two backticks on one line, in a text or in the comments of a source.
  static func spans(_ text: String, commentsOnly: Bool) -> [String] {
    var isInBlock = false
    return text.split(separator: "\n").flatMap { line -> [String] in
      let bare = line.drop { $0 == " " }
      if bare.hasPrefix("```") { isInBlock.toggle() }
      guard !isInBlock, !commentsOnly || bare.hasPrefix("//") else { return [] }
      return line.split(separator: "`", omittingEmptySubsequences: false).enumerated()
        .filter { !$0.offset.isMultiple(of: 2) }.map { String($0.element) }
    }
  }

  /// Commands that want a name: without one they are only spoken of.
  private static let named = [
    "run", "show", "merge", "export", "resume", "replay", "delete", "verify",
  ]

  /// A command as it can be typed: no `RUN`, `[…]` or `…` for the reader to fill in.
  static func isWhole(_ command: String) -> Bool {
    let words = command.split(separator: " ").map(String.init)
    let rest = words.dropFirst(2)
    guard
      words.count < 2 || !named.contains(words[1]) || rest.contains("--all")
        || rest.contains(where: { !$0.hasPrefix("-") })
    else { return false }
    return words.first == "ganbook" && words.count > 1 && !command.contains(where: "[]…".contains)
      && !words.contains { $0.count > 2 && $0.allSatisfy { $0.isUppercase || $0 == "=" } }
  }

  /// Every command that a reader can copy, out of README, comments, help texts and presets.
  static var commands: [Line] {
    var lines: [Line] = []
    for block in blocks(readme, "sh") where !block.hasPrefix("#!") {
      let joined = block.replacingOccurrences(of: "\\\n", with: "")
      for line in joined.split(separator: "\n")
      where line.hasPrefix("ganbook ") || line.contains("| ganbook ")
        || line.hasPrefix("parallel ")
      {
        lines.append(Line(place: "README", text: String(line)))
      }
    }
    lines += spans(readme, commentsOnly: false).filter(isWhole)
      .map { Line(place: "README", text: $0) }
    let sources = ["Sources", "Tests"].flatMap { files(in: $0, "swift") }
    for path in sources {
      let text = text(path)
      lines += spans(text, commentsOnly: true).filter(isWhole).map { Line(place: path, text: $0) }
      guard path.hasPrefix("Sources/ganbook") else { continue }
      lines += helpLines(text).map { Line(place: path, text: $0) }
    }
    return lines
  }

  /// The examples of a help text: indented, with what they do behind two blanks or more.
  private static func helpLines(_ text: String) -> [String] {
    text.split(separator: "\n").compactMap { line in
      let bare = line.drop { $0 == " " }
      guard bare.hasPrefix("ganbook "), line.count - bare.count >= 4 else { return nil }
      let command = bare.firstRange(of: /\ {2,}/).map { bare[..<$0.lowerBound] } ?? bare
      return isWhole(String(command)) ? String(command) : nil
    }
  }
}
