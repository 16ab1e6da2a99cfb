import Foundation
import Testing

@testable import Adversarial

@Suite struct MixtureDensityTests {
  @Test func `a single Gaussian's density by hand`() throws {
    let mixture = try Mixture([.init(centre: SIMD2(1, 0), deviation: 0.5, weight: 1)])
    #expect(abs(mixture.density(at: SIMD2(1, 0)) - 2 / Double.pi) < 1e-12)
    #expect(abs(mixture.density(at: SIMD2(1, 1)) - 2 / Double.pi * exp(-2)) < 1e-12)
  }

  @Test func `shares of cells sum to one and are the density times the area`() throws {
    let mixture = try Mixture.ring(modes: 3, radius: 1, deviation: 0.2, weights: [1, 2, 5])
    let bounds = Bounds(x: -3...3, y: -2...4)
    let shares = mixture.shares(in: bounds, columns: 120, rows: 120)
    #expect(abs(shares.reduce(0, +) - 1) < 1e-7)
    // The cell of column 80 and row 70, counted from the top: x from 1, y up to 0.5.
    let centre = SIMD2<Float>(1.025, 0.475)
    let expected = mixture.density(at: centre) * 0.05 * 0.05
    #expect(abs(shares[70 * 120 + 80] / expected - 1) < 0.02)
  }
}
