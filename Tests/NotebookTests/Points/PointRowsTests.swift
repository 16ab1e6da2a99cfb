import Adversarial
import Foundation
import Notebook
import Testing

/// Rows stay doubles up to the fit.
@Suite struct PointRowsTests {
  private func rows(_ text: String, fits: Bool = true) throws -> PointRows {
    var reader = PointReader(name: "p.csv", file: "p.csv", for: .option(fits: fits))
    try reader.take(Array(text.utf8))
    return try reader.finish()
  }

  @Test func `fitted points lie around the origin, as far out as was asked`() throws {
    let set = try rows("100,1\n104,3\n102,-1\n").fitted(to: 2)
    #expect(set.points.map(\.x) == [-2, 2, 0] && set.points.map(\.y) == [0, 2, -2])
    #expect(try rows("5,5\n").fitted(to: 2).points == [[0, 0]])
  }

  @Test(
    arguments: [
      ("101325.026,20\n101325.001,21\n101324.978,22\n", 3),
      ("1700000000,101325.11\n1700000600,101325.12\n", 2),
      ("5e-40,2e-40\n-3e-40,1e-40\n4e-40,-2e-40\n", 3),
      ("1e-48,2e-48\n-3e-48,1e-48\n5e-48,-2e-48\n", 3),
      ("5e-324,0\n-5e-324,0\n1e-323,0\n", 3),
      ("1.7e308,1\n-1.7e308,2\n1.5e308,3\n", 3), ("1e308,1e-308\n2e-308,1e308\n", 2),
      ("-0,7\n0,7\n", 1), ("1e-400,1\n0,1\n", 1),
    ])
  func `any finite numbers can be fitted, and none are rounded before`(
    text: String, distinct: Int
  ) throws {
    for reach in [0.1, 2, 10] {
      let points = try rows(text).fitted(to: reach).points
      #expect(points.allSatisfy { abs($0.x) <= Float(reach) && abs($0.y) <= Float(reach) })
      #expect(Set(points).count == distinct)
      let widest = points.map { max(abs($0.x), abs($0.y)) }.max()
      #expect(distinct == 1 || widest == Float(reach))
    }
  }

  @Test func `the range is asked of points that are not fitted`() throws {
    let text = "388085.76,3949016.44\n388086.96,3948983.4\n"
    #expect(throws: PresetError.self) { try rows(text, fits: false) }
    #expect(Set(try rows(text).fitted(to: 2).points).count == 2)
  }

  @Test func `numbers stay as they were written`() throws {
    #expect(try rows("100.7,3\n-5.3,12.1\n", fits: false).reach == 100.7)
    let near = try rows("101325.026,1\n101325.027,1\n", fits: false)
    #expect(near.distinct == (2, 1))
  }

  @Test func `a copy comes back to the bit`() throws {
    var dice = Dice(state: 5)
    let bits = (0..<4_000).map { _ in
      Float(bitPattern: UInt32.random(in: 0...UInt32.max, using: &dice))
    }
    let hostile: [Float] = [
      0, -0, .leastNonzeroMagnitude, -.leastNonzeroMagnitude, .leastNormalMagnitude, 1e6, -1e6,
      1 / 3, 16_777_216 / 16.78, .leastNormalMagnitude / 3,
    ]
    let numbers = (bits + hostile).filter { abs($0) <= 1e6 }
    let points = zip(numbers, numbers.reversed()).map { SIMD2($0, $1) }
    let set = PointSet(name: "p", points: points)
    var reader = PointReader(name: "p", file: "p", for: .copy)
    try reader.take(Array(("x,y\n" + points.map { "\($0.x),\($0.y)\n" }.joined()).utf8))
    #expect(try reader.finish().set.digest == set.digest)
  }
}
