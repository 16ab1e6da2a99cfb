import Engine
import Experiments
import Testing

@testable import Adversarial

/// The mode-collapse page's game, made small.
private func small(_ changes: [String: Setting] = [:]) throws -> (Design, Settings) {
  var settings = Settings(Experiment.modeCollapse.hyperparameters)
  let defaults: [String: Setting] = [
    "noiseDimension": .number(8), "generatorWidth": .number(16),
    "discriminatorWidth": .number(16), "batch": .number(64),
  ]
  for (name, setting) in defaults.merging(changes, uniquingKeysWith: { $1 }).sorted(by: {
    $0.key < $1.key
  }) {
    try settings.set(name, to: setting)
  }
  return (try #require(try Experiment.modeCollapse.design(settings) as? Design), settings)
}

private func session(
  _ changes: [String: Setting] = [:], seed: UInt64 = 1, threads: Int = 1
) throws -> PlaneSession {
  let (design, settings) = try small(changes)
  return PlaneSession(design: design, settings: settings, seed: seed, threads: threads)
}

@Suite struct SessionTests {
  @Test func `one seed gives the same bits on one thread and on three`() throws {
    let (one, three) = (try session(), try session(threads: 3))
    for _ in 0..<20 {
      one.advance()
      three.advance()
    }
    #expect(one.fingerprint == three.fingerprint)
    #expect(one.curves == three.curves)
    #expect(try session(seed: 2).fingerprint != session(seed: 1).fingerprint)
  }

  @Test func `looking changes nothing`() throws {
    let (watched, alone) = (try session(), try session())
    for _ in 0..<10 {
      watched.advance()
      _ = watched.picture(fieldColumns: 7, fieldRows: 5)
      _ = watched.measurements()
      alone.advance()
    }
    #expect(watched.fingerprint == alone.fingerprint)
  }

  @Test(arguments: ["simultaneous", "alternating"])
  func `a player that moves alone leaves the other as it was`(schedule: String) throws {
    let session = try session(["schedule": .choice(schedule)])
    session.advance()
    let before = session.checkpoint
    session.advance(.generator)
    let after = session.checkpoint
    #expect(session.step == 2)
    for (name, (old, new)) in zip(before.names, zip(before.values, after.values))
    where name.contains("weights") && !name.contains(".v.") {
      #expect((old == new) == name.hasPrefix("discriminator"), "\(name)")
    }
  }

  @Test func `a checkpoint goes on exactly as the session did`() throws {
    let (first, second) = (try session(), try session(seed: 1))
    for _ in 0..<5 { first.advance() }
    let kept = first.checkpoint
    for _ in 0..<5 { first.advance() }
    try second.restore(kept)
    for _ in 0..<5 { second.advance() }
    #expect(first.fingerprint == second.fingerprint)
    #expect(first.step == second.step)
  }

  @Test func `a checkpoint of another structure is refused and nothing changes`() throws {
    let other = try session(["generatorWidth": .number(17)])
    let session = try session()
    let before = session.fingerprint
    #expect(throws: DesignError.self) { try session.restore(other.checkpoint) }
    #expect(session.fingerprint == before)
  }

  @Test func `a tweak stores, a structural change retraces and keeps what fits`() throws {
    let session = try session()
    for _ in 0..<3 { session.advance() }
    let before = session.checkpoint
    let (design, settings) = try small(
      [
        "generatorLearningRate": .number(0), "discriminatorLayers": .number(2),
      ].mapValues { $0 == .number(0) ? .number(1e-7) : $0 })
    session.adopt(design, settings: settings)
    let after = session.checkpoint
    for (name, value) in zip(before.names, before.values) where name.hasPrefix("generator") {
      #expect(after.values[after.names.firstIndex(of: name) ?? 0] == value)
    }
    #expect(session.step == 3)
    session.advance()
    #expect(session.isFinite)
  }

  @Test func `a learning rate reaches the step`() throws {
    let (slow, fast) = (try session(), try session())
    slow.advance()
    fast.advance()
    let (design, settings) = try small(["generatorLearningRate": .number(1e-2)])
    fast.adopt(design, settings: settings)
    slow.advance()
    fast.advance()
    #expect(slow.fingerprint != fast.fingerprint)
  }

  @Test(arguments: GeneratorCost.all.map(\.name), [0, 2])
  func `every cost trains, with and without unrolling`(cost: String, steps: Int) throws {
    let session = try session([
      "generatorCost": .choice(cost), "unrollSteps": .number(Double(steps)),
    ])
    for _ in 0..<5 { session.advance() }
    #expect(session.isFinite, "\(session.curves)")
  }

  @Test(arguments: Optimizer.all.map(\.name), Optimizer.all.map(\.name))
  func `every inner optimizer serves every outer one`(outer: String, inner: String) throws {
    let session = try session([
      "optimizer": .choice(outer), "unrollOptimizer": .choice(inner), "unrollSteps": .number(2),
    ])
    for _ in 0..<3 { session.advance() }
    #expect(session.isFinite, "\(session.curves)")
  }

  @Test func `one unrolled step differs from its detached twin and from none`() throws {
    var prints: Set<UInt64> = []
    for changes: [String: Setting] in [
      [:], ["unrollSteps": .number(1)],
      ["unrollSteps": .number(1), "lookAhead": .choice("detached")],
    ] {
      let session = try session(changes)
      session.advance()
      prints.insert(session.fingerprint)
    }
    #expect(prints.count == 3)
  }

  /// The generator of the alternating game answers the discriminator as it is after its move: a
  /// game of the two players' own moves, one after the other, makes the same steps.
  @Test func `taking turns differentiates through nobody's update`() throws {
    let (design, _) = try small(["schedule": .choice("alternating")])
    let moves = GameTrace(design, movers: [.discriminator, .generator])
    let detachedTwin = GameTrace(design, movers: [.generator])
    // With D's update outside, the same generator gradient is traced from given parameters: the
    // step may hold no more products than the two moves apart.
    let together = Program(
      moves.graph, outputs: [moves.curves], updates: moves.updates
    ).productWork
    let apart = Program(
      detachedTwin.graph, outputs: [detachedTwin.curves], updates: detachedTwin.updates
    ).productWork
    #expect(together <= apart, "\(together) against \(apart) floating-point operations")
  }
}
