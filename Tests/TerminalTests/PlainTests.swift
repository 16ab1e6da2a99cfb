import Foundation
import Testing

/// The notebook in lines of text is kept like the one on the screen.
@Suite struct PlainTests {
  /// Types lines into a plain notebook until it ends; its exit code and what it said.
  private func session(_ desk: Desk, _ lines: [String]) throws -> (code: Int32, said: String) {
    let process = Process()
    let (input, output) = (Pipe(), Pipe())
    process.executableURL = Launch.built("ganbook")
    process.arguments = ["--plain", "--threads", "1"]
    process.environment = Launch.environment(desk.environment)
    process.standardInput = input
    process.standardOutput = output
    process.standardError = output
    try process.run()
    try input.fileHandleForWriting.write(
      contentsOf: Data(lines.map { $0 + "\n" }.joined().utf8))
    try input.fileHandleForWriting.close()
    let said = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: said, as: UTF8.self))
  }

  @Test func `a session of lines is recorded, tells its name and verifies`() throws {
    let desk = try Desk()
    let (code, said) = try session(
      desk,
      [
        "start mode-collapse-paper", "step 30", "set generatorLearningRate 3e-4", "mark",
        "step 20", "back 10", "note it began here", "live", "note and ended there", "quit",
      ])
    let run = "mode-collapse-paper-1"
    #expect(code == 0, "\(said)")
    #expect(said.contains("recorded as \(run)"))
    #expect(desk.runs == [run])
    #expect(desk.recordedStep(run) == 50)
    let notes = desk.text(run, "notes.md")
    #expect(notes.contains("## step 30\n"))
    #expect(notes.contains("## step 10\n\nit began here"))
    #expect(notes.contains("## step 50\n\nand ended there"))
    let (verified, words) = try desk.ganbook("verify", run)
    #expect(verified == 0 && words.contains("the same to the bit"), "\(words)")
  }

  @Test func `a fork in lines is a recording of its own, and the end of the input ends both`()
    throws
  {
    let desk = try Desk()
    let (code, said) = try session(
      desk, ["start mode-collapse-paper", "step 20", "back 10", "fork", "step 5"])
    #expect(code == 0 && said.contains("recorded as mode-collapse-paper-2"), "\(said)")
    #expect(desk.recordedStep("mode-collapse-paper-1") == 20)
    #expect(desk.recordedStep("mode-collapse-paper-2") == 15)
    #expect(try desk.ganbook("verify", "--all").code == 0)
  }

  @Test func `without a place for them runs go on unrecorded, with a sentence`() throws {
    let desk = try Desk(isNew: true)
    try Data().write(to: desk.notebook)
    let (code, said) = try session(desk, ["start mode-collapse-paper", "step 3", "quit"])
    #expect(code == 0 && said.contains("can't be made or written"), "\(said)")
    #expect(said.contains("step 3 of") && !said.contains("recorded as"))
  }
}
