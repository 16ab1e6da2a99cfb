import Adversarial
import Notebook
import Plotting
import Testing

@testable import Workbench

/// Two recorded runs beside each other in the list.
@Suite struct RunComparisonTests {
  private static func card(
    _ id: String, unrollSteps: Double, reached: String, seed: UInt64 = 1
  ) throws -> RunCard {
    var settings = Fixture.settings
    try settings.set("unrollSteps", to: .number(unrollSteps))
    return RunCard(
      id: id, page: "mode-collapse", preset: "mode-collapse-paper", seed: seed, steps: 300,
      target: 300, status: "finished",
      sides: [
        .init(
          title: "", settings: settings, measures: [.init(title: "reached", text: reached)])
      ])
  }

  private func bench(_ columns: Int, _ rows: Int) throws -> Workbench {
    var bench = Fixture.bench(columns, rows)
    _ = bench.update(.key(.character("r")))
    _ = bench.update(
      .runs([
        try Self.card("first", unrollSteps: 0, reached: "1"),
        try Self.card("second", unrollSteps: 10, reached: "8"),
        try Self.card("third", unrollSteps: 0, reached: "1"),
      ]))
    return bench
  }

  @Test func `a row a difference, and none where nothing differs`() throws {
    let first = try Self.card("first", unrollSteps: 0, reached: "1")
    let second = try Self.card("second", unrollSteps: 10, reached: "8", seed: 2)
    let rows = RunComparison(first, second).rows
    #expect(rows.map(\.title) == ["seed", "unroll steps", "reached"])
    #expect(rows.map(\.marked) == ["1", "0", "1"])
    #expect(rows.map(\.chosen) == ["2", "10", "8"])
    #expect(RunComparison(first, first).rows.isEmpty)
  }

  @Test func `a side that only one run has differs in all that it has`() throws {
    let first = try Self.card("first", unrollSteps: 0, reached: "1")
    var twin = first
    twin.sides.append(first.sides[0])
    let rows = RunComparison(first, twin).rows
    #expect(rows.count == Fixture.settings.hyperparameters.count + 1)
    #expect(rows.allSatisfy { $0.title.hasPrefix("b ") && $0.marked == "-" })
  }

  @Test(arguments: [(120, 40), (80, 24), (60, 20), (40, 14)])
  func `space marks a run, and the run under the cursor is compared`(
    columns: Int, rows: Int
  ) throws {
    var bench = try bench(columns, rows)
    _ = bench.update(.key(.character(" ")))
    #expect(bench.view().text.contains("Choose another run"))
    _ = bench.update(.key(.down))
    let lines = bench.view().lines
    let row = try #require(lines.first { $0.contains("unroll steps") })
    #expect(row.split(separator: " ").suffix(2) == ["0", "10"])
    #expect(Set(lines.map { Text.width(of: $0) }) == [columns])
    _ = bench.update(.key(.down))
    #expect(bench.view().text.contains("Nothing differs"))
    _ = bench.update(.key(.up))
    _ = bench.update(.key(.up))
    _ = bench.update(.key(.character(" ")))
    #expect(!bench.view().text.contains("Choose another run"))
  }

  @Test(arguments: [(120, 40), (80, 24)])
  func `curves of both runs stand on common axes, v turns through them`(
    columns: Int, rows: Int
  ) throws {
    var first = try Self.card("first", unrollSteps: 0, reached: "1")
    var second = try Self.card("second", unrollSteps: 10, reached: "8")
    let steps = Array(stride(from: 0, through: 300, by: 10))
    func curve(_ name: String, _ value: (Int) -> Float) -> RunCard.RecordedCurve {
      .init(name: name, steps: steps, values: steps.map(value))
    }
    first.curves = [curve("modesReached") { _ in 1 }]
    second.curves = [
      curve("modesReached") { Float($0) / 37.5 }, curve("discriminatorCost") { _ in 0.69 },
    ]
    var bench = Fixture.bench(columns, rows)
    _ = bench.update(.key(.character("r")))
    _ = bench.update(.runs([first, second]))
    #expect(bench.update(.key(.character("v"))).isEmpty)
    #expect(bench.view().text.contains("space marks a run"))
    _ = bench.update(.key(.character(" ")))
    _ = bench.update(.key(.down))
    #expect(bench.view().text.contains("modes reached  0…8 over 300 steps"))
    #expect(bench.view().lines.contains { $0.contains("unroll steps") })
    _ = bench.update(.key(.character("v")))
    #expect(bench.view().text.contains("discriminator cost"))
    #expect(bench.view().text.contains("not recorded"))
    _ = bench.update(.key(.character("v")))
    #expect(bench.view().text.contains("modes reached"))
    #expect(Set(bench.view().lines.map { Text.width(of: $0) }) == [columns])
  }

  @Test func `a marked run that is gone is compared with nothing`() throws {
    var bench = try bench(120, 40)
    _ = bench.update(.key(.character(" ")))
    _ = bench.update(.runs([try Self.card("second", unrollSteps: 10, reached: "8")]))
    #expect(!bench.view().text.contains("Choose another run"))
  }
}
