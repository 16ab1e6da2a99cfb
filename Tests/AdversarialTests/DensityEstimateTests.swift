import Foundation
import Testing

@testable import Adversarial

@Suite struct DensityEstimateTests {
  @Test func `one point's kernel by hand`() {
    let estimate = DensityEstimate([SIMD2(1, -2)], bandwidth: 0.5)
    #expect(abs(estimate(at: SIMD2(1, -2)) - 2 / (Double.pi * 0.25)) < 1e-9)
    #expect(abs(estimate(at: SIMD2(1.25, -2)) - 2 / (Double.pi * 0.25) * 0.75) < 1e-6)
    #expect(estimate(at: SIMD2(1.5, -2)) == 0)
  }

  @Test func `the cells lose nobody`() throws {
    let points = MixtureSample.points(
      try .ring(modes: 3, radius: 0.3, deviation: 0.2), count: 400, seed: 3)
    let estimate = DensityEstimate(points, bandwidth: 0.1)
    for place in points.prefix(40) {
      let byHand = points.reduce(0.0) { sum, point in
        let apart = SIMD2<Double>(point) - SIMD2<Double>(place)
        return sum + max(0, 1 - (apart.x * apart.x + apart.y * apart.y) / 0.01)
      }
      #expect(abs(estimate(at: place) - 2 * byHand / (Double.pi * 0.01 * 400)) < 1e-9)
    }
  }

  @Test func `real samples come out at the known density`() throws {
    let mixture = try Mixture.ring(modes: 8, radius: 2, deviation: 0.1)
    let points = MixtureSample.points(mixture, count: 12_500, seed: 5)
    let estimate = DensityEstimate(
      points, bandwidth: DensityEstimate.bandwidth(deviation: 0.1, count: points.count))
    for mode in mixture.components {
      let (known, found) = (mixture.density(at: mode.centre), estimate(at: mode.centre))
      #expect(abs(found / known - 1) < 0.2, "\(found) for \(known)")
    }
  }

  @Test func `what is not finite or out of all bounds counts, and is nowhere`() {
    let strange: [SIMD2<Float>] = [
      SIMD2(.nan, 0), SIMD2(.infinity, 1), SIMD2(1e30, -1e30), SIMD2(0, 0),
    ]
    let estimate = DensityEstimate(strange, bandwidth: 1)
    #expect(abs(estimate(at: SIMD2(0, 0)) - 2 / Double.pi / 4) < 1e-12)
    #expect(strange.dropLast().allSatisfy { estimate(at: $0) == 0 })
    #expect(DensityEstimate([], bandwidth: 1)(at: SIMD2(0, 0)) == 0)
  }
}
