import Plotting
import Testing

@testable import Workbench

@Suite struct BindingTests {
  @Test(arguments: Context.allCases)
  func `a key means one thing at a place`(context: Context) {
    let keys = Binding.table.filter { $0.contexts.contains(context) }.flatMap(\.keys)
    #expect(Set(keys).count == keys.count)
  }

  @Test func `every action but the unasked has a key`() {
    let bound = Set(Binding.table.map(\.action))
    #expect(Set(Action.allCases).subtracting(bound) == Action.unasked)
  }

  @Test(arguments: Context.allCases)
  func `a wide footer shows every binding that has a label`(context: Context) {
    let footer = Footer(context: context).line(columns: 500)
    let text = footer.stretches.map(\.text).joined()
    for binding in Binding.table where binding.contexts.contains(context) {
      guard !binding.label.isEmpty else { continue }
      #expect(text.contains(binding.label), "\(binding.action) is missing from: \(text)")
      #expect(text.contains(binding.keys[0].name))
    }
  }

  @Test(arguments: [40, 44, 60, 80, 120])
  func `a footer fits, and still says how to get out and how to get help`(columns: Int) {
    let footer = Footer(context: .run).line(columns: columns)
    let text = footer.stretches.map(\.text).joined()
    #expect(footer.width <= columns)
    #expect(text.contains("q leave"))
    #expect(text.contains("? help"))
    #expect(text.contains("space pause"))
  }

  @Test func `the help page tells every binding`() {
    var bench = Fixture.running(120, 200)
    _ = bench.update(.key(.character("?")))
    let screen = bench.view().lines.joined(separator: "\n")
    for binding in Binding.table {
      #expect(screen.contains(binding.help), "\(binding.action)")
      for key in binding.keys { #expect(screen.contains(key.name)) }
    }
  }

  @Test func `typing searches the help page, Esc closes it`() {
    var bench = Fixture.running()
    _ = bench.update(.key(.character("?")))
    for character in "unroll" { _ = bench.update(.key(.character(character))) }
    #expect(bench.view().text.contains("Nothing here has these letters."))
    for _ in 0..<6 { _ = bench.update(.key(.backspace)) }
    for character in "seed" { _ = bench.update(.key(.character(character))) }
    #expect(bench.view().text.contains("Starts again with the next seed."))
    #expect(!bench.view().text.contains("Chooses the knob above."))
    _ = bench.update(.key(.escape))
    #expect(bench.view().text.contains("step  6 120"))
  }

  @Test func `a slash begins the search of the help page`() {
    var bench = Fixture.running()
    for key in "?/smooth" { _ = bench.update(.key(.character(key))) }
    #expect(bench.view().text.contains("Smooths the curves"))
    #expect(!bench.view().text.contains("Chooses the knob above."))
    #expect(bench.view().text.contains("Charts"), "the group stands over it")
  }

  @Test(arguments: Binding.table.map(\.action))
  func `every binding has help, a group and a name in the palette`(action: Action) {
    for binding in Binding.table where binding.action == action {
      #expect(binding.help.hasSuffix(".") && !binding.group.isEmpty)
      #expect(!binding.action.name.isEmpty)
      #expect(!binding.keys.isEmpty && !binding.contexts.isEmpty)
    }
  }

  @Test func `help scrolls to its end and no further`() {
    var bench = Fixture.running(60, 20)
    _ = bench.update(.key(.character("?")))
    let top = bench.view().text
    for _ in 0..<30 { _ = bench.update(.key(.pageDown)) }
    #expect(bench.view().text.contains("fall together"))
    for _ in 0..<30 { _ = bench.update(.key(.pageUp)) }
    #expect(bench.view().text == top)
  }
}

extension Frame {
  var text: String { lines.joined(separator: "\n") }
}
