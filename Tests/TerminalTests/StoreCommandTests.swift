import Foundation
import Testing

/// The commands on a notebook that can't be written, that holds what it should not, or that
/// somebody else has made.
@Suite struct StoreCommandTests {
  private let desk: Desk
  private let preset: String

  init() throws {
    desk = try Desk()
    preset = desk.folder.appendingPathComponent("tiny.yaml").path
    let text = """
      page: mode-collapse
      knobs: {generatorWidth: 8, discriminatorWidth: 8, batch: 8, noiseDimension: 2, modes: 3}
      """
    try text.write(toFile: preset, atomically: true, encoding: .utf8)
  }

  /// A line for a shell, in which `ganbook` is the program, stopped after so many seconds.
  private func shell(_ line: String, seconds: Int = 60) throws -> (code: Int32, output: String) {
    let program = Launch.built("ganbook").path
    let shell = try #require(Launch.tool("bash"))
    return try Launch.run(
      shell, ["-c", "ganbook() { timeout \(seconds) '\(program)' \"$@\"; }; " + line],
      environment: desk.environment)
  }

  @Test func `where a file's limit is reached the end of the recording is said, with its step`()
    throws
  {
    let (code, said) = try shell(
      "ulimit -f 4; ganbook run '\(preset)' --steps 20000 --threads 1 2>&1")
    #expect(code == 74, "\(code): \(said)")
    #expect(said.contains("the run goes on and is no longer recorded from step"), "\(said)")
    #expect(said.contains("finished, 20 000 steps"), "\(said)")
    #expect(said.contains("mode-collapse-tiny-1 is recorded up to step"), "\(said)")
    #expect(said.contains("the limit of a file's size is reached"), "\(said)")
    let (same, verified) = try shell("ganbook verify mode-collapse-tiny-1")
    #expect(same == 0 && verified.contains("the same to the bit"), "\(verified)")
  }

  @Test func `results that can't be kept end the seeds with a sentence, and keep whole lines`()
    throws
  {
    let file = desk.folder.appendingPathComponent("results.jsonl").path
    let (code, said) = try shell(
      "ulimit -f 2; ganbook run '\(preset)' --steps 5 --seeds 9 --jobs 1 --results '\(file)' 2>&1")
    #expect(code == 74 && said.contains("can't be written to"), "\(code): \(said)")
    let text = try String(contentsOfFile: file, encoding: .utf8)
    #expect(text.hasSuffix("\n") && text.contains("seedText"))
    #expect(desk.runs == [], "a worker records nothing of its own")
  }

  @Test func `seeds in the environment's notebook bring their results`() throws {
    let (code, said) = try shell("ganbook run '\(preset)' --steps 5 --seeds 2")
    #expect(code == 0 && said.contains("2 seeds"), "\(code): \(said)")
  }

  @Test(arguments: [
    ("ganbook merge P", 66, "'P' is a pipe that nothing writes to"),
    ("ganbook run P.yaml --steps 2", 66, "is a pipe that nothing writes to"),
    ("ganbook run mode-collapse-tanh --steps 2 --data P", 66, "a pipe that nothing writes to"),
    ("ganbook run mode-collapse-paper --seeds 2 --steps 2 --results P", 64, "no plain file"),
    ("ganbook export mode-collapse-paper --to 2 --output P", 73, "a pipe that nothing reads"),
    ("ganbook run ./own.yaml --steps 2", 65, "is a pipe or a device, not a file"),
  ])
  func `a pipe that nothing holds at its other end hangs no command`(
    line: String, code: Int32, part: String
  ) throws {
    let own = "page: mode-collapse\nknobs: {data: 'points:P'}"
    let (found, said) = try shell(
      "cd '\(desk.folder.path)' && mkfifo P P.yaml && printf '\(own)' > own.yaml && \(line) 2>&1",
      seconds: 30)
    #expect(found == code && said.contains(part), "\(found): \(said)")
  }

  @Test func `the standard input, a substituted process and a pipe that is written to are read`()
    throws
  {
    let line = "ganbook run '\(preset)' --steps 2 --json --seed"
    let (code, said) = try shell(
      """
      cd '\(desk.folder.path)' && mkfifo P && (\(line) 3 > P &) && \
      ganbook merge P <(\(line) 4) /dev/stdin < <(\(line) 5) && \
      printf '0,1\\n1,0\\n' | ganbook run mode-collapse-tanh --steps 2 --data - && \
      ganbook run mode-collapse-tanh --steps 2 --data <(printf '0,1\\n1,0\\n') && \
      ganbook export '\(preset)' --to 2 --format txt --output >(cat) | head -1
      """)
    #expect(code == 0 && said.contains("3 seeds"), "\(code): \(said)")
  }

  @Test func `a run that is damaged is repaired as a new one`() throws {
    #expect(try shell("ganbook run '\(preset)' --steps 300").code == 0)
    let own = desk.notebook.appendingPathComponent("mode-collapse-tiny-1")
    try FileManager.default.removeItem(at: own.appendingPathComponent("run.json"))
    let (code, said) = try shell("ganbook repair mode-collapse-tiny-1 2>&1")
    #expect(code == 0 && said.contains("run.json: can't be read"), "\(said)")
    #expect(
      said.contains("mode-collapse-tiny-2 holds steps 0 to 300 of mode-collapse-tiny-1"), "\(said)")
    #expect(try shell("ganbook verify mode-collapse-tiny-2").code == 0)
    let again = try shell("ganbook repair mode-collapse-tiny-2").output
    #expect(again.contains("there is nothing to repair"), "\(again)")
  }

  @Test func `what a received run says reaches no terminal raw`() throws {
    #expect(try shell("ganbook run '\(preset)' --steps 100").code == 0)
    let own = desk.notebook.appendingPathComponent("mode-collapse-tiny-1").path
    let notes = "## step 0\n\n\u{1B}]0;x\u{7} \u{9B}31m \u{202E}\n"
    try notes.write(toFile: own + "/notes.md", atomically: true, encoding: .utf8)
    for command in [
      "show", "export --format md", "export --format txt", "export --format csv",
      "export --format json --steps 0", "export --format svg --steps 0",
    ] {
      let words = command.split(separator: " ", maxSplits: 1)
      let rest = words.count > 1 ? String(words[1]) : ""
      let (code, said) = try shell("ganbook \(words[0]) mode-collapse-tiny-1 \(rest) 2>&1")
      #expect(code == 0, "\(said)")
      let hostile = said.unicodeScalars.filter {
        [0x1B, 0x07, 0x9B, 0x202E].contains($0.value)
      }
      #expect(hostile.isEmpty, "\(command)")
    }
  }
}
