internal import ArgumentParser

/// Measures the engine.
struct BenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench", abstract: "Measure how fast the engine trains.")

  func run() throws { throw Failure(.unavailable, "not yet") }
}
