import Engine
import Experiments
import Testing

@testable import Adversarial

@Suite struct LabelTests {
  private static let small: [(String, Setting)] = [
    ("noiseDimension", .number(4)), ("generatorWidth", .number(8)),
    ("discriminatorWidth", .number(8)), ("batch", .number(16)),
  ]

  private func session(_ changes: [(String, Setting)]) throws -> PlaneSession {
    let page = Experiment.labels
    var settings = Settings(page.hyperparameters)
    for (name, setting) in Self.small + changes { try settings.set(name, to: setting) }
    return PlaneSession(
      design: try #require(try page.design(settings) as? Design), settings: settings, seed: 3,
      threads: 1)
  }

  private func ring() throws -> Mixture { try .ring(modes: 8, radius: 2, deviation: 0.01) }

  // MARK: Classes

  @Test func `modes are dealt to the classes in turn, and there are no more classes than modes`()
    throws
  {
    #expect(Labels(.none, classes: 4, of: try ring()).classes == [0, 1, 2, 3, 0, 1, 2, 3])
    #expect(Labels(.none, classes: 25, of: try ring()).count == 8)
  }

  @Test(arguments: [8, 64, 200, 2_500])
  func `the first rows of any number are told the classes in their shares`(rows: Int) throws {
    let uneven = try Mixture.ring(
      modes: 4, radius: 1, deviation: 0.1, weights: [0.1, 0.2, 0.3, 0.4])
    let labels = Labels(.conditional, classes: 4, of: uneven)
    for (kind, share) in [0.1, 0.2, 0.3, 0.4].enumerated() {
      let told = (0..<rows).count { labels.kind(ofRow: $0) == kind }
      #expect(abs(Double(told) - share * Double(rows)) <= 4, "\(kind)")
    }
  }

  @Test func `a drawn point has the label of the mode it was drawn from`() throws {
    let data = try ring()
    let labels = Labels(.conditional, classes: 8, of: data)
    let graph = Graph()
    let (points, modes) = data.drawWithModes(64, in: graph, stream: 5)
    let rows = labels.rows(ofModes: modes)
    let bare = PointLabels(labels, of: data)(points, [])
    let program = Program(graph, outputs: [points, rows, bare])
    program.run(seed: 1, step: 0)
    let read = program.read(rows)
    for (row, point) in pairs(program.read(points)).enumerated() {
      let own = data.nearestMode(to: point).mode
      #expect((0..<8).map { read[8 * row + $0] } == (0..<8).map { $0 == own ? 1 : 0 })
    }
    let both = program.read(bare)
    #expect((0..<64).flatMap { both[(10 * $0 + 2)..<(10 * $0 + 10)] } == read)
  }

  @Test func `a point between two modes is half of each, and a label that is there stays`() throws {
    let data = try Mixture([
      .init(centre: [-1, 0], deviation: 0.1, weight: 1),
      .init(centre: [1, 0], deviation: 0.1, weight: 1),
    ])
    let layer = PointLabels(Labels(.conditional, classes: 2, of: data), of: data)
    let graph = Graph()
    let bare = layer(graph.literal([0, 3, 0.5, 0], [2, 2]), [])
    let named = layer(graph.literal([0.5, 0, 1, 0], [1, 4]), [])
    let program = Program(graph, outputs: [bare, named])
    program.run(seed: 0, step: 0)
    #expect(program.read(bare) == [0, 3, 0.5, 0.5, 0.5, 0, 0, 1])
    #expect(program.read(named) == [0.5, 0, 1, 0])
  }

  // MARK: The games

  /// The classifier's cost times 0 adds nothing, and all that is drawn is drawn alike.
  @Test func `a classifier without weight leaves the plain game to the bit`() throws {
    let plain = try session([])
    let recognized = try session([("labels", .choice("recognized")), ("labelWeight", .number(0))])
    let weighed = try session([("labels", .choice("recognized"))])
    for _ in 0..<10 {
      for game in [plain, recognized, weighed] { game.advance() }
    }
    let (own, other) = (plain.checkpoint, recognized.checkpoint)
    for (index, name) in own.names.enumerated() {
      let place = try #require(other.names.firstIndex(of: name))
      #expect(other.values[place] == own.values[index], "\(name)")
    }
    #expect(weighed.curves != plain.curves)
  }

