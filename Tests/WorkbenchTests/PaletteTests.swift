import Adversarial
import Experiments
import Notebook
import Plotting
import Testing

@testable import Workbench

@Suite struct PaletteTests {
  private func bench(typing text: String) -> Workbench {
    var bench = Fixture.running()
    _ = bench.update(.key(.character(":")))
    for character in text { _ = bench.update(.key(.character(character))) }
    return bench
  }

  @Test func `every command of the page is found by its own words`() {
    for binding in Binding.table where binding.contexts.contains(.run) {
      guard ![.palette, .repaint].contains(binding.action) else { continue }
      let bench = bench(typing: binding.help)
      let entries = PaletteList(
        state: bench.state,
        {
          var state = PaletteState(); state.editor = LineEditor(binding.help); return state
        }()
      ).entries
      guard case .action(let action)? = entries.first?.deed else {
        Issue.record("\(binding.action) is not found")
        continue
      }
      #expect(action == binding.action)
    }
  }

  @Test func `Enter does what is chosen`() {
    var bench = bench(typing: "fork")
    #expect(bench.update(.key(.enter)).names == ["fork", "look 66×33"])
    bench = self.bench(typing: "pause")
    #expect(bench.update(.key(.enter)).commands == [.pause])
  }

  @Test func `letters in their order find what they abbreviate`() {
    let bench = bench(typing: "setglr")
    #expect(bench.view().text.contains("set generatorLearningRate: G learning rate"))
  }

  @Test func `every command has a name of its own, and is the first to be found by it`() {
    let bound = Set(Binding.table.map(\.action))
    #expect(Set(bound.map(\.name)).count == bound.count)
    #expect(Action.stepDiscriminator.name == "step discriminator")
    for binding in Binding.table where binding.contexts.contains(.run) {
      guard ![.palette, .repaint].contains(binding.action) else { continue }
      var palette = PaletteState()
      palette.editor = LineEditor(binding.action.name)
      let entries = PaletteList(state: Fixture.running().state, palette).entries
      #expect(
        entries.first?.text.hasPrefix("\(binding.action.name): ") == true,
        "\(binding.action.name) finds \(entries.first?.text ?? "nothing")")
    }
  }

  @Test func `letters that stand together or begin a word win`() {
    let score = { (text: String, wanted: String) in Likeness(of: text, for: wanted)?.score ?? .max }
    #expect(score("log scale", "ls") < score("leave the lists", "lts"))
    #expect(score("step once", "step") < score("set the pace", "step"))
    #expect(Likeness(of: "fork", for: "fx") == nil)
    #expect(Likeness(of: "log scale", for: "lsc")?.places == [0, 4, 5])
  }

  @Test func `the letters that were typed stand out`() {
    let frame = bench(typing: "lgsc").view()
    let row = frame.lines.firstIndex { $0.contains("log scale: Charts") }
    #expect(row != nil)
    guard let row, let column = frame.lines[row].firstIndex(of: "l") else { return }
    let place = frame.lines[row].distance(from: frame.lines[row].startIndex, to: column)
    let bold = (0..<9).filter { frame[row, place + $0].style.attributes.contains(.bold) }
    #expect(bold == [0, 2, 4, 5])
  }

  @Test func `set names a knob, then its value`() {
    var bench = bench(typing: "set batch 256")
    #expect(bench.update(.key(.enter)).commands == [.set(name: "batch", setting: .number(256))])
    bench = self.bench(typing: "set beta1")
    _ = bench.update(.key(.enter))
    #expect(bench.view().text.contains(": set beta1 "))
    for character in "0.3" { _ = bench.update(.key(.character(character))) }
    #expect(bench.update(.key(.enter)).commands == [.set(name: "beta1", setting: .number(0.3))])
  }

  @Test(arguments: ["set batch x", "set batch ", "set batch 1e99", "set optimizer none"])
  func `a wrong value stays with its reason`(text: String) {
    var bench = bench(typing: text)
    #expect(bench.update(.key(.enter)).isEmpty)
    #expect(bench.state.context == .palette)
    guard case .palette(let palette)? = bench.state.layers.last else { return }
    #expect(palette.mistake?.isEmpty == false)
  }

  @Test func `nothing found does nothing, Esc closes`() {
    var bench = bench(typing: "qqqqq")
    #expect(bench.view().text.contains("Nothing has these letters."))
    #expect(bench.update(.key(.enter)).isEmpty)
    #expect(bench.update(.key(.escape)).isEmpty)
    #expect(bench.view().text.contains("step  6 120"))
  }

  @Test func `the arrows choose, and stop at the ends`() {
    var bench = bench(typing: "")
    for _ in 0..<100 { _ = bench.update(.key(.down)) }
    for _ in 0..<100 { _ = bench.update(.key(.up)) }
    #expect(bench.update(.key(.enter)).commands == [.pause])
  }

  @Test func `the contents have a palette too`() {
    var bench = Fixture.bench()
    _ = bench.update(.key(.character(":")))
    for character in "quit" { _ = bench.update(.key(.character(character))) }
    #expect(bench.update(.key(.enter)).names == ["quit"])
  }

  @Test func `on the contents it opens pages and starts presets by name`() {
    func names(after text: String) -> (effects: [String], bench: Workbench) {
      var bench = Fixture.bench()
      _ = bench.update(.key(.character(":")))
      for character in text { _ = bench.update(.key(.character(character))) }
      return (bench.update(.key(.enter)).names, bench)
    }
    let preset = Fixture.library.presets[1]
    let started = names(after: "start \(preset.name)")
    #expect(started.effects == ["start \(preset.name)", "look 66×33"])
    let opened = names(after: "open \(Fixture.page.name)")
    #expect(opened.effects.isEmpty)
    #expect(opened.bench.state.chosenPlace == .page(Fixture.page.name))
  }
}
