import Plotting
import Testing

@Suite struct RectTests {
  @Test func `taking a side leaves the rest`() {
    var rest = Rect(column: 0, row: 0, columns: 10, rows: 6)
    #expect(rest.takeTop(1) == Rect(column: 0, row: 0, columns: 10, rows: 1))
    #expect(rest.takeBottom(2) == Rect(column: 0, row: 4, columns: 10, rows: 2))
    #expect(rest.takeLeft(3) == Rect(column: 0, row: 1, columns: 3, rows: 3))
    #expect(rest.takeRight(4) == Rect(column: 6, row: 1, columns: 4, rows: 3))
    #expect(rest == Rect(column: 3, row: 1, columns: 3, rows: 3))
  }

  @Test func `never more is taken than there is`() {
    var rest = Rect(column: 0, row: 0, columns: 2, rows: 2)
    #expect(rest.takeTop(9).rows == 2)
    #expect(rest.isEmpty)
    #expect(rest.takeLeft(-1).columns == 0)
  }

  @Test func `what lies apart has nothing in common`() {
    let left = Rect(column: 0, row: 0, columns: 3, rows: 3)
    let right = Rect(column: 5, row: 0, columns: 3, rows: 3)
    #expect(left.intersection(right).isEmpty)
    #expect(
      left.intersection(Rect(column: 1, row: 1, columns: 9, rows: 9))
        == Rect(column: 1, row: 1, columns: 2, rows: 2))
  }
}
