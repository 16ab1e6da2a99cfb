import Testing

@testable import Adversarial

/// Measures of data that have no modes.
@Suite struct ResemblanceTests {
  private let circle = Cloud.circle

  private func values(_ points: [SIMD2<Float>]) throws -> [Double] {
    Resemblance(try circle()).values(points)
  }

  @Test func `the data resemble themselves`() throws {
    let points = try circle().points
    let values = try values(points)
    #expect(values[0] == 1 && values[1] == 1)
    #expect(abs(values[2]) < 0.01)
  }

  @Test func `half of the data is half covered, and all of it near`() throws {
    let values = try values(circle().points.filter { $0.x > 0 })
    #expect(abs(values[0] - 0.5) < 0.03 && values[1] == 1)
    #expect(values[2] > 0.1)
  }

  @Test func `points elsewhere cover nothing, and the farther the more energy`() throws {
    let near = try values([SIMD2(0, 0), SIMD2(0.1, 0)])
    let far = try values([SIMD2(9, 0), SIMD2(9.1, 0)])
    #expect(near[0] == 0 && near[1] == 0 && far[2] > near[2])
    #expect(near[2] > 0)
  }

  @Test func `what is not finite counts as a sample and is near nothing`() throws {
    let values = try values([SIMD2(1, 0), SIMD2(.nan, 0), SIMD2(.infinity, 1), SIMD2(1, 0)])
    #expect(values[1] == 0.5)
    #expect(try self.values([SIMD2(.nan, 0)])[2].isNaN)
  }
}

extension Cloud {
  fileprivate static func circle() throws -> Cloud {
    try Cloud(FormulaCurve("cos(t),sin(t)").points(), deviation: 0.001)
  }
}
