import Plotting
import Testing

@Suite struct HeatmapTests {
  private func level(_ values: [Float]) -> UInt8? {
    var map = Heatmap()
    for value in values { map.take([value], columns: 1, rows: 1) }
    return map.level(row: 0, of: 1, column: 0, of: 1)
  }

  @Test(arguments: [(0, 0), (0.124, 0), (0.13, 1), (0.5, 4), (0.999, 7), (1, 7), (-3, 0), (9, 7)])
  func `a probability has one of eight levels`(value: Float, expected: UInt8) {
    #expect(level([value]) == expected)
  }

  @Test func `what is not a number is undecided`() {
    #expect(level([.nan]) == 3)
    #expect(level([.infinity]) == 3)
  }

  @Test func `a value near a boundary keeps its level`() {
    #expect(level([0.49, 0.51]) == 3)
    #expect(level([0.51, 0.49]) == 4)
    #expect(level([0.49, 0.54]) == 4)
    #expect(level([0.49, 0.9]) == 7)
  }

  @Test func `another grid starts afresh`() {
    var map = Heatmap()
    map.take([0.49], columns: 1, rows: 1)
    map.take([0.51, 0.51], columns: 2, rows: 1)
    #expect(map.levels == [4, 4])
  }

  @Test func `a field is drawn at any size`() {
    var map = Heatmap()
    map.take([0, 1, 0, 1], columns: 2, rows: 2)
    #expect((0..<4).map { map.level(row: 0, of: 8, column: $0, of: 4) } == [0, 0, 7, 7])
    #expect(map.level(row: 8, of: 8, column: 0, of: 4) == nil)
    #expect(Heatmap().level(row: 0, of: 1, column: 0, of: 1) == nil)
  }

  @Test func `a contour runs where the field passes a half`() {
    var map = Heatmap()
    map.take([0.4, 0.4, 0.6, 0.6], columns: 4, rows: 1)
    let contours = (0..<4).map { map.contour(row: 0, of: 1, column: $0, of: 4) }
    #expect(contours == [nil, nil, 4, nil])
  }

  @Test func `a part has the levels of its places, and none beyond the area`() {
    var map = Heatmap()
    map.take([0, 0.3, 0.6, 1], columns: 2, rows: 2)
    func levels(_ start: SIMD2<Double>, _ end: SIMD2<Double>) -> [UInt8?] {
      let part = map.part(from: start, to: end, columns: 2, rows: 2)
      return (0..<4).map { part.level(row: $0 / 2, of: 2, column: $0 % 2, of: 2) }
    }
    #expect(levels(SIMD2(0, 0), SIMD2(1, 1)) == [0, 2, 4, 7])
    #expect(levels(SIMD2(0.5, 0), SIMD2(1, 0.5)) == [2, 2, 2, 2])
    #expect(levels(SIMD2(0.5, 0.5), SIMD2(1.5, 1.5)) == [7, nil, nil, nil])
    let none = Heatmap().part(from: SIMD2(0, 0), to: SIMD2(1, 1), columns: 1, rows: 1)
    #expect(none.level(row: 0, of: 1, column: 0, of: 1) == nil)
    #expect(none.contour(row: 0, of: 1, column: 0, of: 1) == nil)
  }
}
