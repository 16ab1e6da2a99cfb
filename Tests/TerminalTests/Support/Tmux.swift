import Foundation

/// A program inside tmux, a terminal that others wrote: a second opinion on what is shown.
final class Tmux {
  struct Failure: Error, CustomStringConvertible { let description: String }

  static let program = Launch.tool("tmux")
  private let socket = "ganbook-test-\(UUID().uuidString)"
  private let tmux: URL

  /// Runs a command of the shell in a server of its own, which nobody's settings reach.
  init(_ command: String, columns: Int, rows: Int) throws {
    guard let tmux = Self.program else { throw Failure(description: "no tmux") }
    self.tmux = tmux
    try call([
      "-f", "/dev/null", "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", command,
      ";", "set", "-g", "status", "off", ";", "set", "-g", "window-size", "manual",
      ";", "resize-window", "-x", "\(columns)", "-y", "\(rows)",
    ])
  }

  deinit { _ = try? call(["kill-server"]) }

  @discardableResult func call(_ arguments: [String]) throws -> String {
    let (code, output) = try Launch.run(tmux, ["-u", "-L", socket] + arguments)
    guard code == 0 else { throw Failure(description: "tmux \(arguments): \(output)") }
    return output
  }

  func send(_ keys: String...) throws { try call(["send-keys"] + keys) }

  func wait(
    for what: String, seconds: Double = 60, until isThere: (String) -> Bool
  ) throws {
    let limit = ContinuousClock.now + .seconds(seconds)
    var text = try call(["capture-pane", "-p"])
    while !isThere(text) {
      guard ContinuousClock.now < limit else {
        throw Failure(description: "waited in vain for \(what):\n\(text)")
      }
      usleep(20_000)
      text = try call(["capture-pane", "-p"])
    }
  }
}
