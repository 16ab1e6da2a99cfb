import Adversarial
import Foundation
import Notebook
import Plotting
import Testing

@testable import Workbench

@Suite struct StandStillTests {
  /// Where words begin, digits and signs blotted out: what must not move from frame to frame.
  private func skeleton(_ line: String) -> String {
    String(line.map { $0.isLetter || "│┌┐└┘├┤─▶❚".contains($0) ? $0 : " " })
  }

  @Test(arguments: [0, 1, 9, 42, 999, 1_000, 9_999, 24_999])
  func `the title's words keep their columns`(step: Int) {
    var bench = Fixture.running()
    let before = skeleton(bench.view().lines[0])
    _ = bench.update(.report(.moment(Fixture.moment(step: 6_121))))
    _ = bench.update(.report(.moment(Fixture.moment(step: max(6_121, step)))))
    #expect(skeleton(bench.view().lines[0]) == before)
  }

  @Test func `pausing moves nothing in the title`() {
    var bench = Fixture.running()
    let before = bench.view().lines[0]
    _ = bench.update(.key(.character(" ")))
    let after = bench.view().lines[0]
    let place = before.range(of: "step  6 120")?.lowerBound
    #expect(place != nil)
    #expect(
      before.distance(from: before.startIndex, to: place ?? before.startIndex)
        == after.distance(
          from: after.startIndex,
          to: after.range(of: "step  6 120")?.lowerBound ?? after.startIndex))
  }

  @Test(arguments: [Float(0), 0.001, -0.5, 1, 9.9999, 12.5, -123.4, 99_999, 1e9, -1e-9, .infinity])
  func `a cost of any size ends in the same column`(value: Float) {
    var bench = Fixture.running()
    var moment = Fixture.moment(step: 6_130)
    moment.columns[0].curves[0] = value
    _ = bench.update(.report(.moment(moment)))
    let line = Array(bench.view().lines[2])
    #expect(line[70] == "│")
    let number = line[82..<90]
    #expect(number.last != " ")
    #expect(line[90] == " ")
  }
}
