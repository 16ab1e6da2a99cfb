import Plotting
import Testing

@Suite struct HeatmapTests {
  private func level(_ values: [Float]) -> UInt8? {
    var map = Heatmap()
    for value in values { map.take([value], columns: 1, rows: 1) }
    return map.level(row: 0, of: 1, column: 0, of: 1)
  }

  @Test(arguments: [
    (-1, 0), (-0.88, 0), (-0.87, 1), (-0.13, 3), (-0.12, 4), (0, 4), (0.12, 4), (0.13, 5),
    (0.87, 7),
    (0.88, 8), (1, 8), (-30, 0), (30, 8),
  ])
  func `a value has one of nine levels, alike on both sides of the middle`(
    value: Float, expected: UInt8
  ) {
    #expect(level([value]) == expected)
  }

  @Test func `what is not a number is not known`() {
    #expect(level([.nan]) == nil)
    #expect(level([0.9, .nan]) == nil)
    #expect(level([.nan, 0.9]) == 8)
    #expect(level([.infinity]) == 8)
  }

  @Test func `a value near a boundary keeps its level`() {
    #expect(level([0.12, 0.13]) == 4)
    #expect(level([0.13, 0.12]) == 5)
    #expect(level([0.12, 0.19]) == 5)
    #expect(level([0.12, 0.9]) == 8)
    #expect(level([-0.12, -0.13]) == 4)
    #expect(level([-0.13, -0.12]) == 3)
  }

  @Test func `another grid starts afresh`() {
    var map = Heatmap()
    map.take([0.12], columns: 1, rows: 1)
    map.take([0.13, 0.13], columns: 2, rows: 1)
    #expect(map.levels == [5, 5])
  }

  @Test func `a field is drawn at any size`() {
    var map = Heatmap()
    map.take([-1, 1, -1, 1], columns: 2, rows: 2)
    #expect((0..<4).map { map.level(row: 0, of: 8, column: $0, of: 4) } == [0, 0, 8, 8])
    #expect(map.level(row: 8, of: 8, column: 0, of: 4) == nil)
    #expect(Heatmap().level(row: 0, of: 1, column: 0, of: 1) == nil)
  }

  @Test func `a part has the levels of its places, and none beyond the area`() {
    var map = Heatmap()
    map.take([-1, -0.5, 0.5, 1], columns: 2, rows: 2)
    func levels(_ start: SIMD2<Double>, _ end: SIMD2<Double>) -> [UInt8?] {
      let part = map.part(from: start, to: end, columns: 2, rows: 2)
      return (0..<4).map { part.level(row: $0 / 2, of: 2, column: $0 % 2, of: 2) }
    }
    #expect(levels(SIMD2(0, 0), SIMD2(1, 1)) == [0, 2, 6, 8])
    #expect(levels(SIMD2(0.5, 0), SIMD2(1, 0.5)) == [2, 2, 2, 2])
    #expect(levels(SIMD2(0.5, 0.5), SIMD2(1.5, 1.5)) == [8, nil, nil, nil])
    let none = Heatmap().part(from: SIMD2(0, 0), to: SIMD2(1, 1), columns: 1, rows: 1)
    #expect(none.level(row: 0, of: 1, column: 0, of: 1) == nil)
  }
}
