import Adversarial
import Notebook
import Plotting
import Testing

@testable import Workbench

@Suite struct WritingTests {
  private func type(_ text: String, into bench: inout Workbench) {
    for character in text { _ = bench.update(.key(.character(character))) }
  }

  private func recorded() -> Workbench {
    var bench = Fixture.running()
    let time = Moment.Time(
      live: 6_120,
      commands: [
        .init(step: 1_200, command: .mark()),
        .init(step: 3_100, command: .note("two modes at once")),
      ])
    _ = bench.update(.report(.moment(Fixture.moment(step: 6_120, time: time))))
    return bench
  }

  @Test func `m marks the step in view`() {
    var bench = Fixture.running()
    #expect(bench.update(.key(.character("m"))).commands == [.mark()])
    #expect(bench.view().lines[39].contains("Marked step 6 120."))
    _ = bench.update(.key(.home))
    #expect(bench.update(.key(.character("m"))).commands == [.mark(at: 0)])
  }

  @Test func `e writes a note, wide characters and all`() {
    var bench = Fixture.running()
    _ = bench.update(.key(.character("e")))
    type("左 mode fades", into: &bench)
    #expect(bench.view().lines[39].contains(" note at step 6 120: 左 mode fades"))
    #expect(bench.update(.key(.enter)).commands == [.note("左 mode fades")])
    #expect(bench.view().lines[39].contains("Noted at step 6 120."))
  }

  @Test func `a note written in the past says which step it speaks of`() {
    var bench = Fixture.running()
    _ = bench.update(.key(.home))
    _ = bench.update(.key(.character("e")))
    type("a start", into: &bench)
    #expect(bench.update(.key(.enter)).commands == [.note("a start", at: 0)])
  }

  @Test func `an empty note is none, Esc keeps nothing`() {
    var bench = Fixture.running()
    _ = bench.update(.key(.character("e")))
    #expect(bench.update(.key(.enter)).isEmpty)
    _ = bench.update(.key(.character("e")))
    type("no", into: &bench)
    #expect(bench.update(.key(.escape)).isEmpty)
    #expect(bench.view().lines[39].contains("q leave"))
  }

  @Test func `a pasted text goes into the note, its lines joined`() {
    var bench = Fixture.running()
    _ = bench.update(.paste("into nothing"))
    _ = bench.update(.key(.character("e")))
    _ = bench.update(.paste("one\r\ntwo\tthree"))
    #expect(bench.update(.key(.enter)).commands == [.note("one two three")])
  }

  @Test func `a long note shows the part around the cursor`() {
    var bench = Fixture.running(60, 20)
    _ = bench.update(.key(.character("e")))
    type(String(repeating: "ab ", count: 40) + "end", into: &bench)
    #expect(bench.view().lines[19].contains("end"))
    _ = bench.update(.key(.home))
    #expect(!bench.view().lines[19].contains("end"))
    #expect(bench.view().lines[19].contains("note at step 6 120: ab ab"))
  }

  @Test func `the page lists notes and marks, and Enter goes to one`() {
    var bench = recorded()
    _ = bench.update(.key(.tab))
    #expect(bench.view().text.contains("1 200  marked"))
    #expect(bench.view().text.contains("3 100  two modes at once"))
    _ = bench.update(.key(.down))
    #expect(bench.update(.key(.enter)).names.first == "view 3100")
    _ = bench.update(.key(.up))
    #expect(bench.update(.key(.enter)).names.first == "view 1200")
  }

  @Test func `without notes the arrows still choose knobs on the page`() {
    var bench = Fixture.running()
    _ = bench.update(.key(.tab))
    _ = bench.update(.key(.down))
    #expect(bench.view().text.contains("▸ G learning rate"))
  }

  @Test func `w saves the knobs as they stand under a name`() {
    var bench = Fixture.running()
    _ = bench.update(.key(.right))
    _ = bench.update(.key(.character("w")))
    for _ in 0..<30 { _ = bench.update(.key(.backspace)) }
    type("../x", into: &bench)
    #expect(bench.update(.key(.enter)).isEmpty)
    #expect(bench.view().lines[39].contains("letters, digits and dashes"))
    for _ in 0..<4 { _ = bench.update(.key(.backspace)) }
    type("My fast one", into: &bench)
    guard case .savePreset(let preset, let name)? = bench.update(.key(.enter)).first else {
      Issue.record("nothing is saved")
      return
    }
    #expect(name == "my-fast-one" && preset.name == name)
    #expect(preset.settings["discriminatorLearningRate"] == .number(1.5e-4))
  }

  @Test func `x asks for a format and exports the run on the screen`() {
    var bench = Fixture.running()
    _ = bench.update(.key(.character("x")))
    #expect(bench.view().lines[39].contains("export as: md"))
    for _ in 0..<2 { _ = bench.update(.key(.backspace)) }
    type("zip", into: &bench)
    #expect(bench.update(.key(.enter)).isEmpty)
    for _ in 0..<3 { _ = bench.update(.key(.backspace)) }
    type("sv", into: &bench)
    #expect(bench.update(.key(.enter)).names == ["export this svg"])
    _ = bench.update(.notice("Written to run.svg."))
    #expect(bench.view().lines[39].contains("Written to run.svg."))
  }
}
