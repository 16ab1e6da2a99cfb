import Foundation
import Testing

@testable import Adversarial

@Suite struct MixtureTests {
  @Test func `a ring's centres are eight, exact and distinct`() throws {
    let ring = try Mixture.ring(modes: 8, radius: 2, deviation: 0.02)
    for (index, mode) in ring.components.enumerated() {
      let angle = 2 * Double.pi * Double(index) / 8
      #expect(abs(Double(mode.centre.x) - 2 * cos(angle)) < 1e-6)
      #expect(abs(Double(mode.centre.y) - 2 * sin(angle)) < 1e-6)
      #expect(mode.weight == 0.125)
    }
  }

  @Test func `points of the circle agree with the library's sine`() {
    for count in 1...37 {
      for index in 0..<count {
        let (point, angle) = (
          Circle.point(index, of: count), 2 * Double.pi * Double(index) / Double(count)
        )
        #expect(abs(point.x - cos(angle)) < 1e-14 && abs(point.y - sin(angle)) < 1e-14)
      }
    }
  }

  @Test func `a ring that ends where it starts is refused with the reason`() {
    #expect(
      throws: DesignError("modes 1 and 8 have the same centre: of 8 modes only 7 are distinct")
    ) {
      try Mixture.duplicatedRing(modes: 8, radius: 2, deviation: 0.02)
    }
  }

  @Test func `no deviation, no mixture`() {
    #expect(throws: DesignError.self) { try Mixture.ring(modes: 3, radius: 1, deviation: 0) }
    #expect(throws: DesignError.self) { try Mixture([]) }
  }

  @Test func `real samples reach the ceiling of high quality and every mode`() throws {
    let mixture = try Mixture.grid(side: 5, spacing: 2, deviation: 0.05)
    let points = samples(of: mixture, count: 20_000)
    let census = Census(points, of: mixture)
    #expect(abs(Measure.highQuality.value(census) - (1 - exp(-4.5))) < 0.003)
    #expect(Measure.modesCaptured.value(census) == 25)
    #expect(Measure.modesStrict.value(census) == 25)
    #expect(Measure.modeTV.value(census) < 0.05)
    #expect(Measure.reverseKL.value(census) < 0.01)
  }

  @Test func `unequal shares are drawn as they are`() throws {
    let mixture = try Mixture.ring(
      modes: 3, radius: 1, deviation: 0.05, weights: [1, 2, 5])
    let census = Census(samples(of: mixture, count: 20_000), of: mixture)
    let shares = census.accepted.map { Double($0) / 20_000 / (1 - exp(-4.5)) }
    for (share, weight) in zip(shares, [0.125, 0.25, 0.625]) {
      #expect(abs(share - weight) < 0.012, "\(shares)")
    }
  }

  @Test func `measures by hand`() throws {
    let mixture = try Mixture([
      .init(centre: SIMD2(0, 0), deviation: 0.1, weight: 1),
      .init(centre: SIMD2(4, 0), deviation: 0.1, weight: 1),
    ])
    // Three good at the first mode, one within a quarter of the way to it, none at the second.
    let census = Census(
      [SIMD2(0, 0), SIMD2(0.29, 0), SIMD2(0, -0.3), SIMD2(0.9, 0), SIMD2(.nan, 0)], of: mixture)
    #expect(census.accepted == [3, 0])
    #expect(census.reached == [4, 0])
    #expect(Measure.modesCaptured.value(census) == 1)
    #expect(Measure.highQuality.value(census) == 0.6)
    #expect(abs(Measure.modeTV.value(census) - (0.1 + 0.5 + 0.4) / 2) < 1e-12)
    #expect(abs(Measure.reverseKL.value(census) - log(2)) < 1e-12)
    #expect(Measure.reverseKL.value(Census([], of: mixture)).isNaN)
  }

  private func samples(of mixture: Mixture, count: Int) -> [SIMD2<Float>] {
    MixtureSample.points(mixture, count: count, seed: 5)
  }
}
