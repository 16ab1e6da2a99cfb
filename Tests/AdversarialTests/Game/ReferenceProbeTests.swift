import Engine
import Experiments
import Testing

@testable import Adversarial

/// What samples lose under reference batches that G was not trained with.
@Suite struct ReferenceProbeTests {
  private func measures(
    _ norm: String, rows: Double = 64, steps: Int
  ) throws -> [String: Double] {
    var settings = Settings(Experiment.batchNormalization.hyperparameters)
    let changes: [(String, Setting)] = [
      ("generatorNorm", .choice(norm)), ("referenceRows", .number(rows)), ("batch", .number(64)),
    ]
    for (name, setting) in changes { try settings.set(name, to: setting) }
    let design = try Experiment.batchNormalization.design(settings)
    let game = design.begin(settings: settings, seed: 1, threads: 2)
    for _ in 0..<steps { game.advance() }
    return Dictionary(uniqueKeysWithValues: game.measurements().map { ($0.name, $0.value) })
  }

  @Test func `the company of a number is always the same, and no other's`() {
    let (first, second) = (
      Company.noise(rows: 4, columns: 3), Company.noise(rows: 4, columns: 3, number: 1)
    )
    #expect(first.values == Company.noise(rows: 4, columns: 3, number: 0).values)
    #expect(zip(first.values, second.values).allSatisfy { $0 != $1 })
  }

  /// What the numbers are, from the networks themselves: one dense layer that is normalized by two
  /// rows of company sends them to ±1 where it knows only them.
  @Test func `a network among others is normalized by them`() {
    let network = Network([Dense(1, 1, .ones), Normalized(1, .reference, epsilon: 0)])
    for number in 1...3 as ClosedRange<UInt32> {
      let company = Company.noise(rows: 2, columns: 1, number: number)
      let graph = Graph()
      let rows = graph.constant(0).constants(company.values, company.shape)
      let parameters = network.parameters.map { parameter in
        rows.constants(
          parameter.initial.values(parameter.shape, seed: 0, stream: 0), parameter.shape)
      }
      let result = network.among(company)(rows, parameters)
      let program = Program(graph, outputs: [result])
      program.run(seed: 0, step: 0)
      #expect(program.read(result).allSatisfy { abs(abs($0) - 1) < 1e-4 })
    }
  }

  @Test func `where nothing is normalized, other references change nothing`() throws {
    let found = try measures("none", steps: 200)
    #expect(found["referenceOverfit"] == 0)
    #expect(found["freshQuality"] != nil)
  }

  /// §4.3: the model can overfit to the reference batch. Batch norm, whose batches are always
  /// fresh, cannot.
  @Test func `G overfits to the reference batch that it was trained with`() throws {
    let fixed = try measures("reference", steps: 4_000)
    let always = try measures("batch", steps: 4_000)
    #expect((fixed["referenceOverfit"] ?? 0) > 0.25, "\(fixed)")
    #expect((always["referenceOverfit"] ?? 1) < 0.15, "\(always)")
    #expect((fixed["highQuality"] ?? 0) > 0.6, "\(fixed)")
  }
}
