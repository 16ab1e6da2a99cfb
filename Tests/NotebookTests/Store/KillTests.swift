import Experiments
import Foundation
import Notebook
import Testing

/// A program that is killed, at any moment, loses nothing that it had written.
@Suite struct KillTests {
  private static let program = URL(fileURLWithPath: CommandLine.arguments[0]).standardizedFileURL
    .deletingLastPathComponent().appendingPathComponent("ganbook")

  private static let preset = """
    page: mode-collapse
    knobs: {generatorWidth: 8, discriminatorWidth: 8, batch: 8, noiseDimension: 2, modes: 3}
    """

  /// Starts the program, lets it live for so long, and kills it; returns what was on the disk just
  /// before.
  private func kill(
    _ arguments: [String], after seconds: Double, in notebook: String
  ) throws -> [String: Data] {
    let process = Process()
    process.executableURL = Self.program
    process.arguments = arguments + ["--threads", "1", "--notebook", notebook]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    Thread.sleep(forTimeInterval: seconds)
    let seen = files(notebook)
    #expect(Foundation.kill(process.processIdentifier, SIGKILL) == 0)
    process.waitUntilExit()
    return seen
  }

  private func files(_ notebook: String) -> [String: Data] {
    let names = ["commands.jsonl", "fingerprints.csv", "metrics.csv"]
    let paths = Fixture.store(notebook).ids.flatMap { id in names.map { "\(notebook)/\(id)/\($0)" }
    }
    return Dictionary(
      uniqueKeysWithValues: paths.compactMap { path in
        (try? Fixture.read(path)).map { (path, $0) }
      })
  }

  @Test func `killed at any moment, every run opens, verifies and goes on`() throws {
    let kills = ProcessInfo.processInfo.environment["GANBOOK_KILLS"].flatMap(Int.init) ?? 6
    try Fixture.withFolder { folder in
      let file = folder + "/tiny.yaml"
      try Fixture.write(Self.preset, to: file)
      let notebook = folder + "/notebook"
      let store = RunStore(
        folder: URL(fileURLWithPath: notebook), productVersion: "test", pages: Contents.pages)
      var dice = Dice(state: 5)
      for turn in 0..<kills {
        let known = store.ids.last
        let arguments =
          turn.isMultiple(of: 3) || known == nil
          ? ["run", file, "--steps", "1000000"]
          : ["resume", known ?? "", "--steps", "1000000"]
        let seconds = 0.02 + Double(dice.below(600)) / 1_000
        let seen = try kill(arguments, after: seconds, in: notebook)
        for (path, before) in seen {
          // A torn end may be cut when a run is opened again; whole lines stay.
          let whole = before.prefix((before.lastIndex(of: 0x0A) ?? -1) + 1)
          #expect(try Fixture.read(path).starts(with: whole), "\(path)")
        }
        for id in store.ids { #expect(try store.open(id).lastStep >= 0) }
      }
      var steps = 0
      for id in store.ids {
        let recorded = try store.open(id)
        #expect(try recorded.verify(threads: 1).isSame, "\(id)")
        steps += recorded.lastStep
        let (run, _) = try store.resume(id, threads: 1)
        #expect(run.recorder != nil)
        try run.apply(.advance(steps: 3))
        while run.advance() {}
        run.end()
        #expect(try store.open(id).lastStep == recorded.lastStep + 3)
      }
      #expect(!store.ids.isEmpty && steps > 0)
      if kills > 6 { print("\(kills) kills, \(store.ids.count) runs, \(steps) steps verified") }
    }
  }
}
