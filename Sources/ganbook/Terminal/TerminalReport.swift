private import CNcurses
internal import Foundation
private import Notebook
internal import Plotting
private import Workbench

/// What is known of the terminal without opening the screen on it.
struct TerminalReport {
  let lines: [String]
  let card: TestCard

  init(_ appearance: Appearance) {
    let environment = ProcessInfo.processInfo.environment
    let charset = CharacterSet.adopt(asciiOnly: appearance.asciiOnly, environment: environment)
    let type = environment["TERM"] ?? ""
    let colors = type.isEmpty ? 0 : Int(nc_colors(type))
    let depth = ColorDepth(colors: colors, noColor: environment["NO_COLOR"])
    let base =
      appearance.base ?? BackgroundQuery.base(ofVariable: environment["COLORFGBG"]) ?? .dark
    let codeset = nl_langinfo(CInt(CODESET)).map { String(cString: $0) } ?? "unknown"
    card = TestCard(
      charset: charset, palette: Palette(depth: depth, theme: Theme(base, appearance.scheme)),
      isOnTerminal: isatty(STDOUT_FILENO) == 1)
    lines = [
      Self.streams, Self.kind(type),
      "characters \(codeset): the screen draws in "
        + (charset == .ascii ? "ASCII" : "braille, blocks and lines"),
      Self.words(colors, depth)
        + ", on a \(base) ground in the palette \(appearance.scheme.rawValue)",
      "mouse " + (appearance.usesMouse ? "taken: clicks and the wheel" : "left alone"),
      Self.variables(environment),
    ]
  }

  private static var streams: String {
    let streams = [("input", STDIN_FILENO), ("output", STDOUT_FILENO), ("errors", STDERR_FILENO)]
    let words = streams.map { name, number in
      "\(name) \(isatty(number) == 1 ? "a terminal" : "not a terminal")"
    }
    return words.joined(separator: ", ")
  }

  /// Whether the screen can be opened, and in which size.
  private static func kind(_ type: String) -> String {
    guard !type.isEmpty else { return "no kind: TERM is not set" }
    let name = Wording.line(type)
    switch nc_judge(type) {
    case NC_DUMB: return "\(name) can't place its cursor: works in plain lines"
    case NC_UNKNOWN: return "\(name) is not in the terminal database: no screen"
    default: break
    }
    var (columns, rows): (Int32, Int32) = (0, 0)
    guard nc_kernel_size(STDOUT_FILENO, &columns, &rows) != 0 else { return name }
    return "\(name), \(columns)×\(rows) cells"
  }

  private static func words(_ colors: Int, _ depth: ColorDepth) -> String {
    let count = colors == 0 ? "no colours" : "\(colors) colours"
    let use =
      switch depth {
      case .monochrome: "none used"
      case .eight: "8 used"
      case .sixteen: "16 used"
      case .full: "256 used"
      }
    return "\(count), \(use)"
  }

  private static func variables(_ environment: [String: String]) -> String {
    let names = [
      "TERM", "COLORTERM", "COLORFGBG", "NO_COLOR", "LC_ALL", "LC_CTYPE", "LANG", "TMUX",
      "COLUMNS", "LINES", "ESCDELAY",
    ]
    let set = names.compactMap { name in
      environment[name].map { "\(name)=\(Wording.line($0))" }
    }
    return set.joined(separator: " ")
  }
}
