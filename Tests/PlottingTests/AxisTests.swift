import Plotting
import Testing

@Suite struct AxisTests {
  @Test func `a logarithmic axis gives equal ratios equal distances`() {
    let axis = Axis(0.01...100, isLogarithmic: true)
    #expect(axis.isLogarithmic)
    for (value, share) in [(0.01, 0.0), (0.1, 0.25), (1, 0.5), (10, 0.75), (100, 1)] {
      #expect(abs((axis.share(of: value) ?? -1) - share) < 1e-12)
    }
    #expect(axis.share(of: 0) == nil)
    #expect(axis.share(of: -1) == nil)
    #expect(axis.share(of: .nan) == nil)
  }

  @Test func `what reaches 0 has no logarithm and stays linear`() {
    #expect(!Axis(0...1, isLogarithmic: true).isLogarithmic)
    #expect(!Axis(around: [0.1, 0], including: [], isLogarithmic: true).isLogarithmic)
    #expect(!Axis(around: [-0.7, -0.5], including: [-0.69], isLogarithmic: true).isLogarithmic)
    #expect(!Axis(around: [], including: [0.69], isLogarithmic: true).isLogarithmic)
  }

  @Test func `bounds on a log scale are round and hold values and levels`() {
    let axis = Axis(around: [0.03, 0.4], including: [0.693], isLogarithmic: true)
    #expect(axis.range == 0.02...1)
    #expect(
      Axis(around: [0.57, 0.79], including: [0.693], isLogarithmic: true).range == 0.56...0.8)
    let alone = Axis(around: [5, 5], including: [], isLogarithmic: true)
    #expect(alone.isLogarithmic && alone.range.contains(5))
    #expect(alone.range.lowerBound < alone.range.upperBound)
  }

  @Test func `ticks are round, ascending, in range and no more than asked for`() {
    #expect(Axis(0...1).ticks(most: 6) == [0, 0.2, 0.4, 0.6, 0.8, 1])
    #expect(Axis(0.4...0.7).ticks(most: 4) == [0.4, 0.5, 0.6, 0.7])
    #expect(Axis(0...25_000).ticks(most: 6) == [0, 5_000, 10_000, 15_000, 20_000, 25_000])
    #expect(Axis(0.01...10, isLogarithmic: true).ticks(most: 4) == [0.01, 0.1, 1, 10])
    let axes = [
      Axis(-3e38...3e38), Axis(0...0), Axis(1e-30...1e30, isLogarithmic: true), Axis(-2...(-1)),
      Axis(0.2...0.3, isLogarithmic: true), Axis(1e15...1e15 + 1),
    ]
    for axis in axes {
      for most in 0...9 {
        let ticks = axis.ticks(most: most)
        #expect(ticks.count <= most)
        #expect(ticks == ticks.sorted())
        #expect(ticks.allSatisfy { axis.range.contains($0) })
      }
    }
  }

  @Test func `smoothing is corrected for its start and keeps gaps`() {
    #expect(Series.smoothed([2, 2, 2], by: 0.9) == [2, 2, 2])
    let smooth = Series.smoothed([1, 3, .nan, 3], by: 0.5)
    #expect(smooth[0] == 1)
    // (0.25 · 1 + 0.5 · 3) / 0.75
    #expect(abs(smooth[1] - 7.0 / 3) < 1e-6)
    #expect(smooth[2].isNaN)
    // (0.125 · 1 + 0.25 · 3 + 0.5 · 3) / 0.875: the gap takes no part.
    #expect(abs(smooth[3] - 2.375 / 0.875) < 1e-6)
    #expect(Series.smoothed([1, 5], by: 0) == [1, 5])
  }

  @Test func `values at their places are joined, spikes kept and gaps left`() {
    let line = Series.columns([0, 4], at: [0, 1], count: 5)
    #expect(line.map { $0?.lowest } == [0, 1, 2, 3, 4])
    let spike = Series.columns([1, 9, 1], at: [0.1, 0.15, 0.19], count: 5)
    #expect(spike[0]?.lowest == 1 && spike[0]?.highest == 9)
    #expect(spike[1...].allSatisfy { $0 == nil })
    let gap = Series.columns([0, .nan, 4], at: [0, 0.5, 1], count: 5)
    #expect(gap.map { $0 == nil } == [false, true, true, true, false])
    #expect(Series.columns([1, 2], at: [-1, 2], count: 3) == [nil, nil, nil])
    #expect(Series.columns([1], at: [0], count: 0).isEmpty)
  }

  @Test func `a sparkline keeps the ground of its row`() {
    var frame = Frame(columns: 2, rows: 1)
    frame.paint(.selection, row: 0, in: frame.area)
    Sparkline([1, 2], in: 0...2).draw(
      into: &frame, row: 0, in: frame.area, glyphs: .unicode, style: Style(.generated))
    #expect(frame[0, 0].style.background == .selection)
    #expect(frame[0, 0].style.foreground == .generated)
  }

  @Test func `the raw curve stands behind the smooth one`() {
    var frame = Frame(columns: 4, rows: 3)
    var chart = Chart([1, 1, 1, 1], on: Axis(0...2))
    chart.behind = [0, 2, 0, 2]
    chart.draw(into: &frame, in: frame.area, glyphs: .ascii, style: Style(.accent))
    #expect(frame.lines[1] == "****")
    #expect(frame.lines[0] == " . .")
    #expect(frame[1, 0].style.foreground == .accent)
    #expect(frame[0, 1].style.foreground == .faint)
  }
}
