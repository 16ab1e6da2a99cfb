import Adversarial
import Foundation
import Notebook
import Testing

/// Rows of points: what is read, and where it is refused.
@Suite struct PointReaderTests {
  private func read(_ text: String, pieces: Int = 1 << 20) throws -> PointSet {
    var reader = PointReader(name: "p.csv", file: "p.csv")
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      try reader.take(Array(rest.prefix(pieces)))
      rest = rest.dropFirst(pieces)
    }
    return try reader.finish().set
  }

  private func sentence(_ text: String) -> String {
    do {
      _ = try read(text)
      return ""
    } catch {
      return "\(error)"
    }
  }

  @Test(
    arguments: [
      "1,2\n-3.5,4e-1\n", "x,y\n1,2\n-3.5,0.4", "\u{FEFF}x;y\r\n1;2\r\n-3.5;.4\r\n",
      "1,2\r-3.5,0.4\r", "x,y\r1,2\r\r-3.5,0.4", "1,2\r\n-3.5,0.4\r\n", "1,2\n\r-3.5,0.4",
      "Gr\u{F6}\u{DF}e \"a, b\";y\n1;2\n-3.5;0.4", "1\t2\n-3.5\t\t0.4\n",
      "# mine\n\n1\t2\n\n-3.5\t0.40\n", " 1   2\n  -3.5 +0.4 \n",
      "\"x\",\"y\"\n\"1\",\"2\"\n-3.5,\"0.4\"",
    ])
  func `rows are read however they are parted`(text: String) throws {
    for pieces in [1, 3, 1 << 20] {
      #expect(try read(text, pieces: pieces).points == [SIMD2(1, 2), SIMD2(-3.5, 0.4)])
    }
  }

  @Test(
    arguments: [
      ("", "p.csv: no points; expected rows of two numbers, as 1.5,-2"),
      ("x,y\n", "p.csv: no points; expected rows of two numbers, as 1.5,-2"),
      ("1,2\n3,abc\n", "p.csv:2:3: expected a number for y, not 'abc'"),
      ("1,2\nx,y\n", "p.csv:2:1: expected a number for x, not 'x'"),
      ("1,2\n3, \n", "p.csv:2:3: expected a number for y, not nothing"),
      ("1,2\n\n4\n", "p.csv:3:1: expected two numbers, x and y, not 1 field"),
      (
        "a,b,c\n1,2,3\n",
        "p.csv:1:1: expected two numbers, x and y, not 3 fields; --columns a,b chooses two of them"
      ),
      (
        "1,2,3\n",
        "p.csv:1:1: expected two numbers, x and y, not 3 fields; --columns 1,2 chooses two of them"
      ),
      (
        "1,2\n1;2;3\n",
        "p.csv:2:1: expected two numbers, x and y, not 3 fields; "
          + "--columns 1,2 chooses two of them"
      ),
      ("1,2\n1,5;2\n", "p.csv:2:1: '1,5' has a decimal comma; write numbers with a point, as 1.5"),
      (
        "a;b\n-0,25;3\n",
        "p.csv:2:1: '-0,25' has a decimal comma; write numbers with a point, as -0.25"
      ),
      (
        "-1\t0,5e3\n",
        "p.csv:1:4: '0,5e3' has a decimal comma; write numbers with a point, as 0.5e3"
      ),
      (
        "\"1,5\",\"2\"\n",
        "p.csv:1:2: '1,5' has a decimal comma; write numbers with a point, as 1.5"
      ),
      ("NA,NA\n5,6\n", "p.csv:1:1: expected a number for x, not 'NA'"),
      ("nan;-inf\n5;6\n", "p.csv:1:1: expected a number for x, not 'nan'"),
      ("x,NaN\n5,6\n", "p.csv:1:1: expected a number for x, not 'x'"),
      ("1e999,1e999\n5,6\n", "p.csv:1:1: expected a number for x, not '1e999'"),
      ("N/A null\n5 6\n", "p.csv:1:1: expected a number for x, not 'N/A'"),
      (",\n5,6\n", "p.csv:1:1: expected a number for x, not nothing"),
      ("1,2\nnan,2\n", "p.csv:2:1: expected a number for x, not 'nan'"),
      ("1,2\n1,inf\n", "p.csv:2:3: expected a number for y, not 'inf'"),
      (
        "1,2\n1,1e99\n",
        "p.csv:2:3: expected a number from -1000000 to 1000000 for y, not '1e99'; "
          + "--fit moves and scales the points"
      ),
      (
        "1,2\n 1,2000000\n",
        "p.csv:2:4: expected a number from -1000000 to 1000000 for y, not '2000000'; "
          + "--fit moves and scales the points"
      ),
      ("1,2\n\u{1b}[2J,3", "p.csv:2:1: expected a number for x, not '\u{FFFD}[2J'"),
    ])
  func `a row that is none is named with line, column and what was expected`(
    text: String, sentence: String
  ) {
    #expect(self.sentence(text) == sentence)
  }

  @Test func `a row that has no end is refused before it fills the memory`() {
    #expect(sentence("1,2\n" + String(repeating: "1", count: 70_000)).hasPrefix("p.csv:2: longer"))
  }

  @Test func `of many rows some are kept, evenly, and always the same`() throws {
    let count = 4 * PointSet.most
    let text = (0..<count).map { "\($0),0\n" }.joined()
    let set = try read(text)
    #expect(set.points.count == PointSet.most && set.rowCount == count)
    #expect(try read(text, pieces: 1_000) == set)
    #expect(Set(set.points).count == PointSet.most, "no row is kept twice")
    for quarter in 0..<4 {
      let range = Float(quarter * PointSet.most)..<Float((quarter + 1) * PointSet.most)
      let kept = set.points.count { range.contains($0.x) }
      #expect(abs(kept - PointSet.most / 4) < 220, "quarter \(quarter) has \(kept)")
    }
  }
}
