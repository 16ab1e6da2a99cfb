import CNcurses
import CTermGuard
import Foundation

// Ends in the way its first argument names, on the thread that its second names, while it has the
// terminal: what the guard is tested with. `ready` is on the screen when it has it.

/// Recursion without an end in reach, which no optimizer turns into a loop.
@inline(never) func overflow(_ depth: Int) -> Int {
  if depth == .max { return 0 }
  var pad = [depth, depth &+ 1]
  pad[0] = overflow(depth &+ 1)
  return pad[0] &+ pad[1]
}

/// Dies, or returns where a signal from outside is to end it.
@Sendable func end(_ way: String) {
  switch way {
  case "segmentation": UnsafeMutablePointer<Int>(bitPattern: 8)?.pointee = 1
  case "abort": abort()
  case "fatal": fatalError("the reason in words")
  case "index": print([1, 2, 3][CommandLine.arguments.count + 3])
  case "precondition": precondition(CommandLine.arguments.isEmpty, "a condition in words")
  case "division": print(1 / (way.count - 8))
  case "arithmetic": print(Int.max + CommandLine.arguments.count)
  case "overflow": print(overflow(0))
  case "raise": raise(SIGFPE)
  case "exit": exit(3)
  default: break
  }
}

let type = ProcessInfo.processInfo.environment["TERM"] ?? ""
var sequence = [CChar](repeating: 0, count: 256)
let length = nc_restoring_sequence(type, &sequence, 256)
guard term_guard_arm(1, sequence, length) == 0, nc_open(type) != nil else { exit(64) }
term_guard_hold_errors()
cbreak()
noecho()
keypad(nc_window(), true)
curs_set(0)
mvwaddstr(nc_window(), 2, 2, "ready")
wrefresh(nc_window())

let way = CommandLine.arguments.dropFirst().first ?? ""
if CommandLine.arguments.contains("worker") {
  let worker = Thread {
    term_guard_enter_thread()
    end(way)
  }
  worker.start()
  // The worker ends the program; a minute without that is a failure of its own.
  // Signals cut a sleep short.
  for _ in 0..<600 { usleep(100_000) }
  exit(65)
}
if way == "stalled" {
  // More than any terminal that isn't read takes in: the write waits.
  for line in 0..<100_000 {
    mvwaddstr(nc_window(), 3, 0, String(repeating: line.isMultiple(of: 2) ? "x" : "y", count: 70))
    wrefresh(nc_window())
  }
}
end(way)
endwin()
term_guard_disarm()
