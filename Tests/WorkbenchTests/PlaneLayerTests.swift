import Adversarial
import Notebook
import Plotting
import Testing

@testable import Workbench

/// The plane's layers, as a person turns them on and off.
@Suite struct PlaneLayerTests {
  /// The plane's inside at 120×40.
  private func inside(_ bench: Workbench) -> [String] {
    bench.view().lines[2..<35].map { String(Array($0)[1..<67]) }
  }

  private func characters(_ bench: Workbench) -> Set<Character> {
    Set(inside(bench).joined())
  }

  private func grounds(_ bench: Workbench) -> Set<Ground> {
    let frame = bench.view()
    return Set(
      (2..<35).flatMap { row in (1..<67).map { frame[row, $0].style.background } })
  }

  private func inks(_ bench: Workbench) -> Set<Ink> {
    let frame = bench.view()
    return Set(
      (2..<35).flatMap { row in
        (1..<67).compactMap { column in
          let cell = frame[row, column]
          return cell.character == " " ? nil : cell.style.foreground
        }
      })
  }

  private func bench() -> Workbench {
    var bench = Fixture.running()
    bench.answer(bench.update(.resized(columns: 120, rows: 40)))
    return bench
  }

  @Test func `a run begins with both clouds, D's field and its contour`() {
    let bench = bench()
    #expect(inks(bench).isSuperset(of: [.real, .generated]))
    #expect(grounds(bench).contains(.field(0)) && grounds(bench).contains(.field(8)))
    #expect(inks(bench).contains(.boundary))
    #expect(bench.view().lines[1].contains("● real  ● generated  ● both  ⠒ D = ½"))
  }

  @Test func `each number hides its layer, says so, and shows it again`() {
    var bench = bench()
    let before = bench.view().lines[1..<36]
    bench.press("1")
    #expect(!inks(bench).contains(.real) && !bench.view().lines[1].contains("real"))
    #expect(bench.view().lines[39].contains("1 off: real points."))
    bench.press("2")
    #expect(inks(bench).isDisjoint(with: [.real, .generated, .both]))
    bench.press("3")
    #expect(grounds(bench) == [.normal])
    #expect(!bench.view().lines[35].contains("D .12 "))
    bench.press("4")
    #expect(characters(bench) == [" "])
    bench.press("1234")
    #expect(bench.view().lines[1..<36] == before)
  }

  @Test func `the manifold is asked for, drawn under the points, and told`() {
    var bench = bench()
    let effects = bench.update(.key(.character("5")))
    #expect(effects.looks.map(\.extras) == [.manifold])
    bench.answer(effects)
    #expect(inks(bench).contains(.good))
    #expect(bench.view().lines[1].contains("manifold"))
    #expect(bench.view().lines[39].contains("5 on: the generator's manifold"))
    let off = bench.update(.key(.character("5")))
    #expect(off.looks.map(\.extras) == [[]])
    #expect(!inks(bench).contains(.good))
  }

  @Test func `arrows say where the samples are told to go, small ones where others would`() {
    var bench = bench()
    bench.press("6")
    let frame = bench.view()
    func arrows(_ attributes: Style.Attributes) -> Set<Character> {
      Set(
        (2..<35).flatMap { row in (1..<67).map { frame[row, $0] } }
          .filter { "→↗↑↖←↙↓↘".contains(Character($0.character)) }
          .filter { $0.style == Style(.normal, on: $0.style.background, attributes) }
          .map { Character($0.character) })
    }
    #expect(arrows(.bold) == ["↑"], "the samples' own")
    #expect(arrows([]) == ["→"], "up the slope of D")
    #expect(bench.view().lines[1].contains("→ −∂J_G/∂x"))
    #expect(bench.view().text.contains("0.25"))
  }

  @Test func `trails need nothing new, and grow with every look`() {
    var bench = bench()
    #expect(bench.update(.key(.character("7"))).looks.isEmpty)
    bench.press("2")
    let few = inside(bench).joined().filter { $0 != " " && $0 != "·" }.count
    for step in 0..<6 {
      var moment = Fixture.moment(step: 6_130 + step)
      let look = PlaneLook(columns: 66, rows: 33)
      moment.columns[0].picture = .plane(PlaneFixture.plane(look, shift: Float(step) / -4))
      _ = bench.update(.report(.moment(moment)))
    }
    let many = inside(bench).joined().filter { $0 != " " && $0 != "·" }.count
    #expect(many > few + 10, "\(few) to \(many)")
  }

