import Adversarial
import Notebook
import Testing

/// How a recorded run stood at its end.
@Suite struct RecordedRunEndTests {
  @Test func `the sides have their knobs as they were turned, and the newest measures`() throws {
    try Fixture.withFolder { folder in
      let store = Fixture.store(folder)
      let run = try Fixture.lived(store)
      let id = try #require(run.id)
      run.measure()
      run.end()
      let sides = try store.open(id).card.sides
      #expect(sides.map(\.settings) == run.settings)
      #expect(sides.count == 2 && sides[0].settings != sides[1].settings)
      for side in sides { #expect(side.measures.contains { $0.title == "reached" }) }
    }
  }

  @Test func `a card has the curves of the recording, measures first, without the modes' lives`()
    throws
  {
    try Fixture.withFolder { folder in
      let store = Fixture.store(folder)
      let run = try Fixture.lived(store)
      let id = try #require(run.id)
      run.measure()
      run.end()
      let recorded = try store.open(id)
      let curves = recorded.card.curves
      #expect(curves.first?.name == "modesCaptured")
      #expect(!curves.contains { $0.name.contains("modeShare") })
      let cost = try #require(curves.first { $0.name == "discriminatorCost" })
      #expect(cost.steps.last == recorded.seriesSteps.last)
      let values = try #require(recorded.series("discriminatorCost"))
      #expect(cost.values == values.filter { !$0.isNaN }.map { Float($0) })
    }
  }

  @Test func `long curves are thinned, both ends stay`() {
    let rows = (0..<1_000).map { (step: $0 * 10, values: [Double($0), .nan]) }
    let file = MetricsFile(names: ["discriminatorCost", "modesReached"], rows: rows)
    let curves = file.curves(measures: ["modesReached"], most: 20)
    #expect(curves.map(\.name) == ["discriminatorCost"], "what has no value is no curve")
    #expect(curves[0].steps.count == 20)
    #expect(curves[0].steps.first == 0 && curves[0].steps.last == 9_990)
    #expect(zip(curves[0].steps, curves[0].values).allSatisfy { Float($0 / 10) == $1 })
  }

  @Test func `measures of every column come before the costs`() {
    let names = ["discriminatorCost", "column2.modesReached", "column2.modeShare1", "modesReached"]
    let rows = (0..<3).map { (step: $0, values: [1.0, 2, 3, 4]) }
    let curves = MetricsFile(names: names, rows: rows).curves(measures: ["modesReached"])
    #expect(curves.map(\.name) == ["column2.modesReached", "modesReached", "discriminatorCost"])
    #expect(curves.allSatisfy { $0.steps == [0, 1, 2] })
  }
}
