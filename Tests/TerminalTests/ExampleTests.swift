import Foundation
import Testing

/// Every example that README, comments, help texts and presets hold works as it stands.
@Suite struct ExampleTests {
  /// A desk with what examples speak of: points, a table, results of a measurement, a run.
  private static func desk() throws -> Desk {
    let desk = try Desk()
    let short =
      "page: mode-collapse\nsteps: 25000\nknobs: {generatorWidth: 4, batch: 4, "
      + "discriminatorWidth: 4, discriminatorLayers: 1, generatorLayers: 1}\n"
    let presets = desk.folder.appendingPathComponent("config/ganbook/presets")
    for name in ["paper", "laptop", "tanh"] {
      try short.write(
        to: presets.appendingPathComponent("mode-collapse-\(name).yaml"), atomically: true,
        encoding: .utf8)
    }
    try lay(desk)
    try FileManager.default.createSymbolicLink(
      at: desk.folder.appendingPathComponent("ganbook"),
      withDestinationURL: Launch.built("ganbook"))
    #expect(try desk.ganbook("run", "mode-collapse-paper").code == 0)
    return desk
  }

  /// A new folder on the desk with the files that examples name; results of the line before stay.
  private static func lay(_ desk: Desk) throws {
    let place = desk.folder.appendingPathComponent("work")
    let results = place.appendingPathComponent("results.jsonl")
    let kept = (try? String(contentsOf: results, encoding: .utf8)) ?? ""
    try? FileManager.default.removeItem(at: place)
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    let files = [
      "results.jsonl": kept, "points.csv": "0,0\n1,1\n2,0\n", "table.txt": "0 0\n1 1\n2 0\n",
      "iris.csv": "sepal,petal,kind\n5.1,1.4,a\n4.9,1.3,a\n6.3,6.0,b\n",
      "before.json":
        "{\"peakGFLOPS\":100,\"workloads\":[{\"name\":\"ring\",\"threads\":1,\"rates\":[1]}]}",
      // README's preset, which ends in its knobs, with small networks.
      "mine.yaml": (Examples.blocks(Examples.readme, "yaml").first ?? "")
        + "\n  generatorWidth: 4\n  discriminatorWidth: 4\n  batch: 4\n",
      // What README's tools do with a command, as far as it shows there.
      "parallel": """
      #!/bin/bash
      shift 2
      words=()
      while [ "$1" != ":::" ]; do words+=("$1"); shift; done
      shift
      for value in "$@"; do "${words[@]//\\{\\}/$value}" || exit; done
      """,
      "asciinema": "#!/bin/sh\nexit 0\n",
    ]
    for (name, text) in files {
      let file = place.appendingPathComponent(name)
      try text.write(to: file, atomically: true, encoding: .utf8)
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
    }
  }

  /// Runs a text in a shell on the desk, for so many seconds at most.
  private static func shell(
    _ text: String, on desk: Desk, seconds: Int = 100
  ) throws -> (code: Int32, output: String) {
    let shell = try #require(Launch.tool("bash"))
    let path =
      "\(desk.folder.path):\(desk.folder.path)/work:"
      + (ProcessInfo.processInfo.environment["PATH"] ?? "")
    let environment = desk.environment.merging(["PATH": path, "SLURM_ARRAY_TASK_ID": "0"]) { $1 }
    let timeout = Launch.tool("timeout").map { "\($0.path) \(seconds) " } ?? ""
    let script = desk.folder.appendingPathComponent("work/script.sh")
    try ("set -o pipefail\n" + text + "\n").write(to: script, atomically: true, encoding: .utf8)
    return try Launch.run(
      shell, ["-c", "cd '\(desk.folder.path)/work' && \(timeout)bash script.sh </dev/null"],
      environment: environment)
  }

  /// Measuring takes minutes, and so do a page's own networks: such a line is right when it has
  /// begun.
  private static func isLong(_ line: String) -> Bool {
    ["ganbook bench", "ganbook claims", "--kernels", "mode-collapse?", "run mode-collapse "]
      .contains { line.contains($0) }
  }

