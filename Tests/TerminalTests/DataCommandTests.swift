import Foundation
import Testing

/// Data of the reader's own on the command line.
@Suite struct DataCommandTests {
  private let program = Launch.built("ganbook")

  private func withFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("ganbook-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }

  private func run(_ arguments: [String]) throws -> (code: Int32, output: String) {
    try Launch.run(
      program, ["run", "mode-collapse-laptop", "--steps", "2", "--threads", "1"] + arguments)
  }

  @Test(
    arguments: [
      (["--data", "nope.csv"], 66, "there is no file 'nope.csv'"),
      (["--data", "."], 66, "'.' is a folder, not a file of points"),
      (["--data", "text:"], 64, "--data: 'data': expected a text of 1 to 16 letters"),
      (["--data", "curve:cos(t)"], 64, "--data: 'data': expected two formulas of t"),
      (["--data", "modes:(0,0)(0,0)"], 64, "modes 1 and 2 have the same centre"),
      (["--set", "data=+(1"], 64, "--set: 'data': expected ',' and y at character 4"),
      (["--fit"], 64, "--fit goes with the points of --data"),
      (["--fit", "--data", "text:A"], 64, "--fit is for the points of a file"),
      (["--columns", "x,y"], 64, "--columns goes with the points of --data"),
      (["--columns", "x,y", "--data", "text:A"], 64, "--columns is for the points of a file"),
      (["--columns", "x", "--data", "a.csv"], 64, "--columns: two columns are chosen by name"),
      (["--data", "-", "--seeds", "2"], 64, "many seeds read the points many times"),
    ])
  func `a mistake is one sentence and an exit code`(
    arguments: [String], code: Int32, part: String
  ) throws {
    let (found, output) = try run(arguments)
    #expect(found == code && output.contains(part), "\(found): \(output)")
    #expect(output.split(separator: "\n").count == 1, "\(output)")
  }

  @Test func `a bad row has its file, line, column and what was expected`() throws {
    try withFolder { folder in
      let path = folder.appendingPathComponent("bad.csv").path
      try Data("x,y\n1,2\n3,abc\n".utf8).write(to: URL(fileURLWithPath: path))
      let (code, output) = try run(["--data", path])
      #expect(code == 65)
      #expect(output.contains("\(path):3:3: expected a number for y, not 'abc'"))
    }
  }

  @Test func `a run on a file verifies when the file is gone`() throws {
    try withFolder { folder in
      let path = folder.appendingPathComponent("mine.csv").path
      let rows = (0..<100).map { "\(0.02 * Double($0)),\(1 - 0.01 * Double($0))\n" }.joined()
      try Data(rows.utf8).write(to: URL(fileURLWithPath: path))
      let notebook = folder.appendingPathComponent("notebook").path
      let (code, output) = try run(["--data", path, "--notebook", notebook])
      #expect(code == 0 && output.contains("energy"), "\(output)")
      #expect(!output.contains("reached"))
      try FileManager.default.removeItem(atPath: path)
      let verified = try Launch.run(program, ["verify", "--all", "--notebook", notebook])
      #expect(verified.code == 0 && verified.output.contains("the same to the bit"))
    }
  }

  @Test func `two columns of a table are trained on, by every worker alike`() throws {
    try withFolder { folder in
      let path = folder.appendingPathComponent("table.csv").path
      let rows = (0..<20).map { "\($0),\(0.1 * Double($0)),a\n" }.joined()
      try Data(("id,y,kind\n" + rows).utf8).write(to: URL(fileURLWithPath: path))
      let refused = try run(["--data", path])
      #expect(refused.code == 65 && refused.output.contains("--columns id,y chooses two of them"))
      let many = try run(["--data", path, "--columns", "y,id", "--fit", "--seeds", "2"])
      #expect(many.code == 0 && many.output.contains("2 seeds"), "\(many.output)")
    }
  }

  @Test func `numbers in remarks are those of the file, and lost digits are told`() throws {
    try withFolder { folder in
      let path = folder.appendingPathComponent("reach.csv").path
      try Data("100.7,3\n-5.3,12.1\n".utf8).write(to: URL(fileURLWithPath: path))
      #expect(try run(["--data", path]).output.contains("reaches 100.7 from the origin"))
      try Data("101325.026,3\n101325.027,3\n".utf8).write(to: URL(fileURLWithPath: path))
      let lost = try run(["--data", path]).output
      #expect(lost.contains("has 2 different points, which become 1 in numbers of 32 bits"))
      #expect(try !run(["--data", path, "--fit"]).output.contains("32 bits"))
    }
  }

  @Test func `points far out are remarked on, and fitted when asked`() throws {
    try withFolder { folder in
      let path = folder.appendingPathComponent("far.csv").path
      try Data("100,50\n140,70\n120,90\n".utf8).write(to: URL(fileURLWithPath: path))
      let plain = try run(["--data", path])
      #expect(plain.code == 0 && plain.output.contains("far.csv reaches 140 from the origin"))
      let fitted = try run(["--data", path, "--fit"])
      #expect(fitted.code == 0 && !fitted.output.contains("reaches"))
    }
  }
}
