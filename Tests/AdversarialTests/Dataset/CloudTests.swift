import Engine
import Foundation
import Testing

@testable import Adversarial

/// Points without modes, as data.
@Suite struct CloudTests {
  private func grid(_ count: Int) -> [SIMD2<Float>] {
    (0..<count).map { SIMD2(Float($0 % 7), Float($0 / 7)) }
  }

  private func drawn(_ cloud: Cloud, _ count: Int, threads: Int = 1) -> [Float] {
    let graph = Graph()
    let batch = cloud.draw(count, in: graph, stream: 1)
    let program = Program(graph, outputs: [batch], threads: threads)
    program.run(seed: 3, step: 5)
    return program.read(batch)
  }

  @Test(arguments: [1, 2, 3, 7, 10, 16, 37])
  func `every point is drawn as often as the others, and nothing else`(count: Int) throws {
    let points = grid(count)
    let cloud = try Cloud(points, deviation: 0.001)
    let draws = 200 * count
    var found = Array(repeating: 0, count: count)
    for point in pairs(drawn(cloud, draws)) {
      let place = SIMD2(point.x.rounded(), point.y.rounded())
      #expect(distance(place, point) < 0.01, "\(point) is none of the points")
      let index = try #require(points.firstIndex(of: place))
      found[index] += 1
    }
    // Five standard deviations of a count of 200 expected.
    #expect(found.allSatisfy { abs(Double($0) - 200) <= (count == 1 ? 0 : 71) }, "\(found)")
  }

  @Test func `the blur is normal, with the deviation that was asked for`() throws {
    let points = pairs(drawn(try Cloud([SIMD2(1, -1)], deviation: 0.5), 20_000))
    let square = points.reduce(0.0) { $0 + Double(pow($1.x - 1, 2) + pow($1.y + 1, 2)) }
    #expect(abs(square / 20_000 - 2 * 0.25) < 0.02)
  }

  @Test func `threads change nothing`() throws {
    let cloud = try Cloud(grid(1_000), deviation: 0.1)
    #expect(drawn(cloud, 777) == drawn(cloud, 777, threads: 2))
  }

  @Test func `the density is the mean of the Gaussians, and the shares are its integral`() throws {
    let points: [SIMD2<Float>] = [SIMD2(0, 0), SIMD2(1, 0.5), SIMD2(1, 0.5), SIMD2(-2, 1)]
    let (cloud, width) = (try Cloud(points, deviation: 0.3), 0.3)
    for place: SIMD2<Float> in [[0, 0], [0.9, 0.4], [0.5, 0.2], [-2, 1]] {
      let exact = points.reduce(0.0) { sum, point in
        let square = Double(distance(place, point)) * Double(distance(place, point))
        return sum + exp(-square / (2 * width * width)) / (2 * Double.pi * width * width) / 4
      }
      #expect(abs(cloud.density(at: place) - exact) < 1e-6 * (1 + exact))
    }
    let bounds = Bounds(x: -4...4, y: -3...3)
    let shares = cloud.shares(in: bounds, columns: 80, rows: 60)
    #expect(abs(shares.reduce(0, +) - 1) < 1e-6)
    // Of a small cell the share is the density times the area: row 24 from the top is y = 0.55.
    let cell = shares[24 * 80 + 50]
    #expect(abs(cell / 0.01 - cloud.density(at: SIMD2(1.05, 0.55))) < 0.01)
  }

  @Test func `a mixture of the same points has the same density and shares`() throws {
    let points = grid(9)
    let cloud = try Cloud(points, deviation: 0.4)
    let mixture = try Mixture(
      points.map { .init(centre: $0, deviation: 0.4, weight: 1) })
    let bounds = Bounds(x: -1...7, y: -2...3)
    let (own, other) = (
      cloud.shares(in: bounds, columns: 9, rows: 8), mixture.shares(in: bounds, columns: 9, rows: 8)
    )
    #expect(zip(own, other).allSatisfy { abs($0 - $1) < 1e-7 })
    #expect(abs(cloud.density(at: [2, 1]) - mixture.density(at: [2, 1])) < 1e-6)
  }

  @Test func `an outlier does not set the view, and points without a place are no data`() throws {
    let points = grid(300) + [SIMD2(9_000, 0)]
    #expect(try Cloud(points, deviation: 0.1).reach < 50)
    #expect(throws: DesignError.self) { try Cloud([], deviation: 0.1) }
    #expect(throws: DesignError.self) { try Cloud([SIMD2(0, 0)], deviation: 0) }
  }
}
