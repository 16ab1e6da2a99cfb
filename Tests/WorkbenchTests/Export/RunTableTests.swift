import Adversarial
import Notebook
import Testing

@testable import Workbench

@Suite struct RunTableTests {
  @Test func `a row a measured step, as many cells as names, numbers that read back`() throws {
    let (run, table) = try Fixture.lived()
    let lines = table.csv.split(separator: "\n", omittingEmptySubsequences: false)
    let names = lines[0].split(separator: ",").map(String.init)
    #expect(names.first == "step" && names.contains("generatorCost"))
    #expect(names.contains("modesReached") && !names.contains("column2.modesReached"))
    #expect(lines.last == "" && lines.count == 1 + 3 + 1)
    #expect(table.rows.map(\.step) == [100, 200, 260])
    for line in lines.dropFirst().dropLast() {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      #expect(cells.count == names.count)
      for cell in cells { #expect(cell.isEmpty || Double(cell) != nil, "\(cell)") }
    }
    let moment = run.moment(fieldColumns: 0, fieldRows: 0)
    let written = try #require(table.series("discriminatorCost")?.last)
    #expect(Float(written) == moment.columns[0].curves[0])
  }

  @Test func `a twin's second column has names of its own, empty before it began`() throws {
    let (_, table) = try Fixture.lived(
      Fixture.smallPreset(steps: 200), [StampedCommand(step: 150, command: .twin(of: 0))])
    let first = try #require(table.series("generatorCost"))
    let second = try #require(table.series("column2.generatorCost"))
    #expect(second[0].isNaN && second[1] == first[1])
    let cells = table.csv.split(separator: "\n")[1].split(
      separator: ",", omittingEmptySubsequences: false)
    #expect(cells.count == table.names.count + 1 && cells.last == "")
  }

  @Test func `a name that a spreadsheet would compute is a text, what is not finite an empty cell`()
  {
    let table = RunTable(
      names: ["=1+2", "+a", "-b", "@c", "plain", "a\"b", "\u{1B}x"],
      rows: [.init(step: 1, values: [-1, .infinity, -.infinity, .nan, -.nan, 0, 2])])
    #expect(
      table.csv == "step,\"'=1+2\",\"'+a\",\"'-b\",\"'@c\",plain,\"a\"\"b\",\u{FFFD}x\n"
        + "1,-1.0,,,,,0.0,2.0\n")
  }

  @Test func `no step comes twice`() throws {
    let (run, table) = try Fixture.lived()
    var again = table
    again.take(run.moment(fieldColumns: 0, fieldRows: 0))
    #expect(again == table)
  }
}
