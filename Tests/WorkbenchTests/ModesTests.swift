import Adversarial
import Notebook
import Plotting
import Testing

@testable import Workbench

/// The data's modes edited on the plane, as a person does.
@Suite struct ModesTests {
  private func bench(_ columns: Int = 120, _ rows: Int = 40) -> Workbench {
    var bench = Fixture.running(columns, rows)
    bench.answer(bench.update(.resized(columns: columns, rows: rows)))
    bench.press("E")
    return bench
  }

  private func data(_ effects: [Effect]) -> String? {
    guard case .set(Settings.dataName, .choice(let text), nil)? = effects.commands.first else {
      return nil
    }
    return text
  }

  private let ring =
    "modes:(2,0,0.02)(1.4142135,1.4142135,0.02)(0,2,0.02)(-1.4142135,1.4142135,0.02)"
    + "(-2,0,0.02)(-1.4142135,-1.4142135,0.02)(0,-2,0.02)(1.4142135,-1.4142135,0.02)"

  @Test(arguments: [(120, 40), (80, 24)])
  func `E shows the modes with their numbers, the footer its keys, Esc leaves`(
    columns: Int, rows: Int
  ) {
    var bench = bench(columns, rows)
    for number in 1...8 { #expect(bench.view().text.contains("●\(number)")) }
    #expect(bench.view().text.contains("1 of 8   x  2.000") || columns == 80)
    #expect(bench.view().text.contains("mode    1 of 8"))
    for hint in ["a add", "Tab choose", "Esc done"] {
      #expect(bench.view().lines[rows - 1].contains(hint), "\(hint) of \(columns)")
    }
    _ = bench.update(.key(.escape))
    #expect(!bench.view().text.contains("●8") && bench.state.context == .run)
  }

  @Test func `a adds a mode in the middle and chooses it, arrows move it to round places`() {
    var bench = bench()
    let added = bench.update(.key(.character("a")))
    #expect(data(added) == ring + "(0,0,0.02)")
    #expect(bench.view().text.contains("mode    9 of 9"))
    let right = data(bench.update(.key(.right)))
    #expect(right == ring + "(0.05,0,0.02)")
    let up = data(bench.update(.key(.up)))
    #expect(up == ring + "(0.05,0.1,0.02)")
    #expect(bench.view().text.contains("x  0.050   y  0.100"))
    #expect(bench.view().text.contains("11.1 % of the data"))
  }

  @Test func `zoomed in, arrows move it finer`() {
    var bench = bench()
    bench.press("a")
    bench.press("+++++")
    #expect(data(bench.update(.key(.right))) == ring + "(0.01,0,0.02)")
  }

  @Test func `a mode comes to where the crosshair is`() {
    var bench = Fixture.running()
    bench.answer(bench.update(.resized(columns: 120, rows: 40)))
    bench.press("i")
    for _ in 0..<10 { bench.press(.right) }
    bench.press("E")
    let text = data(bench.update(.key(.character("a"))))
    #expect(text == ring + "(0.95,0,0.02)" || text == ring + "(0.95,-0.1,0.02)", "\(text ?? "")")
    #expect(bench.state.run?.plane.crosshair == nil)
  }

  @Test func `weight and deviation turn through round values`() {
    var bench = bench()
    #expect(data(bench.update(.key(.character("W"))))?.hasPrefix("modes:(2,0,0.02,1.5)") == true)
    #expect(data(bench.update(.key(.character("w"))))?.hasPrefix("modes:(2,0,0.02)") == true)
    #expect(data(bench.update(.key(.character("S"))))?.hasPrefix("modes:(2,0,0.03)") == true)
    #expect(data(bench.update(.key(.character("s"))))?.hasPrefix("modes:(2,0,0.02)") == true)
  }

  @Test func `Tab goes round, x removes, and what follows is chosen`() {
    var bench = bench()
    bench.press(.backTab)
    #expect(bench.view().text.contains("mode    8 of 8"))
    bench.press(.tab)
    bench.press(.tab)
    let text = data(bench.update(.key(.character("x"))))
    #expect(text == ring.replacing("(1.4142135,1.4142135,0.02)", with: ""))
    #expect(bench.view().text.contains("mode    2 of 7"))
    #expect(bench.view().text.contains("x  0.000   y  2.000"))
  }

  @Test func `undo takes the edits back, one by one`() {
    var bench = bench()
    bench.press("a")
    _ = bench.update(.tick(seconds: 5))
    bench.press("x")
    #expect(bench.view().text.contains("of 8"))
    #expect(data(bench.update(.key(.character("u")))) == ring + "(0,0,0.02)")
    #expect(bench.view().text.contains("of 9"))
    #expect(data(bench.update(.key(.character("u")))) == "none")
    #expect(data(bench.update(.key(.character("U")))) == ring + "(0,0,0.02)")
    #expect(bench.state.context == .modes)
  }

  @Test func `Enter types the numbers of a mode`() {
    var bench = bench()
    _ = bench.update(.key(.enter))
    #expect(bench.view().lines[39].contains("mode 1: 2, 0, 0.02, 1"))
    for _ in 0..<20 { _ = bench.update(.key(.backspace)) }
    for letter in "0, 2" { _ = bench.update(.key(.character(letter))) }
    #expect(data(bench.update(.key(.enter))) == nil)
    #expect(bench.view().lines[39].contains("modes 1 and 3 have the same centre"))
    for letter in ".5,.1,3" { _ = bench.update(.key(.character(letter))) }
    #expect(data(bench.update(.key(.enter)))?.hasPrefix("modes:(0,2.5,0.1,3)") == true)
  }

  @Test func `two modes in one place are refused in a sentence, and nothing is sent`() {
    var bench = bench()
    bench.press("a")
    _ = bench.update(.key(.enter))
    for _ in 0..<20 { _ = bench.update(.key(.backspace)) }
    for letter in "1.95,0,.1" { _ = bench.update(.key(.character(letter))) }
    #expect(data(bench.update(.key(.enter))) != nil)
    let effects = bench.update(.key(.right))
    #expect(effects.commands.isEmpty)
    #expect(bench.view().lines[39].contains("modes 1 and 9 have the same centre"))
  }

  @Test func `data without modes can't be edited, the past neither`() {
    var bench = Fixture.running()
    bench.answer(bench.update(.resized(columns: 120, rows: 40)))
    for letter in ":set data text:GAN" { _ = bench.update(.key(.character(letter))) }
    #expect(data(bench.update(.key(.enter))) == "text:GAN")
    bench.press("E")
    #expect(bench.view().text.contains("text:GAN has no modes"))
    bench.press("u")
    bench.press("<")
    bench.press("E")
    #expect(bench.state.context != .modes)
  }

  @Test func `training goes on and stops under the editor, layers turn, help is there`() {
    var bench = bench()
    #expect(bench.update(.key(.character(" "))).commands == [.pause])
    #expect(bench.update(.key(.character("n"))).commands == [.advance(steps: 1)])
    bench.press("3")
    #expect(bench.state.run?.plane.layers.contains(.field) == false)
    for letter in "?out of the data" { _ = bench.update(.key(.character(letter))) }
    #expect(bench.view().text.contains("Takes the chosen mode out of the data."))
  }

  @Test func `a click chooses the nearest mode`() throws {
    var bench = bench()
    let lines = bench.view().lines
    let row = try #require(lines.firstIndex { $0.contains("●7") })
    let column = try #require(Array(lines[row]).firstIndex(of: "●"))
    bench.answer(bench.update(.mouse(Mouse(.press, column: column, row: row))))
    #expect(bench.view().text.contains("mode    7 of 8"))
  }

  @Test func `the knob tells the data in a few words`() {
    var bench = bench()
    bench.press("a")
    bench.press(.escape)
    for letter in ":set data" { _ = bench.update(.key(.character(letter))) }
    _ = bench.update(.key(.escape))
    bench.press("u")
    bench.press("U")
    #expect(bench.view().text.contains("‹ 9 modes ›"))
  }
}
