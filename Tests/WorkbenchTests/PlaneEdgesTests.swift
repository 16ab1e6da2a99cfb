import Adversarial
import Notebook
import Plotting
import Testing

@testable import Workbench

/// Points that lie beyond the plane in view.
@Suite struct PlaneEdgesTests {
  private func bench(
    _ columns: Int, _ rows: Int, twin: Int = 1, charset: Workbench.Charset = .braille,
    _ generated: [SIMD2<Float>]
  ) -> Workbench {
    var bench =
      twin > 1
      ? Fixture.twin(columns, rows, of: twin, charset: charset)
      : Fixture.running(columns, rows, charset: charset)
    let preset = twin > 1 ? Fixture.twinPreset(of: twin) : Fixture.library.presets[0]
    var moment = Fixture.moment(of: preset, step: 6_200)
    for index in moment.columns.indices {
      guard case .plane(var plane) = moment.columns[index].picture else { continue }
      plane.generated = generated
      moment.columns[index].picture = .plane(plane)
    }
    _ = bench.update(.report(.moment(moment)))
    return bench
  }

  @Test(arguments: [
    (120, 40, 1), (80, 24, 1), (60, 20, 1), (120, 40, 2), (80, 24, 2), (120, 40, 4),
  ])
  func `they are counted in every column, however narrow`(columns: Int, rows: Int, twin: Int) {
    let text = bench(columns, rows, twin: twin, Array(repeating: SIMD2(9, 9), count: 512))
      .view().text
    let shown = RunLayout(
      state: bench(columns, rows, twin: twin, []).state
    ).planes.count
    #expect(text.components(of: "512 ") >= shown, "\(shown) planes")
  }

  @Test func `they are marked at the edge nearest to them, in the ink of their kind`() {
    let bench = bench(120, 40, [SIMD2(9, 0), SIMD2(-9, 0), SIMD2(0, 9), SIMD2(0, -9)])
    let frame = bench.view()
    let marks = frame.cells.filter { "◂▸▴▾".contains(Character($0.character)) }
      .filter { $0.style.foreground == .generated }
    #expect(Set(marks.map(\.character)) == ["◂", "▸", "▴", "▾"] && marks.count == 4)
    var plain = self.bench(120, 40, charset: .ascii, [SIMD2(9, 0)])
    func count() -> Int {
      plain.view().cells.count { $0.character == ">" && $0.style.foreground == .generated }
    }
    #expect(count() == 1)
    _ = plain.update(.key(.character("2")))
    #expect(count() == 0, "a hidden layer has no marks")
  }

  @Test func `what is not finite is counted and has no place`() {
    let bench = bench(120, 40, [SIMD2(.nan, 0), SIMD2(0, .infinity)])
    #expect(bench.view().text.contains("2 points outside"))
    #expect(!bench.view().text.contains("▴"))
  }
}

extension String {
  fileprivate func components(of part: String) -> Int { split(separator: part).count - 1 }
}
