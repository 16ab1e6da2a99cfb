import Adversarial
import Foundation
import Notebook
import Plotting
import Testing

@testable import Workbench

/// "Is this loss bad?": each answer from the numbers that call for it.
@Suite struct LossReadingTests {
  typealias Verdict = LossReading.Verdict

  private static func reading(
    _ cost: Double, _ real: Double, _ generated: Double, gradient: Double? = 1,
    usual: Double? = 1, by generatorCost: String = "minimax", a: Double = 1,
    b: Double = 0
  ) -> LossReading {
    LossReading(
      discriminatorCost: cost, realProbability: real, generatedProbability: generated,
      gradient: gradient, usualGradient: usual, generatorCost: generatorCost, realTarget: a,
      fakeTarget: b, guessing: log(2))
  }

  @Test(arguments: [
    (reading(0.693, 0.50, 0.49), Verdict.even),
    (reading(0.68, 0.55, 0.47), .even),
    (reading(0.90, 0.42, 0.55), .fooled),
    (reading(0.50, 0.70, 0.40), .ahead),
    (reading(0.25, 0.88, 0.20), .easy),
    (reading(0.01, 0.99, 0.01, gradient: 0.1), .vanishing),
    (reading(0.01, 0.99, 0.01, usual: nil), .vanishing),
    (reading(0.01, 0.99, 0.01, gradient: 0.5), .wins),
    (reading(0.01, 0.99, 0.01, by: "nonSaturating"), .strong),
    (reading(0.01, 0.99, 0.01, gradient: 0.1, by: "nonSaturating"), .wins),
    (reading(0.01, 0.99, 0.01, by: "maximumLikelihood"), .wins),
    (reading(0.17, 0.88, 0.01, by: "nonSaturating", a: 0.9), .strong),
    (reading(0.50, 0.70, 0.40, gradient: 21), .leap),
    (reading(0.01, 0.01, 0.99, a: 0, b: 1), .reversed),
    (reading(0.01, 0.01, 0.99, gradient: 30, by: "nonSaturating", a: 0, b: 1), .reversed),
    (reading(0.69, 0.5, 0.5, a: 0.4, b: 0.5), .reversed),
    (reading(0.69, 0.5, 0.5, a: 0.5, b: 0.5), .alike),
    (reading(0.69, 0.2, 0.8), .fooled),
    (reading(.nan, 0.5, 0.5), .notFinite),
    (reading(0.5, 0.5, 0.5, gradient: .infinity), .notFinite),
  ])
  func `numbers get their answer`(reading: LossReading, verdict: Verdict) {
    #expect(reading.verdict == verdict)
  }

  @Test func `every answer is said in its own words, none longer than the room for it`() {
    let sentences = Verdict.allCases.map { LossReading.sentence($0, level: "ln 2") }
    #expect(Set(sentences).count == Verdict.allCases.count)
    #expect(sentences.allSatisfy { $0.count <= LossReading.longest.count })
    #expect(
      Self.reading(0.693, 0.5, 0.5).sentence
        .hasPrefix("J_D at ln 2: D cannot tell; not a failure by itself."))
    #expect(
      Self.reading(0.01, 0.99, 0.01, gradient: 0.1).words
        == "D wins: G's gradient is vanishing (minimax)")
    #expect(Self.reading(0.688, 0.45, 0.45, a: 0.9).sentence.contains("its resting level"))
  }

  @Test func `with reversed targets nothing is said that only holds for a above b`() {
    let parted = Self.reading(0.01, 0.01, 0.99, by: "nonSaturating", a: 0, b: 1)
    #expect(
      parted.words == "D is asked to call real data fake (a < b): G is pushed away from the data")
    #expect(parted.sentence.contains("D is asked to call real data fake"))
    let near = Self.reading(0.69, 0.5, 0.5, a: 0, b: 1)
    #expect(near.words.contains("asked to call real data fake"))
    #expect(near.words.contains("hardly tell them apart"))
  }

  @Test(arguments: DiscriminatorCost.all)
  func `targets count where D's cost looks at them`(cost: DiscriminatorCost) throws {
    var settings = Fixture.settings
    try settings.set("discriminatorCost", to: .choice(cost.name))
    try settings.set("realTarget", to: .number(0))
    try settings.set("fakeTarget", to: .number(1))
    #expect(settings.reversesTargets == ["crossEntropy", "leastSquares"].contains(cost.name))
    var column = Fixture.moment(step: 6_120).columns[0]
    column.settings = settings
    let reading = try #require(LossReading(column, at: 6_120))
    #expect((reading.verdict == .reversed) == settings.reversesTargets)
  }

  @Test func `the screen says that D is asked to call real data fake`() throws {
    var settings = Fixture.settings
    try settings.set("realTarget", to: .number(0))
    try settings.set("fakeTarget", to: .number(1))
    var bench = Fixture.running()
    var moment = Fixture.moment(step: 6_200, settings: settings)
    guard case .plane(var plane) = moment.columns[0].picture else { return }
    plane.generated = plane.generated.map { $0 + SIMD2(9, 0) }
    moment.columns[0].picture = .plane(plane)
    _ = bench.update(.report(.moment(moment)))
    let seen = bench.view().lines.first { $0.contains(" so far ") } ?? ""
    #expect(seen.contains("all samples lie outside the plane"), "\(seen)")
    #expect(seen.contains("D is asked to call real data fake"), "\(seen)")
    #expect(!seen.contains("hardly"))
    #expect(!bench.view().text.contains("D: fake"))
  }

  @Test func `a column is read by the mean of its newest records up to the step in view`() {
    var column = Fixture.moment(step: 6_120).columns[0]
    let far = LossReading(column, at: 6_120)
    #expect(far?.verdict == .easy)
    #expect(far?.generatorCost == "minimax")
    var history = History(series: 6)
    for step in stride(from: 0, through: 800, by: 8) {
      let isLate: Float = step > 700 ? 1 : 0
      history.record(step: step, [0.693 - 0.6 * isLate, -0.69, 0.5 + 0.4 * isLate, 0.5, 1, 1])
    }
    column.history = history
    #expect(LossReading(column, at: 400)?.verdict == .even)
    #expect(LossReading(column, at: 800)?.verdict == .ahead)
    #expect(LossReading(column, at: 0) == nil)
    column.curveList = []
    #expect(LossReading(column, at: 800) == nil)
  }

  @Test func `the page answers at every size, and its box stands still`() {
    var bench = Fixture.running()
    _ = bench.update(.key(.tab))
    let lines = bench.view().lines
    #expect(lines.contains { $0.contains("├ is this loss bad? ─") })
    #expect(bench.view().text.contains("Not yet: D tells them apart"))
    let row = lines.firstIndex { $0.contains("is this loss bad?") }
    var even = Fixture.moment(step: 6_200)
    even.columns[0].history = History(series: 12)
    even.columns[0].curves = [0.693, -0.693, 0.5, 0.5, 1, 1]
    _ = bench.update(.report(.moment(even)))
    #expect(bench.view().text.contains("D cannot tell;"))
    #expect(bench.view().lines.firstIndex { $0.contains("is this loss bad?") } == row)
    _ = bench.update(.resized(columns: 60, rows: 20))
    for _ in 0..<3 where bench.state.run?.tab != .page { _ = bench.update(.key(.tab)) }
    for _ in 0..<20 { _ = bench.update(.key(.pageDown)) }
    #expect(bench.view().text.contains("Is this loss bad?"))
  }
}
