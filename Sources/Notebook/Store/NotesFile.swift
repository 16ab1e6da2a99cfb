/// The file `notes.md`: headings `## step 1200` with what was written there. People edit it with
/// whatever they like; everything in it stays as it is.
public struct NotesFile: Sendable, Equatable {
  static let name = "notes.md"
  static let limit = 1 << 22

  /// One heading and what stands under it.
  public struct Entry: Sendable, Equatable {
    /// The step that the heading names; nil before the first such heading.
    public let step: Int?
    /// The text without blank lines at its ends; a mark alone has none.
    public let text: String

    public init(step: Int?, text: String) {
      self.step = step
      self.text = text
    }
  }

  /// In the order of the file.
  public let entries: [Entry]

  /// Reads any text; there is none that it refuses.
  public init(_ text: String) {
    var entries: [Entry] = []
    var step: Int?
    var lines: [Substring] = []
    func end() {
      let body = Self.trimmed(lines)
      if step != nil || !body.isEmpty { entries.append(Entry(step: step, text: body)) }
      lines = []
    }
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      guard let next = Self.step(of: line) else {
        lines.append(line)
        continue
      }
      end()
      step = next
    }
    end()
    self.entries = entries
  }

  /// The words to add at the end of the file for a mark (no text) or a note.
  ///
  /// - Parameter lastByte: of the file as it is, which somebody else may have left without a line
  ///   end; nil where it is empty.
  static func addition(step: Int, text: String, after lastByte: UInt8?) -> String {
    let gap = lastByte == nil ? "" : lastByte == 0x0A ? "\n" : "\n\n"
    // A line that looks like one of our headings would be read as one.
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map { Self.step(of: $0) == nil ? String($0) : " " + $0 }
    let body = lines.joined(separator: "\n")
    return gap + "## step \(step)\n" + (text.isEmpty ? "" : "\n\(body)\n")
  }

  private static func step(of line: Substring) -> Int? {
    guard line.hasPrefix("## step ") else { return nil }
    let digits = line.dropFirst(8).filter { $0 != " " }
    guard let step = Int(digits), (0...Preset.mostSteps).contains(step) else { return nil }
    return step
  }

  private static func trimmed(_ lines: [Substring]) -> String {
    let kept = lines.drop { $0.allSatisfy(\.isWhitespace) }
    let end = kept.lastIndex { !$0.allSatisfy(\.isWhitespace) } ?? kept.startIndex - 1
    return kept.isEmpty ? "" : kept[...end].joined(separator: "\n")
  }
}
