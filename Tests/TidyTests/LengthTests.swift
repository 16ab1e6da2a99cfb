import Testing

/// One idea a file: a long one has two.
@Suite struct LengthTests {
  static let rows = 250
  static let columns = 100

  @Test func `files have at most 250 lines of at most 100 columns`() {
    let files = Repository.sources + Repository.tests
    #expect(files.count > 50)
    for file in files {
      let lines = file.lines
      #expect(lines.count - 1 <= Self.rows, "\(file.path): \(lines.count - 1) lines")
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
