import Foundation
import Testing

@testable import Adversarial

/// Beside the system's library, which is good to its last bit or two.
@Suite struct ElementaryTests {
  private static let steps = 20_000

  private func worst(
    _ range: ClosedRange<Double>, _ own: (Double) -> Double, _ system: (Double) -> Double,
    isRelative: Bool
  ) -> Double {
    (0...Self.steps).map { step in
      let part = Double(step) / Double(Self.steps)
      let x = range.lowerBound + (range.upperBound - range.lowerBound) * part
      return abs(own(x) - system(x)) / (isRelative ? max(abs(system(x)), 1e-300) : 1)
    }.max() ?? .infinity
  }

  @Test func `the exponential and the logarithm are good to fifteen digits`() {
    #expect(worst(-700...700, Elementary.exp, Foundation.exp, isRelative: true) < 2e-15)
    #expect(worst(-2...2, Elementary.exp, Foundation.exp, isRelative: true) < 2e-15)
    #expect(worst(1e-9...5, Elementary.log, Foundation.log, isRelative: false) < 5e-15)
    #expect(worst(5...1e300, Elementary.log, Foundation.log, isRelative: true) < 2e-15)
  }

  @Test func `sine and cosine are good to fifteen places`() {
    #expect(worst(-50...50, Elementary.sin, Foundation.sin, isRelative: false) < 2e-15)
    #expect(worst(-50...50, Elementary.cos, Foundation.cos, isRelative: false) < 2e-15)
    #expect(worst(1e6...1e6 + 7, Elementary.sin, Foundation.sin, isRelative: false) < 1e-13)
  }

  @Test func `powers are good for whole and for broken exponents`() {
    func cube(_ x: Double) -> Double { Elementary.power(x, 3) }
    #expect(worst(-9...9, cube, { pow($0, 3) }, isRelative: true) < 2e-15)
    func root(_ x: Double) -> Double { Elementary.power(x, 0.3) }
    #expect(worst(0.01...90, root, { pow($0, 0.3) }, isRelative: true) < 5e-15)
    #expect(Elementary.power(2, -2) == 0.25)
    #expect(Elementary.power(0, 0.5) == 0)
  }

  @Test func `the ends are where they belong`() {
    #expect(Elementary.exp(0) == 1)
    #expect(Elementary.exp(-.infinity) == 0 && Elementary.exp(.infinity) == .infinity)
    #expect(Elementary.exp(-745) > 0 && Elementary.exp(709.7) < .infinity)
    #expect(Elementary.exp(.nan).isNaN && Elementary.log(.nan).isNaN)
    #expect(Elementary.log(1) == 0 && Elementary.log(0) == -.infinity)
    #expect(Elementary.log(.infinity) == .infinity)
    #expect(Elementary.log(.leastNonzeroMagnitude) < -744)
    #expect(Elementary.sin(1e12).isNaN)
  }
}
