import Engine
import Testing

@testable import Adversarial

@Suite struct FixedMixtureTests {
  private static let count = 40_000

  private func samples(_ mixture: Mixture) -> [SIMD2<Float>] {
    let graph = Graph()
    let noise = graph.random(.normal, [Self.count, FixedMixture.noiseDimension], stream: 7)
    let points = Network([FixedMixture(mixture)])(noise, [])
    let program = Program(graph, outputs: [points])
    program.run(seed: 3, step: 0)
    return pairs(program.read(points))
  }

  @Test func `samples fall into cells as the density says`() throws {
    let mixture = try Mixture([
      .init(centre: [-1, 0], deviation: 0.5, weight: 1),
      .init(centre: [1, 0.5], deviation: 0.2, weight: 3),
      .init(centre: [0, -1], deviation: 0.3, weight: 2),
    ])
    let grid = PlaneGrid(Bounds(x: -3...3, y: -3...3), columns: 12, rows: 12)
    var found = Array(repeating: 0.0, count: grid.count)
    for point in samples(mixture) {
      guard let place = grid.place(of: point) else { continue }
      found[place.row * grid.columns + place.column] += 1 / Double(Self.count)
    }
    let shares = mixture.shares(in: grid.bounds, columns: grid.columns, rows: grid.rows)
    for (own, share) in zip(found, shares) {
      // Five standard deviations of a count, and a count.
      let spread = (share / Double(Self.count)).squareRoot()
      #expect(abs(own - share) < 5 * spread + 1 / Double(Self.count), "\(own) \(share)")
    }
  }

  @Test func `one mode alone is a Gaussian`() throws {
    let points = samples(try Mixture([.init(centre: [2, -1], deviation: 0.5, weight: 1)]))
    let mean = points.reduce(SIMD2(0, 0)) { $0 + SIMD2<Double>($1) } / Double(points.count)
    #expect(abs(mean.x - 2) < 0.015 && abs(mean.y + 1) < 0.015)
    let near = points.count { distance($0, [2, -1]) < 0.5 }
    // 1 − e^(−½) of a Gaussian of the plane lie within one deviation.
    #expect(abs(Double(near) / Double(points.count) - 0.3935) < 0.012)
  }

  @Test func `only a network that is nothing else has a known mixture`() throws {
    let mixture = try Mixture.ring(modes: 3, radius: 1, deviation: 0.1)
    #expect(Network([FixedMixture(mixture)]).knownMixture == mixture)
    #expect(Network([FixedMixture(mixture), Activation.tanh]).knownMixture == nil)
    #expect(Network([]).knownMixture == nil)
  }

  @Test func `the logarithm of a density is that, also where the density is none`() throws {
    let mixture = try Mixture.ring(modes: 3, radius: 1, deviation: 0.1)
    for place in [SIMD2<Float>(1, 0), SIMD2(0.9, 0.2), SIMD2(0, 0)] {
      let power = Elementary.exp(mixture.logDensity(at: place))
      #expect(abs(power / mixture.density(at: place) - 1) < 1e-9)
    }
    #expect(mixture.density(at: SIMD2(9, 0)) == 0)
    // The nearest mode, eight away at a deviation of 0.1: −½ · 80².
    #expect(abs(mixture.logDensity(at: SIMD2(9, 0)) + 3_200) < 5)
  }
}
