import CPseudoTerminal
import Foundation

/// A program on a pseudo-terminal of its own, with a picture that follows its output.
final class PseudoTerminal {
  struct Failure: Error, CustomStringConvertible { let description: String }

  let process: pid_t
  private(set) var decoder: Decoder
  private(set) var byteCount = 0
  /// Whether output is read; a terminal can stop taking any.
  var isReading = true
  /// Whether it takes a few bytes at a time and a moment for each: a slow line.
  var isSlow = false
  /// What it answers to questions; nothing to one that is not in it.
  var answers: [Decoder.Question: String] = [.arrival: "\u{1B}[0n"]
  private var answered = 0
  private var near: Int32
  private var far: Int32
  private let settingsBefore: termios
  private var hasEnded = false

  var picture: Picture { decoder.picture }
  var isAlternate: Bool { picture.isAlternate }
  var showsCursor: Bool { picture.showsCursor }

  /// Whether a text is on the screen; a failed expectation prints this and not every cell.
  func shows(_ text: String) -> Bool { picture.contains(text) }

  /// - Parameter environment: what differs from a plain xterm in UTF-8; nil removes a variable.
  init(
    _ program: URL, _ arguments: [String] = [], columns: Int = 120, rows: Int = 40,
    environment: [String: String?] = [:], blocksSignals: Bool = false
  ) throws {
    decoder = Decoder(columns: columns, rows: rows)
    var process: pid_t = 0
    var far: Int32 = -1
    var settings = termios()
    let near = try Launch.with(program, arguments, environment: environment) {
      pty_spawn(
        $0, $1, $2, Int32(columns), Int32(rows), blocksSignals ? 1 : 0, &process, &far, &settings)
    }
    guard near >= 0 else {
      throw Failure(description: "can't start \(program.path): \(String(cString: strerror(errno)))")
    }
    self.process = process
    self.near = near
    self.far = far
    settingsBefore = settings
  }

  deinit {
    if !hasEnded {
      kill(process, SIGKILL)
      var status: Int32 = 0
      waitpid(process, &status, 0)
    }
    for file in [near, far] where file >= 0 { close(file) }
  }

  /// Reads what there is, waiting at most so long for the first of it, and on until a lull: a
  /// frame arrives in pieces, and half of one is not a picture.
  func pump(milliseconds: Int32 = 20) {
    let limit = ContinuousClock.now + .milliseconds(200)
    var patience = milliseconds
    while take(within: patience), ContinuousClock.now < limit { patience = min(milliseconds, 5) }
  }

  /// Whether there was anything to read.
  private func take(within milliseconds: Int32) -> Bool {
    var source = pollfd(fd: near, events: Int16(isReading ? POLLIN : 0), revents: 0)
    guard poll(&source, 1, milliseconds) > 0, isReading, near >= 0 else { return false }
    if isSlow { usleep(5_000) }
    var bytes = [UInt8](repeating: 0, count: isSlow ? 60 : 65_536)
    let count = read(near, &bytes, bytes.count)
    guard count > 0 else { return false }
    byteCount += count
    decoder.feed(bytes[..<count])
    for question in decoder.questions.dropFirst(answered) {
      if let answer = answers[question] { send(answer) }
    }
    answered = decoder.questions.count
    return true
  }

  /// Follows the program until nothing has come for most of a second.
  func settle() {
    var quiet = 0
    while quiet < 35 {
      let before = byteCount
      pump()
      quiet = byteCount == before ? quiet + 1 : 0
    }
  }

  /// Follows the program until the picture is as described.
  func wait(
    for what: String, seconds: Double = 60, until isThere: (Picture) -> Bool
  ) throws {
    let limit = ContinuousClock.now + .seconds(seconds)
    while !isThere(picture) {
      guard ContinuousClock.now < limit else {
        throw Failure(description: "waited in vain for \(what):\n\(picture.text)")
      }
      pump()
      guard !collectEnd() || isThere(picture) else {
        throw Failure(description: "ended before \(what):\n\(picture.text)")
      }
    }
  }

  func send(_ text: String) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(near, $0.baseAddress, $0.count) }
      if count > 0 { rest = rest.dropFirst(count) } else { pump() }
    }
  }

  func resize(columns: Int, rows: Int) {
    pump(milliseconds: 0)
    decoder.picture.resize(columns: columns, rows: rows)
    _ = pty_resize(near, Int32(columns), Int32(rows))
  }

  /// Writes over the screen behind the program's back.
  func scribble() { decoder.feed("\u{1B}7\u{1B}[3;5H#########\u{1B}8".utf8) }

  /// The window is closed.
  func hangUp() {
    close(far)
    close(near)
    (near, far) = (-1, -1)
  }

  func signal(_ number: Int32) { kill(process, number) }

  // MARK: The end

  private var status: Int32 = 0

  private func collectEnd() -> Bool {
    if !hasEnded, waitpid(process, &status, WNOHANG) == process {
      hasEnded = true
      while pumpsMore() {}
    }
    return hasEnded
  }

  private func pumpsMore() -> Bool {
    let before = byteCount
    pump(milliseconds: 0)
    return byteCount > before
  }

  /// Waits for the end: the exit code, or the number of the signal, negative.
  func end(seconds: Double = 60) throws -> Int32 {
    let limit = ContinuousClock.now + .seconds(seconds)
    while !collectEnd() {
      guard ContinuousClock.now < limit else {
        throw Failure(description: "still runs after \(seconds) s:\n\(picture.text)")
      }
      pump()
    }
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : -(status & 0x7F)
  }

  /// What a shell would miss after the program; empty when it got its terminal back.
  var damage: [String] {
    var now = termios()
    tcgetattr(far, &now)
    var found: [String] = []
    if now.c_lflag != settingsBefore.c_lflag { found.append("local modes") }
    if now.c_iflag != settingsBefore.c_iflag { found.append("input modes") }
    if now.c_oflag != settingsBefore.c_oflag { found.append("output modes") }
    if picture.isAlternate { found.append("alternate screen") }
    if !picture.showsCursor { found.append("hidden cursor") }
    if picture.cursorKeysApplication { found.append("cursor keys") }
    found += picture.reports.sorted().map { "reports \($0)" }
    if picture.pen != Picture.Pen() { found.append("colours: \(picture.pen)") }
    return found
  }
}
