import Adversarial
import Notebook
import Testing

@Suite struct ModeLifeTests {
  /// A life of these shares, a measurement each, D's logits being minus the mode's number.
  private func life(_ records: [[Float]]) -> ModeLife {
    var life = ModeLife()
    for (index, shares) in records.enumerated() {
      let logits = shares.indices.map { -Float($0 + 1) }
      life.take(ModeSurvey(shares: shares, logits: logits), at: (index + 1) * 100)
    }
    return life
  }

  @Test func `a blob that leaves one mode for another has hopped`() {
    let life = life([
      [0, 0, 0], [0.9, 0, 0], [0.5, 0.1, 0], [0.005, 0.2, 0], [0, 0, 0], [0, 0, 0.8],
    ])
    #expect(
      life.hops == [
        Hop(from: 0, to: 1, step: 400, logit: -1), Hop(from: 1, to: 2, step: 600, logit: -2),
      ])
    #expect(life.home == 2)
    #expect(Array(life.shares[0]) == [0, 0.9, 0.5, 0.005, 0, 0])
    #expect(Array(life.logits[life.logits.startIndex + 2]) == [-3, -3, -3, -3, -3, -3])
  }

  @Test func `away and back is no hop`() {
    #expect(life([[0.9, 0], [0, 0], [0, 0.005], [0.9, 0]]).hops == [])
  }

  @Test func `two modes at a time, or all of them, do not hop to and fro`() {
    let two: [[Float]] = (0..<20).map { [0.4 + 0.02 * Float($0 % 3), 0.42, 0] }
    #expect(life(two).hops == [])
    let all: [[Float]] = (0..<20).map { step in (0..<8).map { $0 == step % 8 ? 0.14 : 0.12 } }
    #expect(life(all).hops == [])
    // The one that stays takes over when the other is left.
    #expect(life(two + [[0, 0.8, 0]]).hops.count <= 1)
    #expect(life([[0.6, 0.3], [0, 0.9]]).hops == [Hop(from: 0, to: 1, step: 200, logit: -1)])
  }

  @Test func `samples near no mode are at home nowhere`() {
    #expect(life([[0, 0], [0.004, 0]]).home == nil)
    #expect(life([[0.004, 0]]).hops == [])
  }

  @Test func `an earlier step knows nothing of what came later`() {
    let whole = life([[0.9, 0], [0, 0.9], [0.9, 0]])
    let early = whole.upTo(250)
    #expect(early.steps == [100, 200])
    #expect(early.hops == [Hop(from: 0, to: 1, step: 200, logit: -1)])
    #expect(early.home == 1 && whole.hops.count == 2)
    var again = early
    again.take(ModeSurvey(shares: [0.9, 0], logits: [-1, -2]), at: 300)
    #expect(again.hops == whole.hops)
  }

  @Test func `another data set begins another life, a step is taken once`() {
    var life = life([[0.9, 0], [0, 0.9]])
    life.take(ModeSurvey(shares: [1, 0], logits: [0, 0]), at: 200)
    #expect(life.steps == [100, 200] && life.hops.count == 1)
    life.take(ModeSurvey(shares: [0, 0, 1], logits: [0, 0, 0]), at: 300)
    #expect(life.count == 3 && life.steps == [300] && life.hops == [])
  }

  @Test func `a long life keeps its hops and bounds its records`() {
    let life = life((0..<5_000).map { $0 / 10 % 2 == 0 ? [0.9, 0] : [0, 0.9] })
    #expect(life.steps.count <= 2_048 && life.steps.count > 1_000)
    #expect(life.hops.count == 499)
    #expect(life.shares.allSatisfy { $0.count == life.steps.count })
  }
}
