import Testing

/// One idea a file: a long one has two.
@Suite struct LengthTests {
  static let rows = 250
  /// Files that are longer, and how long they may be until somebody finds their second idea.
  static let outliers = [
    "Sources/Engine/Compiler/Execution.swift": 305,
    "Sources/Engine/Compiler/Lowering.swift": 270,
    "Sources/Engine/Compiler/PlanBuilder.swift": 340,
  ]
  static let columns = 100

  @Test func `files have at most 250 lines of at most 100 columns`() {
    let files = Repository.sources + Repository.tests
    #expect(files.count > 50)
    for file in files {
      let lines = file.lines
      let limit = Self.outliers[file.path] ?? Self.rows
      #expect(lines.count - 1 <= limit, "\(file.path): \(lines.count - 1) lines")
      for (index, line) in lines.enumerated() where line.count > Self.columns {
        Issue.record("\(file.path):\(index + 1): \(line.count) columns")
      }
    }
  }

  @Test func `files end with one line end, and no line with a blank or a tab inside`() {
    for file in Repository.sources + Repository.tests {
      #expect(file.text.hasSuffix("\n") && !file.text.hasSuffix("\n\n"), "\(file.path)")
      for (index, line) in file.lines.enumerated() {
        #expect(!line.hasSuffix(" ") && !line.contains("\t"), "\(file.path):\(index + 1)")
      }
    }
  }
}
