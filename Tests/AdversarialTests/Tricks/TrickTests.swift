import Experiments
import Testing

@testable import Adversarial

/// The tricks in a whole game: what they do, and that nothing else changes.
@Suite struct TrickTests {
  private static let small: [(String, Setting)] = [
    ("noiseDimension", .number(4)), ("generatorWidth", .number(8)),
    ("discriminatorWidth", .number(8)), ("batch", .number(16)),
  ]

  private func session(_ changes: [(String, Setting)]) throws -> PlaneSession {
    let page = Experiment.modeCollapse
    var settings = Settings(page.hyperparameters)
    for (name, setting) in Self.small + changes { try settings.set(name, to: setting) }
    return PlaneSession(
      design: try #require(try page.design(settings) as? Design), settings: settings, seed: 3,
      threads: 1)
  }

  private func values(_ session: PlaneSession, _ name: String) -> [Float] {
    let all = session.checkpoint
    return all.names.firstIndex(of: name).map { all.values[$0] } ?? []
  }

  @Test func `clipped weights stay within the limit, and the others do not`() throws {
    for (limit, isWithin) in [(0.01, true), (0, false)] {
      let game = try session([("weightClip", .number(limit))])
      for _ in 0..<3 { game.advance() }
      let all = game.checkpoint
      let parameters = zip(all.names, all.values).filter {
        $0.0.hasPrefix("discriminator.") && ($0.0.hasSuffix("weights") || $0.0.hasSuffix("bias"))
          && !$0.0.contains(".m.") && !$0.0.contains(".v.")
      }
      let largest = parameters.flatMap(\.1).map(abs).max() ?? 0
      #expect((largest <= 0.01) == isWithin, "\(largest)")
    }
  }

  @Test func `an average of G is looked at, and training knows nothing of it`() throws {
    let (plain, averaged) = (try session([]), try session([("averaging", .number(0.9))]))
    let name = "generator.0.weights"
    var expected = values(averaged, name)
    #expect(values(averaged, "average." + name) == expected)
    for _ in 0..<20 {
      plain.advance()
      averaged.advance()
      expected = zip(expected, values(averaged, name)).map { $0 * 0.9 + $1 * (1 - 0.9) }
    }
    let own = plain.checkpoint
    let other = averaged.checkpoint
    for (index, name) in own.names.enumerated() {
      let place = try #require(other.names.firstIndex(of: name))
      #expect(other.values[place] == own.values[index], "\(name)")
    }
    let average = values(averaged, "average." + name)
    #expect(zip(average, expected).allSatisfy { abs($0 - $1) < 1e-5 })
    guard case .plane(let seen) = averaged.picture(fieldColumns: 0, fieldRows: 0),
      case .plane(let raw) = plain.picture(fieldColumns: 0, fieldRows: 0)
    else { return }
    #expect(seen.generated != raw.generated && seen.real == raw.real)
  }

  @Test func `an average that is asked for under way begins where G is`() throws {
    let page = Experiment.modeCollapse
    let game = try session([])
    for _ in 0..<5 { game.advance() }
    var settings = Settings(page.hyperparameters)
    for (name, setting) in Self.small + [("averaging", .number(0.9))] {
      try settings.set(name, to: setting)
    }
    game.adopt(try page.design(settings), settings: settings)
    #expect(values(game, "average.generator.0.bias") == values(game, "generator.0.bias"))
  }

  /// With plain descent the trial step is one simultaneous step, and the real one takes from here
  /// what the next simultaneous step takes from there, on the same batch.
  @Test func `an extragradient step is made of two simultaneous ones`() throws {
    let descent: [(String, Setting)] = [
      ("optimizer", .choice("sgd")), ("discriminatorLearningRate", .number(0.3)),
      ("generatorLearningRate", .number(0.3)), ("activation", .choice("tanh")),
    ]
    let once = try session(descent)
    let extra = try session(descent + [("schedule", .choice("extragradient"))])
    let start = once.checkpoint
    once.advance()
    var there = once.checkpoint
    there.step = 0
    try once.restore(there)
    once.advance()
    extra.advance()
    let after = once.checkpoint
    for (index, values) in extra.checkpoint.values.enumerated() {
      for (element, value) in values.enumerated() {
        let change = after.values[index][element] - there.values[index][element]
        #expect(abs(value - start.values[index][element] - change) < 1e-6)
      }
    }
  }

  @Test func `in a head start G stands still`() throws {
    let game = try session([("headStart", .number(3))])
    let (own, other) = ("generator.0.weights", "discriminator.1.weights")
    let (start, judge) = (values(game, own), values(game, other))
    for _ in 0..<3 { game.advance() }
    #expect(values(game, own) == start && values(game, other) != judge)
    game.advance()
    #expect(values(game, own) != start)
  }

  @Test(arguments: [
    ("instanceNoise", Setting.number(0.3)), ("r1", .number(1)), ("r2", .number(1)),
    ("gradientPenalty", .number(1)), ("consensus", .number(1)), ("packing", .number(2)),
    ("discriminatorNorm", .choice("spectral")), ("discriminatorNorm", .choice("batch")),
    ("generatorNorm", .choice("virtual")), ("minibatchFeatures", .choice("discrimination")),
    ("minibatchFeatures", .choice("deviation")), ("optimizer", .choice("optimisticAdam")),
    ("optimizer", .choice("rmsProp")), ("discriminatorCost", .choice("hinge")),
  ])
  func `a trick changes the game, and the game goes on`(name: String, setting: Setting) throws {
    let (plain, other) = (try session([]), try session([(name, setting)]))
    for _ in 0..<3 {
      plain.advance()
      other.advance()
    }
    #expect(other.isFinite)
    #expect(values(plain, "generator.0.weights") != values(other, "generator.0.weights"))
    #expect(other.measurements().count == plain.measurements().count)
    _ = other.picture(fieldColumns: 6, fieldRows: 4)
  }

  @Test func `what cannot be is refused in one sentence`() throws {
    #expect(
      throws: DesignError(
        "'consensus' needs both players' gradients at one place: set 'schedule' to simultaneous")
    ) { try session([("consensus", .number(1)), ("schedule", .choice("alternating"))]) }
    #expect(
      throws: DesignError(
        "a batch of 16 does not divide into packs of 3: set 'batch' to a multiple of 'packing'")
    ) { try session([("packing", .number(3))]) }
  }
}
