import Foundation
import Testing

@testable import Adversarial

/// Texts and curves as points.
@Suite struct ShapeTests {
  @Test func `every letter has dots of its own`() {
    let shapes = DotFont.letters.map { letter in
      (0..<DotFont.rows * DotFont.columns).map {
        DotFont.hasDot(letter, row: $0 / DotFont.columns, column: $0 % DotFont.columns)
      }
    }
    #expect(shapes.allSatisfy { $0.contains(true) })
    #expect(Set(shapes).count == DotFont.letters.count)
    #expect(!DotFont.hasDot("A", row: 7, column: 0) && !DotFont.hasDot("é", row: 0, column: 0))
  }

  @Test(arguments: Array(DotFont.letters).map(String.init) + ["GAN", "A B", "WWWWWWWWWWWWWWWW"])
  func `a text fills its part of the plane and no more`(text: String) throws {
    let points = DataForm.points(ofText: try Banner.checked(text), reach: 2)
    #expect(points.count == Banner.count && Set(points).count > Banner.count / 2)
    #expect(points.allSatisfy { abs($0.x) <= 2.1 && abs($0.y) <= 2.001 })
  }

  @Test func `L is upright: its foot is at the bottom, to the right`() {
    let points = DataForm.points(ofText: "L", reach: 3)
    let foot = points.filter { $0.y < -2.9 }
    #expect((foot.map(\.x).max() ?? 0) > 1.9 && !points.contains { $0.y > 0 && $0.x > 0 })
  }

  @Test func `points lie at equal distances along a curve`() throws {
    let points = try FormulaCurve("2*cos(t),2*sin(t)").points()
    let gaps = zip(points, points.dropFirst() + points.prefix(1)).map { distance($0, $1) }
    #expect(points.allSatisfy { abs(distance($0, .zero) - 2) < 1e-3 })
    #expect(gaps.allSatisfy { abs($0 - gaps[0]) < 1e-3 }, "the ends of the circle meet")
    let line = try FormulaCurve("t^3,0;t=0..1").points()
    #expect(abs(line[512].x - 0.5) < 1e-3, "as far along it, not along t")
  }

  @Test(
    arguments: [
      ("1/t,t", "stay within 1000"), ("ln(t-9),t", "stay within 1000"), ("1,2", "a single point"),
      ("exp(9*t),t", "stay within 1000"),
    ])
  func `a curve that leaves the plane is no data`(text: String, part: String) throws {
    let curve = try FormulaCurve(text)
    do {
      _ = try curve.points()
      Issue.record("\(text) is taken")
    } catch {
      #expect(error.description.contains(part))
    }
  }
}