  @Test func `the optimum takes the ground, and the contour stays D's`() {
    var bench = bench()
    let effects = bench.update(.key(.character("8")))
    #expect(effects.looks.map(\.extras) == [.optimum])
    bench.answer(effects)
    #expect(bench.view().lines[35].contains("D* .01 "))
    #expect(grounds(bench) == [.field(0), .field(8)])
    // D's line at x = 0 goes from the top to the bottom, D*'s would lie across.
    let frame = bench.view()
    let high = (2..<35).count { row in
      (1..<67).contains { frame[row, $0].style.foreground == .boundary }
    }
    #expect(high > 25)
    bench.press("8")
    #expect(bench.view().lines[35].contains("D .12 "))
  }

  @Test func `layers go with every view`() {
    var bench = bench()
    bench.press("5")
    for _ in 0..<4 {
      bench.press("v")
      #expect(inks(bench).contains(.good))
    }
    // Where the page has D*, its views come too: they keep their own ground.
    bench.press("8v")
    #expect(bench.view().lines[1].contains("D*"))
    bench.press("3")
    #expect(grounds(bench) == [.field(0), .field(8)])
  }

  @Test func `without colour and without braille letters stand for the lines`() {
    var bench = Fixture.running(charset: .ascii, hasColour: false)
    bench.answer(bench.update(.resized(columns: 120, rows: 40)))
    bench.press("5678")
    let shown = characters(bench)
    #expect(shown.isSuperset(of: ["~", "^", "o", "x", "="]))
    #expect(bench.view().lines.joined().allSatisfy { $0.isASCII })
    #expect(bench.view().lines[1].contains("~ G"))
  }

  @Test func `columns of a twin share the layers`() {
    var bench = Fixture.twin()
    bench.press("56")
    for row in 2..<20 {
      let line = Array(bench.view().lines[row])
      guard line[1..<36].contains("↑") else { continue }
      #expect(line[38..<73].contains("↑"))
    }
    #expect(bench.view().text.contains("↑"))
  }

  @Test func `seeds beside each other have the layers too`() {
    var bench = Fixture.bench()
    _ = bench.update(.key(.character("F")))
    let effects = bench.update(.key(.character("5")))
    let looks = effects.compactMap { effect -> PlaneLook? in
      if case .lookAtFan(let look) = effect { look } else { nil }
    }
    #expect(looks.map(\.extras) == [.manifold])
    var moment = Fixture.moment(step: 100)
    moment.columns[0].picture = .plane(
      PlaneFixture.plane(PlaneLook(columns: 20, rows: 10, extras: .manifold)))
    _ = bench.update(.seed(1, .moment(moment)))
    let frame = bench.view()
    #expect(frame.cells.contains { $0.style.foreground == .good && $0.character != " " })
    _ = bench.update(.key(.character("3")))
    #expect(
      !bench.view().cells.contains { cell in
        if case .field = cell.style.background { true } else { false }
      })
  }

  @Test func `densities stand side by side as shades of one scale`() {
    var bench = bench()
    bench.press("vvv")
    #expect(bench.view().lines[1].contains("densities"))
    #expect(bench.view().lines[1].contains("p data ░▒▓█  p model ░▒▓█"))
    let frame = bench.view()
    func marks(_ columns: Range<Int>) -> Set<String> {
      Set(
        (2..<35).flatMap { row in
          columns.map { frame[row, $0] }.filter { "░▒▓█".contains(Character($0.character)) }
            .map { "\($0.character) \($0.style.foreground)" }
        })
    }
    // The model has a quarter of the data's peak above, and next to nothing below.
    #expect(marks(1..<33) == ["█ real"])
    #expect(marks(34..<67) == ["▓ generated"])
    bench.press("v")
    #expect(bench.state.run?.plane.extras == [] && !bench.view().lines[1].contains("p data"))
  }
}
