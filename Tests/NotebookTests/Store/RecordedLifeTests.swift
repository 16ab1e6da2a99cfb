import Adversarial
import Experiments
import Foundation
import Notebook
import Testing

/// Where the samples were is recorded with the measures, and is there again when a run is opened.
@Suite struct RecordedLifeTests {
  private func lives(_ run: Run) -> [ModeLife] {
    run.moment(fieldColumns: 1, fieldRows: 1).columns.map(\.life)
  }

  private func expectSame(_ one: [ModeLife], _ other: [ModeLife]) {
    #expect(one.count == other.count)
    for (first, second) in zip(one, other) {
      #expect(first.steps == second.steps)
      #expect(Array(first.shares) == Array(second.shares))
      #expect(Array(first.logits) == Array(second.logits))
      #expect(first.hops == second.hops && first.home == second.home)
    }
  }

  @Test func `a run has a record a measured step, of as many modes as the data`() throws {
    let run = try Run(experiment: Fixture.page, preset: Fixture.preset(steps: 250), threads: 1)
    while run.advance() {}
    let life = try #require(lives(run).first)
    #expect(life.steps == [100, 200] && life.count == 8)
    let reached = run.measures[0].first { $0.name == "modesReached" }?.value
    #expect(Double(life.shares.count { ($0.last ?? 0) >= 0.01 }) == reached)
    #expect(life.logits.joined().allSatisfy { $0.isFinite })
    let past = run.moment(at: 150, fieldColumns: 1, fieldRows: 1)
    #expect(past.columns[0].life.steps == [100, 200], "as the curves, to the live step")
  }

  @Test func `looking at the modes changes nothing`() throws {
    let run = try Run(experiment: Fixture.page, preset: Fixture.preset(steps: 120), threads: 1)
    let session = PlaneSession(
      design: try #require(try Fixture.page.design(run.preset.settings) as? Design),
      settings: run.preset.settings, seed: 1, threads: 1)
    for _ in 0..<120 { session.advance() }
    while run.advance() {}
    #expect(run.fingerprints == [session.fingerprint])
  }

  @Test func `a run with a twin is opened with the lives that it had`() throws {
    try Fixture.withFolder { folder in
      let store = Fixture.store(folder)
      let run = try Fixture.lived(store)
      let id = try #require(run.id)
      let before = lives(run)
      #expect(before.map(\.steps) == [[100, 200], [100, 200]])
      run.end()
      let header = try Fixture.text("\(folder)/\(id)/metrics.csv").split(separator: "\n")[0]
      #expect(header.contains(",modeShare1,") && header.contains(",column2.modeLogit8"))
      #expect(try store.open(id).verify(threads: 1).isSame)
      expectSame(try lives(store.resume(id, threads: 1).run), before)

      // Without its checkpoints it is trained again.
      try FileManager.default.removeItem(atPath: "\(folder)/\(id)/checkpoints")
      expectSame(try lives(store.open(id).restored(threads: 1).run), before)
    }
  }

  @Test func `a fork has its parent's life up to its step`() throws {
    let run = try Run(experiment: Fixture.page, preset: Fixture.preset(steps: 350), threads: 1)
    while run.advance() {}
    let fork = try run.fork(at: 250)
    expectSame(lives(fork), lives(run).map { $0.upTo(250) })
    try fork.apply(.resume)
    while fork.step < 350, fork.advance() {}
    expectSame(lives(fork), lives(run))
  }
}
