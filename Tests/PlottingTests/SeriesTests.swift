import Plotting
import Testing

@Suite struct SeriesTests {
  @Test func `no spike is lost when values are gathered`() {
    var values = [Float](repeating: 1, count: 1_000)
    values[437] = 9
    let columns = Series.columns(values, count: 10)
    #expect(columns.count == 10)
    #expect(columns[4]?.lowest == 1)
    #expect(columns[4]?.highest == 9)
  }

  @Test func `a young curve grows from the left`() {
    #expect(Series.columns([1, 2], count: 10).count == 2)
  }

  @Test func `a column without a number is a gap`() {
    let columns = Series.columns([1, .nan, .infinity], count: 3)
    #expect(columns.map { $0?.highest } == [1, nil, nil])
    #expect(Series.columns([1], count: 0).isEmpty)
  }

  @Test func `bounds are round and hold the level`() {
    #expect(Series.bounds(of: [0.41, 0.52], including: [0.693]) == 0.4...0.7)
    #expect(Series.bounds(of: [.nan], including: []) == 0...1)
    #expect(Series.bounds(of: [3, 3], including: []) == 2.5...3.5)
    let huge = Series.bounds(of: [-3e38, 3e38], including: [0])
    #expect(huge.lowerBound < huge.upperBound)
  }

  @Test(arguments: [(0.05, 0.05), (0.07, 0.05), (1, 1), (3, 2), (40, 20), (0, 0), (-1, 0)])
  func `a step is one, two or five times a power of ten`(value: Double, expected: Double) {
    #expect(abs(Round.step(near: value) - expected) < 1e-12)
  }

  @Test func `a sparkline is a line of dots with gaps, in eight heights where there are none`() {
    var frame = Frame(columns: 5, rows: 1)
    let values: [Float] = [0, 1, 2, 3, .nan, 4, 5, 6, 7]
    Sparkline(values, in: 0...7).draw(
      into: &frame, row: 0, in: frame.area, glyphs: .unicode, style: Style())
    #expect(frame.lines == ["⣀⠤⠐⠊⠁"])
    var plain = Frame(columns: 9, rows: 1)
    Sparkline(values, in: 0...7).draw(
      into: &plain, row: 0, in: plain.area, glyphs: .ascii, style: Style())
    #expect(plain.lines == ["_.-= +*#@"])
  }

  @Test func `many values in a sparkline are a line, not a band`() {
    var frame = Frame(columns: 4, rows: 1)
    let noise = (0..<800).map { index -> Float in
      let middle: Float = index < 400 ? 0 : 1
      return index.isMultiple(of: 2) ? middle - 1 : middle + 1
    }
    Sparkline(noise, in: -1...2).draw(
      into: &frame, row: 0, in: frame.area, glyphs: .unicode, style: Style())
    #expect(frame.lines == ["⠤⠤⠒⠒"])
  }

  @Test func `values taken now and then are steps that nothing joins`() {
    func lines(isStepped: Bool) -> [String] {
      var frame = Frame(columns: 4, rows: 2)
      var chart = Chart([0, 0, 0, 0, 7, 7, 7, 7], in: 0...7)
      chart.isStepped = isStepped
      chart.draw(into: &frame, in: frame.area, glyphs: .unicode, style: Style())
      return frame.lines
    }
    #expect(lines(isStepped: true) == ["  ⠉⠉", "⣀⣀  "])
    #expect(lines(isStepped: false) != lines(isStepped: true))
  }

  @Test func `a value holds until the next where it is taken now and then`() {
    let joined = Series.columns([0, 4], at: [0, 1], count: 5)
    let held = Series.columns([0, 4], at: [0, 1], count: 5, holds: true)
    #expect(joined.map { $0?.highest } == [0, 1, 2, 3, 4])
    #expect(held.map { $0?.highest } == [0, 0, 0, 0, 4])
  }

  @Test func `a chart joins its dots and draws its level`() {
    var frame = Frame(columns: 4, rows: 2)
    Chart([0, 1, 2, 3, 4, 5, 6, 7], in: 0...7, level: 6.5).draw(
      into: &frame, in: frame.area, glyphs: .unicode, style: Style())
    #expect(frame.lines == ["┄┄⡠⠊", "⡠⠊  "])
  }

  @Test func `a chart without braille has stars`() {
    var frame = Frame(columns: 3, rows: 3)
    Chart([0, .nan, 2], in: 0...2).draw(
      into: &frame, in: frame.area, glyphs: .ascii, style: Style())
    #expect(frame.lines == ["  *", "   ", "*  "])
  }
}
