import Foundation
import Testing

@Suite struct ExportCommandTests {
  private let program = Launch.built("ganbook")

  /// A folder that lives as long as the body runs, with a preset that trains in a moment.
  private func withPreset(_ body: (URL, String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("ganbook-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let preset = folder.appendingPathComponent("mode-collapse-short.yaml").path
    let text = "page: mode-collapse\ntitle: short\nsteps: 4\nknobs: {batch: 16}\n"
    try Data(text.utf8).write(to: URL(fileURLWithPath: preset))
    try body(folder, preset)
  }

  private func export(_ arguments: [String]) throws -> (code: Int32, output: String) {
    try Launch.run(program, ["export"] + arguments)
  }

  private func names(in folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  @Test(
    arguments: [
      ("md", "# Mode collapse: short"), ("txt", "Mode collapse: short"), ("csv", "step,"),
      ("json", "{\"format\":1"), ("svg", "<svg xmlns"), ("cast", "{\"version\":2"),
      ("mlir", "// One step of mode-collapse, seed"),
    ])
  func `the file's name says the format`(ending: String, start: String) throws {
    try withPreset { folder, preset in
      let path = folder.appendingPathComponent("out.\(ending)").path
      let length = ending == "cast" ? ["--seconds", "1"] : []
      let (code, output) = try export([preset, "--output", path] + length)
      #expect(code == 0 && output.isEmpty, "\(output)")
      #expect(try String(contentsOfFile: path, encoding: .utf8).hasPrefix(start))
      let picture = ending == "md" ? ["out-filmstrip.svg"] : []
      #expect(
        try names(in: folder) == ["mode-collapse-short.yaml"] + picture + ["out.\(ending)"])
    }
  }

  @Test func `a report in a file shows the picture beside it, which is kept like the report`()
    throws
  {
    try withPreset { folder, preset in
      let (report, picture) = ("out.md", folder.appendingPathComponent("out-filmstrip.svg"))
      let path = folder.appendingPathComponent(report).path
      try Data("mine".utf8).write(to: picture)
      let (code, output) = try export([preset, "--output", path])
      #expect(code == 73 && output.contains("is there already"), "\(output)")
      #expect(try names(in: folder) == ["mode-collapse-short.yaml", "out-filmstrip.svg"])
      #expect(try export([preset, "--output", path, "--force"]).code == 0)
      #expect(try String(contentsOf: picture, encoding: .utf8).hasPrefix("<svg"))
      #expect(
        try String(contentsOfFile: path, encoding: .utf8).contains("](<out-filmstrip.svg>)"))
      #expect(try !export([preset]).output.contains("filmstrip.svg"), "a stream has no neighbour")
    }
  }

  @Test func `the numbers of a step are a safetensors file`() throws {
    try withPreset { folder, preset in
      let path = folder.appendingPathComponent("out.safetensors").path
      #expect(try export([preset, "--output", path, "--at", "2"]).code == 0)
      let data = try Data(contentsOf: URL(fileURLWithPath: path))
      let length = data.prefix(8).reversed().reduce(0) { $0 << 8 | Int($1) }
      let header = try JSONSerialization.jsonObject(with: data[8..<8 + length])
      let names = try #require(header as? [String: [String: Any]])
      #expect(names["__metadata__"]?["step"] as? String == "2")
      #expect(names["discriminator.1.weights"]?["dtype"] as? String == "F32")
    }
  }

  @Test func `a file that is there is kept, until it is forced`() throws {
    try withPreset { folder, preset in
      let url = folder.appendingPathComponent("out.md")
      try Data("mine".utf8).write(to: url)
      let (code, output) = try export([preset, "--output", url.path])
      #expect(code == 73 && output.contains("is there already; --force replaces it"))
      #expect(try String(contentsOf: url, encoding: .utf8) == "mine")
      #expect(try export([preset, "--output", url.path, "--force"]).code == 0)
      #expect(try String(contentsOf: url, encoding: .utf8).hasPrefix("# Mode collapse"))
      #expect(
        try names(in: folder) == ["mode-collapse-short.yaml", "out-filmstrip.svg", "out.md"])
    }
  }

  @Test(
    arguments: [
      (["--format", "pdf"], 64, "there is no format 'pdf'"),
      (["--steps", "1,x"], 64, "it must be a whole number"),
      (["--steps", "0,5"], 64, "--steps: 5 lies beyond the run's last step, 4"),
      (["--at", "9", "--format", "safetensors"], 64, "--at: 9 lies beyond"),
      (["--output", "."], 64, "is a folder"),
      (["--output", "no/such/folder/a.md"], 73, "can't be written: no such file"),
    ] as [([String], Int32, String)])
  func `mistakes are one sentence and a code`(
    arguments: [String], code: Int32, sentence: String
  ) throws {
    try withPreset { folder, preset in
      let (found, output) = try export([preset] + arguments)
      #expect(found == code && output.contains(sentence), "\(found): \(output)")
      #expect(output.split(separator: "\n").count == 1)
      #expect(try names(in: folder) == ["mode-collapse-short.yaml"])
    }
  }

  @Test func `a recorded run is written about as it stands`() throws {
    try withPreset { folder, preset in
      let notebook = ["--notebook", folder.path]
      #expect(try Launch.run(program, ["run", preset] + notebook).code == 0)
      let (code, output) = try export(["mode-collapse-short-1"] + notebook)
      #expect(code == 0 && output.contains("ganbook replay mode-collapse-short-1"))
      #expect(output.contains("4 steps, finished"))
      let csv = try export(["mode-collapse-short-1", "--format", "csv"] + notebook).output
      let kept = folder.appendingPathComponent("mode-collapse-short-1/metrics.csv")
      #expect(try csv == String(contentsOf: kept, encoding: .utf8))
    }
  }
}
