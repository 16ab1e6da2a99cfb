import Adversarial
import Plotting
import Testing

@testable import Workbench

/// Figure 16 alive: costs over D(G(z)), and the minibatch on them.
@Suite struct CostCellsTests {
  private func frame(_ columns: Int, _ rows: Int, glyphs: Glyphs = .unicode) -> Frame {
    var frame = Frame(columns: columns, rows: rows)
    CostCells(costs: Fixture.costs, glyphs: glyphs).draw(into: &frame, in: frame.area)
    return frame
  }

  /// The cells of a look, as rows and columns.
  private func cells(_ frame: Frame, where isWanted: (Cell) -> Bool) -> [(row: Int, column: Int)] {
    (0..<frame.rows).flatMap { row in
      (0..<frame.columns).filter { isWanted(frame[row, $0]) }.map { (row, $0) }
    }
  }

  @Test func `samples stand on the curves, over their D(G(z))`() {
    let frame = frame(63, 30)
    // 60 columns from the third on; the picture has 21 rows, and 0 is in the middle.
    func dots(_ column: Int) -> [Int] {
      cells(frame) { $0.character == "●" }.filter { $0.column == column }.map(\.row)
    }
    // D(G(z)) = 0.03: −½ log 0.03 = 1.75 for the one, and 0 from below for the others.
    #expect(dots(3 + 1) == [6, 10])
    // D(G(z)) = 0.95: 0.03; ½ log 0.05 = −1.5; −9.5 is beyond, at the edge.
    #expect(dots(3 + 56) == [10, 13, 20])
    #expect(dots(3 + 45) == [])
  }

  @Test func `the shares say how much of the minibatch is where`() {
    let wide = frame(63, 30).lines
    #expect(wide.contains { $0.contains("60 % rejected") && $0.contains("30 % unsure") })
    #expect(wide.contains { $0.hasSuffix("10 % taken for real") })
    let narrow = frame(26, 13).lines
    #expect(narrow.contains { $0.contains("60 %") && $0.hasSuffix("10 %") })
  }

  @Test(arguments: [Float(0.03), 0.5, 0.95])
  func `shares keep apart at every width`(belief: Float) {
    var costs = Fixture.costs
    costs.beliefs = Array(repeating: belief, count: 100)
    for columns in 20...90 {
      var frame = Frame(columns: columns, rows: 12)
      CostCells(costs: costs, glyphs: .ascii).draw(into: &frame, in: frame.area)
      let shares = frame.lines.last ?? ""
      let words = shares.split(separator: " ")
      let numbers = words.indices.filter { words[$0] == "%" }.map { words[$0 - 1] }
      #expect(numbers.sorted() == ["0", "0", "100"], "\(columns): \(shares)")
    }
  }

  @Test func `the table has the mean cost and slope, what is played first and marked`() {
    let lines = frame(63, 30).lines.suffix(4)
    #expect(lines.first?.contains("|∂J_G/∂l|") == true)
    let played = lines.dropFirst().first ?? ""
    #expect(played.hasPrefix("▸ non-saturating") && played.contains("1.753"), "\(played)")
    #expect(lines.count { $0.contains("▸") } == 1)
  }

  @Test(arguments: [(63, 30), (34, 17), (26, 13), (22, 11), (20, 6)])
  func `curves have names, axes have ends, and letters do without dots`(columns: Int, rows: Int) {
    for glyphs in [Glyphs.unicode, .ascii] {
      let frame = frame(columns, rows, glyphs: glyphs)
      #expect(frame.lines.contains { $0.contains("0") && $0.hasSuffix("1") })
      if rows >= 11 {
        #expect(frame.lines.contains { $0.contains("non-saturating") })
        #expect(frame.lines.contains { $0.hasPrefix(" 0") })
      }
      guard !glyphs.hasBraille, rows >= 11 else { continue }
      #expect(frame.lines.joined().unicodeScalars.allSatisfy { $0.isASCII || $0 == "∂" })
      for letter in ["+", "~", "*"] as [Character] {
        #expect(frame.lines.joined().contains(letter), "\(letter) at \(columns)×\(rows)")
      }
    }
  }

  @Test func `a minibatch that is not finite is drawn as none`() {
    var costs = Fixture.costs
    costs.beliefs = [.nan, .infinity]
    costs.curves[0].cost = .nan
    var frame = Frame(columns: 63, rows: 30)
    CostCells(costs: costs, glyphs: .unicode).draw(into: &frame, in: frame.area)
    #expect(cells(frame) { $0.character == "●" }.isEmpty)
    #expect(frame.lines.contains { $0.contains("0 % rejected") })
  }

  // MARK: On the page

  @Test(arguments: [(120, 40), (80, 24), (60, 20)])
  func `v turns to the costs where the page compares them`(columns: Int, rows: Int) {
    var plain = Fixture.running(columns, rows)
    for _ in 0..<6 {
      _ = plain.update(.key(.character("v")))
      #expect(!plain.view().lines[1].contains("G's cost"))
    }
    var bench = Fixture.comparingCosts(columns, rows)
    #expect(bench.view().lines[1].contains("G's cost"))
    #expect(
      bench.view().lines.contains { $0.contains("J_G over D(G(z))") || $0.contains("over its") })
    for _ in 0..<5 { _ = bench.update(.key(.character("v"))) }
    #expect(!bench.view().lines[1].contains("G's cost"))
    _ = bench.update(.key(.character("v")))
    #expect(bench.view().lines[1].contains("G's cost"))
  }

  @Test(arguments: ["i", "+", "4", "L"] as [Character])
  func `keys of the plane bring the plane back`(key: Character) {
    var bench = Fixture.comparingCosts()
    #expect(bench.state.planeAreas.isEmpty)
    _ = bench.update(.key(.character(key)))
    #expect(!bench.view().lines[1].contains("G's cost"))
    #expect(bench.view().lines[1].contains("● real"))
    #expect(!bench.state.planeAreas.isEmpty)
  }

  @Test func `the mouse finds no plane where the costs are`() {
    var bench = Fixture.comparingCosts()
    let before = bench.view()
    _ = bench.update(.plane(.zoom(notches: 1, at: ScreenPlace(column: 20, row: 10))))
    _ = bench.update(.plane(.crosshair(at: ScreenPlace(column: 20, row: 10))))
    #expect(bench.view() == before)
  }
}
