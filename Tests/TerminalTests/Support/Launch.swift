import CPseudoTerminal
import Foundation

/// Programs under test, and the environment they start in.
enum Launch {
  /// A program that the package builds: it lies beside the test bundle.
  static func built(_ name: String) -> URL {
    URL(fileURLWithPath: CommandLine.arguments[0]).standardizedFileURL
      .deletingLastPathComponent().appendingPathComponent(name)
  }

  /// The first place where a tool of the system is, or nil.
  static func tool(_ name: String) -> URL? {
    ["/usr/bin/", "/bin/", "/usr/local/bin/", "/opt/homebrew/bin/"]
      .map { URL(fileURLWithPath: $0 + name) }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }

  /// This process' environment as a plain xterm in UTF-8, and what differs from that.
  static func environment(_ changes: [String: String?]) -> [String: String] {
    var result = ProcessInfo.processInfo.environment
    for name in ["LINES", "COLUMNS", "LC_ALL", "LC_CTYPE", "TMUX", "NO_COLOR", "ESCDELAY"] {
      result[name] = nil
    }
    result["SWIFT_BACKTRACE"] = nil
    result["TERM"] = "xterm-256color"
    result["LANG"] = "C.UTF-8"
    for (name, value) in changes { result[name] = value }
    return result
  }

  typealias Words = UnsafePointer<UnsafeMutablePointer<CChar>?>

  /// Lends arguments and environment in C's form.
  static func with<Result>(
    _ program: URL, _ arguments: [String], environment changes: [String: String?],
    _ body: (String, Words, Words) -> Result
  ) throws -> Result {
    var words = ([program.path] + arguments).map { strdup($0) } + [nil]
    var settings = environment(changes).map { strdup("\($0)=\($1)") } + [nil]
    defer { for text in words + settings { free(text) } }
    return body(program.path, &words, &settings)
  }

  /// Runs a program without a terminal: its exit code and all it printed.
  static func run(
    _ program: URL, _ arguments: [String], environment: [String: String?] = [:]
  ) throws -> (code: Int32, output: String) {
    var process: pid_t = 0
    let pipe = try with(program, arguments, environment: environment) { path, words, settings in
      pipe_spawn(path, words, settings, &process)
    }
    guard pipe >= 0 else { throw CocoaError(.fileNoSuchFile) }
    let output = FileHandle(fileDescriptor: pipe, closeOnDealloc: true).readDataToEndOfFile()
    var status: Int32 = 0
    waitpid(process, &status, 0)
    let code = status & 0x7F == 0 ? (status >> 8) & 0xFF : -(status & 0x7F)
    return (code, String(decoding: output, as: UTF8.self))
  }
}
