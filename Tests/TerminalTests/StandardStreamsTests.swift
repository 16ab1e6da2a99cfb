import Foundation
import Testing

/// Streams that were closed, or hold no more, where a command is begun.
@Suite struct StandardStreamsTests {
  private static let commands = [
    "list", "show mode-collapse-paper", "run mode-collapse-paper --steps 2", "runs",
    "verify mode-collapse-paper-1", "replay mode-collapse-paper-1",
    "resume mode-collapse-paper-1 --steps 1", "export mode-collapse-paper-1 --format csv",
    "delete mode-collapse-paper-1 --force", "merge -", "doctor", "doctor --kernels 1",
    "claims --pages nowhere", "bench --workload nowhere", "--plain", "", "--help", "--version",
    "run --help", "help run", "run mode-collapse-paper --steps 2 --seeds 2",
    "run mode-collapse-paper --steps 2 --data -", "--generate-completion-script bash",
  ]

  /// Runs a command with a redirection, for a minute at most.
  private func run(
    _ command: String, _ redirection: String
  ) throws -> (code: Int32, output: String) {
    let desk = try Desk()
    #expect(try desk.ganbook("run", "mode-collapse-paper", "--steps", "2").code == 0)
    let shell = try #require(Launch.tool("sh"))
    let timeout = Launch.tool("timeout").map { "\($0.path) 60 " } ?? ""
    return try Launch.run(
      shell, ["-c", "\(timeout)'\(Launch.built("ganbook").path)' \(command) \(redirection)"],
      environment: desk.environment)
  }

  @Test(arguments: commands, ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
  func `whatever stream is closed, a command ends`(command: String, redirection: String) throws {
    let (code, output) = try run(command, redirection)
    #expect((0...78).contains(code), "\(command) \(redirection): \(code) \(output)")
  }

  @Test(arguments: commands.filter { $0 != "delete mode-collapse-paper-1 --force" })
  func `a result that can't be written is said, and the code tells`(command: String) throws {
    guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
    for redirection in [">/dev/full", ">&-"] {
      // What prints no result has lost none.
      let usual = try run(command, "2>/dev/null")
      guard usual.code == 0, !usual.output.isEmpty else { continue }
      let (code, output) = try run(command, redirection)
      #expect(code == 74, "\(command) \(redirection)")
      #expect(output.contains("can't be written") || output.contains("broke off"), "\(output)")
    }
  }

  @Test func `a file that is opened later takes no stream's place`() throws {
    let desk = try Desk()
    let shell = try #require(Launch.tool("sh"))
    let ganbook = Launch.built("ganbook").path
    let line = "'\(ganbook)' run mode-collapse-paper --steps 20 <&- >&- 2>&-"
    #expect(try Launch.run(shell, ["-c", line], environment: desk.environment).code == 74)
    let (code, output) = try desk.ganbook("verify", "--all")
    #expect(code == 0 && output.contains("the same to the bit"), "\(output)")
  }
}
