import Foundation
import Testing

@testable import Notebook

/// The beat of a game that is too fast to watch.
@Suite struct TactTests {
  /// Seconds that a test moves on by hand.
  private final class Watch: @unchecked Sendable {
    private let lock = NSLock()
    private var seconds = 10.0
    var now: Double { lock.withLock { seconds } }
    func pass(_ more: Double) { lock.withLock { seconds += more } }
  }

  @Test func `the next step is due an interval after the last`() {
    let watch = Watch()
    var tact = Tact(pace: 4) { watch.now }
    #expect(tact.left == 0)
    tact.beat()
    #expect(abs(tact.left - 0.25) < 1e-9)
    watch.pass(0.2)
    #expect(abs(tact.left - 0.05) < 1e-9)
    watch.pass(0.1)
    #expect(tact.left == 0)
  }

  @Test func `a long pause is not made up for`() {
    let watch = Watch()
    var tact = Tact(pace: 4) { watch.now }
    watch.pass(60)
    for _ in 0..<3 { tact.beat() }
    #expect(tact.left > 0)
  }

  @Test func `without a pace or a clock there is no waiting`() {
    var free = Tact(pace: nil) { 3 }
    free.beat()
    #expect(free.left == 0)
    var blind = Tact(pace: 1, clock: nil)
    blind.beat()
    #expect(blind.left == 0)
  }
}
