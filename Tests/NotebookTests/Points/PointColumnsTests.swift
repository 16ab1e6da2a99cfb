import Adversarial
import Experiments
import Foundation
import Notebook
import Testing

/// Two columns out of many, by name or by number.
@Suite struct PointColumnsTests {
  private func outcome(_ columns: String, _ text: String) -> String {
    do {
      var reader = PointReader(name: "p.csv", file: "p.csv", columns: try PointColumns(columns))
      try reader.take(Array(text.utf8))
      return "\(try reader.finish().set.points.map { "\($0.x) \($0.y)" })"
    } catch {
      return "\(error)"
    }
  }

  private let iris = "sepal,petal,species,x\n5.1,1.4,\"setosa, wild\",a\n6.2,4.5,virginica;NA,b\n"

  @Test(
    arguments: [
      "sepal,petal", "1,2", "1,petal", "Sepal,PETAL", " sepal , 2 ",
    ])
  func `columns are found by name, by number, in any case`(columns: String) {
    #expect(outcome(columns, iris) == #"["5.1 1.4", "6.2 4.5"]"#)
  }

  @Test(
    arguments: [
      ("2,1", "5,7,a\n6,8,b\n", #"["7.0 5.0", "8.0 6.0"]"#),
      ("2,3", ",x,y\n0,1,2\n1,3,4\n", #"["1.0 2.0", "3.0 4.0"]"#),
      ("x,y", ",x,y\n0,1,2\n", #"["1.0 2.0"]"#),
      ("2,3", ",0,1\n0,1.5,2\n1,3,4\n", #"["1.5 2.0", "3.0 4.0"]"#),
      ("1,2", "13\t28\t2\n13\t\t29\t2\n", #"["13.0 28.0", "13.0 29.0"]"#),
      ("lat,lon", "\"lat\" lon id\n1 2 \"a b\"\n", #"["1.0 2.0"]"#),
      ("1,2", "5.1,1.4,NA\n", #"["5.1 1.4"]"#),
    ])
  func `rows with further fields are read by the columns that were chosen`(
    columns: String, text: String, points: String
  ) {
    #expect(outcome(columns, text) == points)
  }

  @Test(
    arguments: [
      ("sepl,petal", "p.csv:1: there is no column 'sepl'; did you mean 'sepal'?"),
      (
        "height,petal",
        "p.csv:1: there is no column 'height'; the columns are: sepal, petal, species, x"
      ),
      ("1,9", "p.csv:1: there is no column 9; the row has 4 fields"),
      ("1,sepal", "p.csv:1: 1,sepal are one column, and two are needed"),
      ("1,3", "p.csv:2:10: expected a number for y, not 'setosa, wild'"),
      ("1", "two columns are chosen by name or by number, as x,y or 2,3, not '1'"),
      ("1,1", "x and y are both column '1'"),
      ("0,1", "columns are counted from 1"),
      (
        "99999999999999999999,1",
        "p.csv:1: there is no column 99999999999999999999; "
          + "the row has 4 fields"
      ),
      (
        "sepal,petal,species",
        "a third column would be the class of each point, and points of your own have none: the "
          + "classes of 'labels' are made of modes; choose two columns, as x,y"
      ),
    ])
  func `a choice that can't be met is one sentence`(columns: String, sentence: String) {
    #expect(outcome(columns, iris) == sentence)
  }

  @Test func `a row that is shaped otherwise is told, and so is a file without names`() {
    #expect(
      outcome("1,2", "1,2,3\n4,5\n")
        == "p.csv:2:1: expected 3 fields, as in the rows before, not 2 fields")
    #expect(
      outcome("x,y", "1,2,3\n")
        == "p.csv:1: there is no row of names to find 'x' in; choose columns by number")
    #expect(
      outcome("x,y", "x,y,x\n1,2,3\n")
        == "p.csv:1: 2 columns are called 'x'; choose columns by number")
    #expect(
      outcome("1,2", "0,5;1,5;3\n")
        == "p.csv:1:1: '0,5' has a decimal comma; write numbers with a point, as 0.5")
  }

  @Test func `a preset names the columns of the file beside it, each side its own`() throws {
    try Fixture.withFolder { folder in
      try Fixture.write("id,a,b\n0,1,2\n1,3,4\n", to: folder + "/my table.csv")
      let text = """
        page: mode-collapse
        twins:
          - title: one
            knobs: {data: 'points:my table.csv;columns=a,b'}
          - title: two
            knobs: {data: 'points:my table.csv;columns=3,2'}
        """
      try Fixture.write(text, to: folder + "/mine.yaml")
      let preset = try Preset(path: folder + "/mine.yaml", pages: Contents.pages)
      let points = preset.columns.compactMap(\.settings.data.points?.points)
      #expect(points == [[SIMD2(1, 2), SIMD2(3, 4)], [SIMD2(2, 1), SIMD2(4, 3)]])
      let own = PresetFolder(path: folder + "/own")
      let file = try own.save(preset, as: "kept", among: PresetLibrary(presets: []))
      try FileManager.default.removeItem(atPath: folder + "/my table.csv")
      let kept = try Preset(path: file, pages: Contents.pages)
      #expect(kept.columns.map(\.settings.data) == preset.columns.map(\.settings.data))
      try Fixture.write("id,a,b\n0,1,2\n", to: folder + "/t.csv")
      try Fixture.write(
        "page: mode-collapse\nknobs: {data: points:t.csv}\n", to: folder + "/plain.yaml")
      let refusal = Fixture.refusal {
        _ = try Preset(path: folder + "/plain.yaml", pages: Contents.pages)
      }
      #expect(refusal?.contains("';columns=id,a' behind its name chooses two") == true)
    }
  }
}