  @Test(arguments: ["conditional", "auxiliary", "recognized", "nPlusOne"])
  func `a labelled game is looked at like any other`(use: String) throws {
    let game = try session([("labels", .choice(use)), ("classes", .number(4))])
    game.advance()
    guard
      case .plane(let plane) = game.picture(
        PlaneLook(columns: 6, rows: 4, extras: [.manifold, .pulls, .optimum], probe: [0.1, 0.1]))
    else { return }
    #expect(plane.field.values.count == 24 && plane.field.values.allSatisfy { 0 < $0 && $0 < 1 })
    #expect(plane.generated.count == 512 && plane.manifold?.isEmpty == false)
    #expect(plane.pulls?.count == 16 && plane.reading != nil)
    let names = game.measurements().map(\.name)
    #expect(
      names.suffix(6) == ["classKept", "classLowest", "class1", "class2", "class3", "class4"])
    #expect(game.survey()?.logits.count == 8)
  }

  /// Its logit of "real" is the softmax's share of all classes but the last, whose logit is 0.
  @Test func `D with n+1 classes calls real what is of any class`() throws {
    let page = Experiment.labels
    var settings = Settings(page.hyperparameters)
    for (name, setting) in Self.small + [("labels", .choice("nPlusOne"))] {
      try settings.set(name, to: setting)
    }
    let network = try #require(try page.design(settings) as? Design).discriminator
    let graph = Graph()
    let values = network.parameters.map { graph.random(.normal, $0.shape, stream: 3) }
    let points = graph.random(.normal, [5, 2], stream: 4)
    let (whole, classes) = (network(points, values), network.aside(points, values))
    let program = Program(graph, outputs: [whole, classes])
    program.run(seed: 2, step: 0)
    let logits = program.read(classes)
    for (row, logit) in program.read(whole).enumerated() {
      let powers = logits[(8 * row)..<(8 * row + 8)].map { Elementary.exp(Double($0)) }
      let sum = powers.reduce(0, +)
      #expect(abs(1 / (1 + Elementary.exp(-Double(logit))) - sum / (1 + sum)) < 1e-5)
    }
    #expect(program.read(whole).count == 5 && logits.count == 40)
  }

  @Test func `unrolling, penalties and packs know of labels`() throws {
    for changes: [(String, Setting)] in [
      [("unrollSteps", .number(2))], [("r1", .number(1)), ("gradientPenalty", .number(1))],
      [("packing", .number(2))], [("schedule", .choice("alternating"))],
      [("generatorNorm", .choice("reference"))], [("minibatchFeatures", .choice("deviation"))],
    ] {
      let game = try session(changes + [("labels", .choice("conditional"))])
      for _ in 0..<3 { game.advance() }
      #expect(game.isFinite && game.measurements().allSatisfy { $0.name != "" }, "\(changes)")
    }
  }

  @Test func `a pack has no class that D could find out`() throws {
    let error = #expect(throws: DesignError.self) {
      try session([("labels", .choice("auxiliary")), ("packing", .number(2))])
    }
    #expect(error?.description.contains("set 'packing' to 1") == true)
  }

  // MARK: Counting

  @Test func `samples are counted by the class that they were told`() throws {
    let data = try ring()
    let labels = Labels(.conditional, classes: 8, of: data)
    let centres = data.components.map(\.centre)
    let right = ClassCensus(centres, told: Array(0..<8), labels, of: data)
    #expect(right.kept == 1 && right.quality.allSatisfy { $0 == 1 })
    let wrong = ClassCensus(centres, told: [1] + Array(1..<8), labels, of: data)
    #expect(wrong.kept == 7.0 / 8)
    #expect(wrong.quality[0].isNaN && wrong.quality[1] == 0.5)
    let untold = ClassCensus([centres[2], centres[2] * 1.2], told: nil, labels, of: data)
    #expect(untold.kept.isNaN && untold.quality[2] == 0.5 && untold.quality[0].isNaN)
  }
}
