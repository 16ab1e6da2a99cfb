import Adversarial
import Notebook
import Plotting
import Testing

@testable import Workbench

/// What only some pages measure stands on the run page beside the rest.
@Suite struct ChartsPanelTests {
  private static let lookAhead =
    (0...10).map { step in
      Measurement(
        "innerCost\(step)", title: "J_D +\(step)", value: 0.6 - 0.01 * Double(step), ofReal: .nan,
        format: .number, group: .lookAhead)
    } + [
      Measurement(
        "secondOrderShare", title: "2nd order", value: 0.42, ofReal: .nan, format: .percent,
        group: .secondOrder),
      Measurement(
        "secondOrderAngle", title: "angle °", value: 23.5, ofReal: .nan, format: .number,
        group: .secondOrder),
    ]

  private static let optimum = [
    ("optimumGap", "|D − D*|", 0.125, 0.017), ("optimumGapLargest", "largest", 0.5, 0.2),
    ("optimalRealProbability", "D*(x)", 0.75, 0.45),
    ("optimalGeneratedProbability", "D*(G(z))", 0.25, 0.45),
  ].map { name, title, value, real in
    Measurement(
      name, title: title, value: value, ofReal: real, format: .number, group: .optimum)
  }

  private func lines(
    _ columns: Int, _ rows: Int, twin: Bool = false, _ extra: [Measurement]
  ) -> [String] {
    var bench = twin ? Fixture.twin(columns, rows) : Fixture.running(columns, rows)
    let preset = twin ? Fixture.twinPreset(of: 2) : Fixture.library.presets[0]
    var moment = Fixture.moment(of: preset, step: 6_200)
    moment.columns[twin ? 1 : 0].measures += extra
    _ = bench.update(.tick(seconds: 2))
    _ = bench.update(.report(.moment(moment)))
    return bench.view().lines
  }

  @Test func `the look ahead is a curve over its steps, not over time`() {
    let lines = lines(160, 48, Self.lookAhead)
    let row = lines.first { $0.contains("J_D +0…10") }
    #expect(row?.contains("0.5") == true, "\(row ?? "no row")")
    #expect(lines.contains { $0.contains("├ looking ahead ─") })
    #expect(lines.contains { $0.contains("2nd order") && $0.contains("42.0 %") })
    #expect(lines.contains { $0.contains("angle °") && $0.contains("23.5") })
    #expect(!lines.contains { $0.contains("J_D +3") })
    #expect(!self.lines(160, 48, []).contains { $0.contains("looking ahead") })
  }

  @Test func `a side that does not look ahead leaves its part empty`() {
    let lines = lines(160, 50, twin: true, Self.lookAhead)
    let row = lines.first { $0.contains("J_D +0…10") }
    #expect(row?.contains("–") == true && row?.contains("0.5") == true, "\(row ?? "no row")")
  }

  @Test func `a curve has its own least and most beside it`() {
    let lines = lines(120, 40, [])
    for name in ["D(x) ", "‖∇J_G‖ "] {
      #expect(lines.first { $0.contains("│ \(name)") }?.contains("…") == true, "\(name)")
    }
    #expect(RangeWords.texts(0.482, 0.518) == (".48", ".52"))
    #expect(RangeWords.texts(-0.71, -0.67) == ("-.71", "-.67"))
    #expect(RangeWords.texts(0, 12) == ("0", "12"))
    #expect(RangeWords.texts(1.44, 4.71) == ("1.4", "4.7"))
    #expect(RangeWords.texts(3, 3) == ("3", "3"))
    #expect(RangeWords.text((".48", ".52"), columns: 9) == ".48 … .52")
    #expect(RangeWords.text(("-.71", "-.67"), columns: 9) == "-.71…-.67")
  }

  @Test func `D beside D* shows what real data give`() {
    let row = lines(160, 48, Self.optimum).first { $0.contains("|D − D*|") }
    #expect(row?.contains("0.125") == true && row?.contains("0.017") == true, "\(row ?? "none")")
  }

  @Test func `where there is little room, what the page is about stays`() {
    let ahead = lines(120, 40, Self.lookAhead)
    #expect(ahead.contains { $0.contains("looking ahead") })
    #expect(ahead.contains { $0.contains("reached") })
    #expect(!ahead.contains { $0.contains("gradients and logits") })
    let optimum = lines(120, 40, Self.optimum)
    #expect(optimum.contains { $0.contains("D beside D*") })
    #expect(optimum.contains { $0.contains("gradients and logits") })
  }

  @Test func `the views of D* come only where it is known`() {
    var bench = Fixture.running(120, 40)
    var titles: [String] = []
    for _ in 0..<5 {
      _ = bench.update(.key(.character("v")))
      titles.append(bench.view().lines[1])
    }
    #expect(!titles.contains { $0.contains("D*") })
    var moment = Fixture.moment(step: 6_200)
    guard case .plane(var plane) = moment.columns[0].picture else { return }
    plane.optimum = Field(
      columns: plane.field.columns, rows: plane.field.rows,
      values: plane.field.values.map { $0 < 0.5 ? .nan : $0 - 0.4 })
    moment.columns[0].picture = .plane(plane)
    _ = bench.update(.tick(seconds: 2))
    _ = bench.update(.report(.moment(moment)))
    for _ in 0..<5 { _ = bench.update(.key(.character("v"))) }
    #expect(bench.view().lines[1].contains("plane · D* "))
    #expect(bench.view().lines.contains { $0.contains("D* .") })
    let best = bench.state.run?.columns[0].plane.optimum.heatmap(isAbsolute: false).levels
    _ = bench.update(.key(.character("v")))
    #expect(bench.view().lines[1].contains("plane · D − D*"))
    #expect(bench.view().lines.contains { $0.contains("D − D* -") })
    #expect(best != bench.state.run?.columns[0].plane.difference.heatmap(isAbsolute: false).levels)
    _ = bench.update(.key(.character("v")))
    #expect(!bench.view().lines[1].contains("D*"))
  }
}
