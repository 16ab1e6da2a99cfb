import Testing

/// Seed, preset and commands are the run: below the program nothing knows the time, the
/// environment or the system's dice.
@Suite struct ReproducibilityTests {
  static let swiftWords = [
    "Date()", "Date.now", "ContinuousClock", "SuspendingClock", "DispatchTime.now",
    "SystemRandomNumberGenerator", ".random(in", "Bool.random", ".randomElement", ".shuffled()",
    "arc4random",
    ".environment", "getenv", "clock_gettime", "gettimeofday",
  ]
  static let cWords = [
    "getenv(", "clock_gettime", "gettimeofday", "time(NULL)", " rand(", "srand(", "random(",
  ]
  /// The terminal is the program's own affair.
  static let free = ["Sources/ganbook/", "Sources/CTermGuard/", "Sources/CNcurses/"]

  private var held: [Repository.File] {
    Repository.sources.filter { file in !Self.free.contains { file.path.hasPrefix($0) } }
  }

  @Test func `no clock, no environment and no dice below the program`() {
    #expect(!held.isEmpty)
    for file in held {
      let words = file.name.hasSuffix(".swift") ? Self.swiftWords : Self.cWords
      let code = file.code
      for word in words where code.contains(word) { Issue.record("\(file.path) has \(word)") }
    }
  }

  @Test func `no error and no cast is forced`() {
    for file in Repository.sources + Repository.tests where file.path.hasSuffix(".swift") {
      let code = file.code
      // In two parts, so that this file passes its own test.
      for word in ["try" + "!", " as" + "! "] where code.contains(word) {
        Issue.record("\(file.path) has \(word)")
      }
    }
  }
}
