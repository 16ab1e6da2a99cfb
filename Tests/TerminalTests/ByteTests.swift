import Foundation
import Testing

/// What the screen costs on the line; what it costs in time no test can say.
@Suite struct ByteTests {
  /// Bytes from a key to the picture that it leads to.
  private func cost(of key: String, in notebook: Notebook) throws -> Int {
    notebook.terminal.settle()
    let (bytes, before) = (notebook.terminal.byteCount, Notebook.step(in: notebook.picture))
    notebook.terminal.send(key)
    try notebook.terminal.wait(for: "another step") { Notebook.step(in: $0) != before }
    notebook.terminal.settle()
    return notebook.terminal.byteCount - bytes
  }

  @Test func `a step costs at most 12 KB at 120×40, a leap through the run 28`() throws {
    let notebook = try Notebook()
    try notebook.startRun()
    try notebook.train(to: 60)
    notebook.terminal.send(" ")
    try notebook.terminal.wait(for: "the pause") { $0.contains("paused") }
    let steps = try ["n", "n", "n"].map { try cost(of: $0, in: notebook) }
    #expect(steps.allSatisfy { (300...12_000).contains($0) }, "\(steps)")
    // Nearly every cell of the plane and the charts changes at once, and most have a colour.
    let leaps = try ["<", "<", "\u{1B}[H"].map { try cost(of: $0, in: notebook) }
    #expect(leaps.allSatisfy { (1_000...28_000).contains($0) }, "\(leaps)")
  }

  @Test
  func `on a slow line the answer to a key waits behind a piece of a picture, not behind a queue`()
    throws
  {
    let notebook = try Notebook()
    try notebook.startRun()
    notebook.terminal.isSlow = true
    // Whole pictures, so that writing has to wait whatever the training sends.
    notebook.terminal.send("\u{0C}")
    func pieces() -> Int { notebook.terminal.decoder.questions.count { $0 == .arrival } }
    try notebook.terminal.wait(for: "pieces") { _ in pieces() > 8 }
    var waits: [Int] = []
    for key in ["\u{1B}[B", "\u{1B}[B", "\u{1B}[A", "\u{1B}[B"] {
      func pointer() -> Int? { notebook.picture.lines.firstIndex { $0.contains("▸") } }
      let (bytes, before) = (notebook.terminal.byteCount, pointer())
      notebook.terminal.send(key)
      try notebook.terminal.wait(for: "the next knob") { _ in pointer() != before }
      waits.append(notebook.terminal.byteCount - bytes)
    }
    // A queue would keep every key waiting. On a busy machine the line may pass for a fast one for
    // a while: then single keys wait longer.
    #expect(waits.contains { $0 < 3_000 }, "\(waits)")
    notebook.terminal.isSlow = false
    #expect(try notebook.quit() == 0)
    #expect(notebook.terminal.damage == [])
  }

  @Test func `a key that moves one row costs little, and a still screen nothing`() throws {
    let notebook = try Notebook()
    try notebook.startRun()
    notebook.terminal.send(" ")
    try notebook.terminal.wait(for: "the pause") { $0.contains("paused") }
    // Settled is: not a byte for most of a second.
    notebook.terminal.settle()
    let before = notebook.terminal.byteCount
    notebook.terminal.send("\u{1B}[B")
    try notebook.terminal.wait(for: "the next knob") { _ in notebook.terminal.byteCount > before }
    notebook.terminal.settle()
    #expect(notebook.terminal.byteCount - before < 1_500, "\(notebook.terminal.byteCount - before)")
  }

  #if os(Linux)
  @Test func `while all is still, no thread wakes up`() throws {
    let notebook = try Notebook()
    try notebook.startRun()
    notebook.terminal.send(" ")
    try notebook.terminal.wait(for: "the pause") { $0.contains("paused") }
    // The run is on the disk, and what was said has faded.
    try notebook.terminal.wait(for: "a standstill") { _ in
      let before = wakes(of: notebook)
      for _ in 0..<3 { notebook.terminal.settle() }
      return wakes(of: notebook) == before
    }
    notebook.terminal.send("\u{1B}[B")
    notebook.terminal.settle()
    #expect(try notebook.quit() == 0)
  }

  /// How often the threads of the program have gone to sleep so far.
  private func wakes(of notebook: Notebook) -> Int {
    let tasks = "/proc/\(notebook.terminal.process)/task"
    let threads = (try? FileManager.default.contentsOfDirectory(atPath: tasks)) ?? []
    return threads.reduce(0) { sum, thread in
      let status = (try? String(contentsOfFile: "\(tasks)/\(thread)/status", encoding: .utf8)) ?? ""
      let line = status.split(separator: "\n").first { $0.hasPrefix("voluntary_ctxt_switches") }
      return sum + (line.flatMap { Int($0.split(separator: "\t")[1]) } ?? 0)
    }
  }
  #endif
}
