import Engine
import Foundation
import Testing

@testable import Adversarial

@Suite struct ManifoldTests {
  private func manifold(
    _ dimension: Int, steps: Int = 0, threads: Int = 1
  ) throws -> [[SIMD2<Float>]] {
    let game = try SmallGame([("noiseDimension", .number(Double(dimension)))])
    let session = game.session(threads: threads)
    for _ in 0..<steps { session.advance() }
    return try #require(
      session.plane(PlaneLook(columns: 1, rows: 1, extras: .manifold)).manifold)
  }

  @Test(arguments: [1, 2, 3, 8])
  func `it is the same at every look, and moves with the generator alone`(dimension: Int) throws {
    let (first, again) = (try manifold(dimension), try manifold(dimension, threads: 3))
    #expect(first == again)
    #expect(first.count == (dimension == 1 ? 1 : 2 * ManifoldProgram.lines))
    #expect(first.allSatisfy { $0.count == ManifoldProgram.pointsALine })
    #expect(try manifold(dimension, steps: 3) != first)
  }

  @Test func `of many dimensions its lines are closed, and cross each other`() throws {
    let lines = try manifold(8)
    for line in lines {
      let apart = line[0] - line[ManifoldProgram.pointsALine - 1]
      #expect(abs(apart.x) < 1e-4 && abs(apart.y) < 1e-4)
    }
    // Line 0 of the one family and line 0 of the other meet at s = t = 0.
    let meeting = lines[0][0] - lines[ManifoldProgram.lines][0]
    #expect(abs(meeting.x) < 1e-5 && abs(meeting.y) < 1e-5)
  }

  @Test func `each z of it is a draw of the noise: its weights have length one`() {
    for weights in ManifoldProgram.weights(dimension: 256) {
      #expect(weights.count == 4)
      #expect(abs(weights.reduce(0) { $0 + $1 * $1 } - 1) < 1e-5)
    }
  }

  @Test func `of two dimensions it is a grid of z`() {
    let grid = ManifoldProgram.weights(dimension: 2)
    #expect(grid.count == 2 * ManifoldProgram.lines * ManifoldProgram.pointsALine)
    #expect(grid.allSatisfy { $0.count == 2 && (-2...2).contains($0[0]) })
    #expect(grid.first == [-2, -2] && grid.last == [2, 2])
    #expect(ManifoldProgram.weights(dimension: 1).first == [-3])
    #expect(ManifoldProgram.weights(dimension: 1).last == [3])
  }
}
