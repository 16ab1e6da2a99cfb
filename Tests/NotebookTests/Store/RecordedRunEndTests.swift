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
}
