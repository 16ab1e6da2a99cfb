import Foundation
import Testing

@Suite(.enabled(if: Tmux.program != nil, "needs tmux"))
struct TmuxTests {
  /// The notebook, then a line with its exit code and one with the terminal's settings.
  private func start(on desk: Desk, columns: Int, rows: Int) throws -> Tmux {
    let program = Launch.built("ganbook").path
    let place = desk.environment.map { "'\($0)=\($1 ?? "")'" }.joined(separator: " ")
    let settings = "TERM=tmux-256color LANG=C.UTF-8 \(place)"
    return try Tmux(
      "stty -g > /dev/null; env \(settings) '\(program)' --threads 1; "
        + "echo code=$?; stty -a | tr ';' '\\n' | grep -o -w -e '-*icanon' -e '-*echo'; "
        + "exec sleep 60",
      columns: columns, rows: rows)
  }

  @Test(arguments: [(120, 40), (80, 24), (60, 20)])
  func `tmux shows the run too, and is itself again after it`(columns: Int, rows: Int) throws {
    let desk = try Desk()
    let tmux = try start(on: desk, columns: columns, rows: rows)
    try tmux.wait(for: "the contents") { $0.contains("quit") }
    try tmux.send("/small nets")
    try tmux.wait(for: "its page alone") { !$0.contains("label-smoothing") }
    try tmux.send("Enter")
    try tmux.wait(for: "the list") { $0.contains("quit") }
    try tmux.send("Enter")
    try tmux.wait(for: "points") { text in
      text.unicodeScalars.count { (0x2801...0x28FF).contains($0.value) } > 20
    }
    try tmux.send("q")
    try tmux.wait(for: "the contents") { $0.contains("quit") }
    try tmux.send("q")
    try tmux.wait(for: "the end") { text in
      text.contains("code=0") && text.contains("icanon") && text.contains("echo")
    }
    let text = try tmux.call(["capture-pane", "-p"])
    #expect(!text.contains("-icanon") && !text.contains("-echo"))
  }
}
