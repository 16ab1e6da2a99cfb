import Foundation
import Synchronization
import Testing

@testable import Notebook

/// When a run is written down.
@Suite struct HeartbeatTests {
  @Test func `a second after the last time, if something has happened`() {
    let seconds = Mutex(10.0)
    let clock: @Sendable () -> Double = { seconds.withLock { $0 } }
    var heartbeat = Heartbeat(clock)
    #expect(heartbeat.left == .infinity)
    heartbeat.noteNews()
    #expect(heartbeat.left == 1)
    seconds.withLock { $0 = 10.75 }
    #expect(heartbeat.left == 0.25)
    seconds.withLock { $0 = 30 }
    #expect(heartbeat.left == 0)
    heartbeat.beat()
    #expect(heartbeat.left == .infinity)
    heartbeat.noteNews()
    #expect(heartbeat.left == 1)
  }

  @Test func `without a clock it never beats`() {
    var heartbeat = Heartbeat(nil)
    heartbeat.noteNews()
    #expect(heartbeat.left == .infinity)
  }
}