  @Test func `every command of a text can be typed as it stands`() throws {
    let desk = try Self.desk()
    var seen: Set<String> = []
    for line in Examples.commands where seen.insert(line.text).inserted {
      try Self.lay(desk)
      let isLong = Self.isLong(line.text)
      let (code, output) = try Self.shell(line.text, on: desk, seconds: isLong ? 5 : 100)
      // 69: a replay on the screen, and there is none; 141: 'head' has read enough.
      let right: [Int32] =
        isLong
        ? [0, 1, 124]
        : line.text.contains("--speed") ? [69] : line.text.contains("| head") ? [0, 141] : [0]
      #expect(right.contains(code), "\(line.place): \(line.text)\n\(code) \(output.prefix(400))")
    }
    #expect(seen.count > 20, "the texts are found")
  }

  @Test func `the scripts in README run`() throws {
    let desk = try Self.desk()
    let scripts = Examples.blocks(Examples.readme, "sh", "bash").filter { $0.hasPrefix("#!") }
    #expect(scripts.count == 1)
    for script in scripts {
      let (code, output) = try Self.shell(script, on: desk)
      #expect(code == 0, "\(output)")
    }
  }

  @Test func `every preset in README and in comments is read`() throws {
    let desk = try Self.desk()
    let sources = Examples.files(in: "Sources", "swift").map(Examples.text)
    let blocks = ([Examples.readme] + sources).flatMap { Examples.blocks($0, "yaml") }
    let spans = Examples.spans(Examples.readme, commentsOnly: false)
      .filter { $0.hasPrefix("set: {") }
      .map { "page: mode-collapse\nscript:\n  - at: 5\n    \($0)\n" }
    #expect(blocks.count >= 3 && !spans.isEmpty)
    for text in blocks + spans {
      let whole = text.hasPrefix("page:") ? text : "page: mode-collapse\n" + text
      let file = desk.folder.appendingPathComponent("example.yaml")
      try whole.write(to: file, atomically: true, encoding: .utf8)
      let (code, output) = try desk.ganbook("show", file.path)
      #expect(code == 0, "\(whole)\n\(output)")
    }
  }

  @Test func `every line of a preset in comments and help is read`() throws {
    let desk = try Self.desk()
    let sources = Examples.files(in: "Sources", "swift").map(Examples.text)
    let quoted = sources.flatMap { source in
      source.matches(of: /'([A-Za-z-]+\?[^' ]+)'/).map { String($0.1) }
    }
    let spans = sources.flatMap { Examples.spans($0, commentsOnly: true) }.filter {
      $0.wholeMatch(of: /([a-z-]+\?)?[A-Za-z.]+=[^&\s]+(&[A-Za-z.]+=[^&\s]+)*/) != nil
        && ($0.contains("?") || $0.contains("&"))
    }
    let lines = Set(quoted + spans).filter { !$0.contains("knob=") && !$0.contains("\\(") }
    #expect(lines.count >= 4, "\(lines)")
    for line in lines.sorted() {
      let parts = line.split(separator: "?")
      let query = parts[parts.count - 1]
      let name = parts.count > 1 && parts[0] != "NAME" ? String(parts[0]) : "mode-collapse-paper"
      let (code, output) = try desk.ganbook("show", "\(name)?\(query)")
      #expect(code == 0, "\(line)\n\(output)")
    }
  }

  @Test func `every description of data in the help is taken`() throws {
    let desk = try Self.desk()
    let help = try desk.ganbook("run", "--help").output
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let begin = try #require(help.range(of: "Train on data of your own"))
    let texts = help[begin.upperBound...].prefix(400)
      .matches(of: /(text:\w+|curve:[^' ]+|modes:[^' ]+|\+\([^' ]+\))/).map { String($0.1) }
    #expect(texts.count >= 4, "\(texts)")
    for text in texts {
      let (code, output) = try desk.ganbook(
        "run", "mode-collapse-paper", "--steps", "1", "--data", text)
      #expect(code == 0, "\(text)\n\(output)")
    }
  }
}
