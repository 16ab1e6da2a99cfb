import Adversarial
import Notebook
import Plotting
import Testing

@testable import Workbench

@Suite struct TwinTests {
  @Test func `two columns stand side by side, each with its name and its modes`() {
    let lines = Fixture.twin().view().lines
    #expect(lines[1].hasPrefix("┌ a no look ahead ── reached 1 of 8 ┐┌ b 5 steps ──"))
    #expect(lines[1].contains("reached 2 of 8"))
    #expect(lines[0].contains("differs in: unroll steps"))
    #expect(lines[38].contains("a 1 of 8 modes"))
    #expect(lines[38].contains("b 2 of 8 modes"))
  }

  @Test func `the first step where twins part is told`() {
    var bench = Fixture.twin()
    #expect(bench.view().text.contains("not parted yet"))
    let moment = Fixture.moment(
      of: Fixture.twinPreset(of: 2), step: 6_200, time: .init(live: 6_200, parted: 12))
    _ = bench.update(.report(.moment(moment)))
    #expect(bench.view().text.contains("parted at step 12"))
  }

  @Test func `curves and measures have a part for each column`() {
    let text = Fixture.twin().view().text
    #expect(text.contains("┌ costs ──── a no look ahead ─"))
    #expect(text.contains(" b 5 steps ─"))
    let cost = Fixture.twin().view().lines.first { $0.contains("│ J_D ") }
    #expect(cost?.contains("0.403") == true && cost?.contains("1.403") == true)
    let reached = Fixture.twin().view().lines.first { $0.contains("│ reached ") }
    #expect(reached?.contains("1 of 8") == true && reached?.contains("2 of 8") == true)
  }

  @Test func `where rows are high enough the columns' curves share an axis`() {
    let bench = Fixture.twin(160, 60)
    let frame = bench.view()
    guard let row = frame.lines.firstIndex(where: { $0.contains("│ J_D ") }) else {
      Issue.record("no costs")
      return
    }
    #expect(frame.lines[row - 1].contains(" a ─") && frame.lines[row - 1].contains(" b ─"))
    #expect(frame.lines[row - 1].contains("a no look ahead  b 5 steps"))
    let values = frame.lines[row].split(separator: " ").filter { $0.contains(".403") }
    #expect(values == ["0.403", "1.403"], "the values stand side by side")
  }

  @Test func `knobs turn the column that has the focus, and c moves it`() {
    var bench = Fixture.twin()
    #expect(bench.view().text.contains("knobs of a no look ahead"))
    #expect(
      bench.update(.key(.right)).commands
        == [.set(name: "discriminatorLearningRate", setting: .number(1.5e-4), column: 0)])
    _ = bench.update(.key(.character("c")))
    #expect(bench.view().text.contains("knobs of b 5 steps"))
    #expect(
      bench.update(.key(.left)).commands
        == [.set(name: "discriminatorLearningRate", setting: .number(7e-5), column: 1)])
    #expect(bench.view().lines[0].contains("differs in: D learning rate, unroll steps"))
    _ = bench.update(.key(.character("c")))
    #expect(bench.view().text.contains("knobs of a no look ahead"))
  }

  @Test func `C turns all columns together, u takes it back in all`() {
    var bench = Fixture.twin()
    _ = bench.update(.key(.character("C")))
    #expect(bench.view().text.contains("knobs of all columns"))
    #expect(
      bench.update(.key(.right)).commands
        == [.set(name: "discriminatorLearningRate", setting: .number(1.5e-4))])
    #expect(bench.view().lines[0].contains("differs in: unroll steps "))
    #expect(
      bench.update(.key(.character("u"))).commands
        == [.set(name: "discriminatorLearningRate", setting: .number(1e-4))])
  }

  @Test func `what differs between columns is turned apart in each`() {
    var bench = Fixture.twin()
    for _ in 0..<8 { _ = bench.update(.key(.down)) }
    _ = bench.update(.key(.character("C")))
    #expect(
      bench.update(.key(.right)).commands == [
        .set(name: "unrollSteps", setting: .number(1), column: 0),
        .set(name: "unrollSteps", setting: .number(1), column: 1),
      ] || bench.view().lines[0].contains("no knob differs yet"))
  }

  @Test func `t makes a twin, which is the same until a knob is turned`() {
    var bench = Fixture.running()
    #expect(bench.update(.key(.character("t"))).commands == [.twin(of: 0)])
    var moment = Fixture.moment(step: 6_200)
    moment.columns.append(moment.columns[0])
    moment.columns[1].title = "twin 1"
    _ = bench.update(.report(.moment(moment)))
    #expect(bench.view().lines[0].contains("no knob differs yet"))
    _ = bench.update(.key(.character("c")))
    _ = bench.update(.key(.right))
    #expect(bench.view().lines[0].contains("differs in: D learning rate"))
    #expect(bench.view().text.contains("knobs of b twin 1"))
  }

  @Test func `a fifth column is refused, c without a twin says how to get one`() {
    var bench = Fixture.twin(of: 4)
    #expect(bench.update(.key(.character("t"))).isEmpty)
    #expect(bench.view().text.contains("There is room for 4 columns"))
    bench = Fixture.running()
    #expect(bench.update(.key(.character("c"))).commands.isEmpty)
    #expect(bench.view().text.contains("There is one column. t makes a twin of it."))
  }

  @Test func `at 80×24 two planes fit, with tabs for the rest`() {
    var bench = Fixture.twin(80, 24)
    #expect(bench.view().lines[1].contains("a no look ahead"))
    #expect(bench.view().lines[1].contains("b 5 steps"))
    _ = bench.update(.key(.tab))
    #expect(bench.view().lines[1].contains("costs"))
    _ = bench.update(.key(.tab))
    #expect(bench.view().lines[1].contains("knobs of a no look ahead"))
  }

  @Test func `where planes don't fit beside each other, c turns to the next`() {
    var bench = Fixture.twin(60, 20, of: 3)
    #expect(bench.view().lines[1].contains("a no look ahead"))
    #expect(bench.view().text.contains("c column 1 of 3"))
    _ = bench.update(.key(.character("c")))
    #expect(bench.view().lines[1].contains("b 5 steps"))
    #expect(bench.view().text.contains("c column 2 of 3"))
  }

  @Test func `r starts all columns again with their knobs as they stand`() {
    var bench = Fixture.twin()
    _ = bench.update(.key(.right))
    guard case .start(let preset)? = bench.update(.key(.character("r"))).first else {
      Issue.record("nothing starts")
      return
    }
    #expect(preset.twins.map(\.title) == ["no look ahead", "5 steps"])
    #expect(preset.twins[0].settings["discriminatorLearningRate"] == .number(1.5e-4))
    #expect(preset.twins[1].settings["discriminatorLearningRate"] == .number(1e-4))
  }
}
