internal import Dispatch
private import Foundation
internal import Synchronization

/// Ctrl-C and its like, as a flag that a loop looks at: what has been trained is not thrown away.
/// A second one ends the program at once.
struct StopSignal {
  private let received: Received
  private let sources: [any DispatchSourceSignal]

  private final class Received: Sendable {
    let number = Atomic<Int32>(0)
  }

  init() {
    let received = Received()
    self.received = received
    sources = [SIGINT, SIGTERM, SIGHUP].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(
        signal: number, queue: DispatchQueue(label: "signals"))
      source.setEventHandler {
        if received.number.exchange(number, ordering: .relaxed) != 0 { _exit(128 + number) }
      }
      source.resume()
      return source
    }
  }

  /// The exit code by custom, 128 and the signal's number; nil while nobody wants an end.
  var exitCode: Int32? {
    let number = received.number.load(ordering: .relaxed)
    return number == 0 ? nil : 128 + number
  }
}
