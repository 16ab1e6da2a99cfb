/// Follows a program's output as a terminal would: enough of ECMA-48 and xterm for what ncurses
/// sends. What it does not know it keeps, so that a test can tell.
struct Decoder {
  var picture: Picture
  private(set) var unknown: [String] = []
  /// What the terminal was asked, in order.
  private(set) var questions: [Question] = []

  /// Something that a terminal answers.
  enum Question {
    /// The colour of its ground.
    case ground
    case kind
    /// Whether what was sent has arrived.
    case arrival
  }

  /// Whether anything but text came.
  private(set) var hasEscaped = false

  private enum State {
    case text, escape, control, command, charset
  }
  private var state = State.text
  private var parameters = ""
  private var pending: [UInt8] = []
  private var drawsLines = false
  private var saved = (row: 0, column: 0)
  private var last: Unicode.Scalar = " "

  init(columns: Int, rows: Int) { picture = Picture(columns: columns, rows: rows) }

  mutating func feed(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { take(byte) }
  }

  private mutating func take(_ byte: UInt8) {
    switch state {
    case .text: byte < 0x20 && pending.isEmpty ? control(byte) : text(byte)
    case .escape: escape(byte)
    case .charset:
      drawsLines = byte == UInt8(ascii: "0")
      state = .text
    case .control:
      guard (0x40...0x7E).contains(byte) else { return parameters.append(character(byte)) }
      state = .text
      sequence(character(byte))
    case .command:
      if byte == 7 || byte == UInt8(ascii: "\\") {
        if parameters.hasPrefix("11;?") { questions.append(.ground) }
        state = .text
      } else {
        parameters.append(character(byte))
      }
    }
  }

  private func character(_ byte: UInt8) -> Character { Character(Unicode.Scalar(byte)) }

  private mutating func control(_ byte: UInt8) {
    switch byte {
    case 8: picture.move(picture.row, picture.column - 1)
    case 9: picture.move(picture.row, (picture.column / 8 + 1) * 8)
    case 10, 11, 12: picture.lineFeed()
    case 13: picture.move(picture.row, 0)
    case 14: drawsLines = true
    case 15: drawsLines = false
    case 27: (state, hasEscaped) = (.escape, true)
    case 0, 7: break
    default: unknown.append("control \(byte)")
    }
  }

  private mutating func text(_ byte: UInt8) {
    pending.append(byte)
    let length = pending[0] < 0x80 ? 1 : pending[0] < 0xE0 ? 2 : pending[0] < 0xF0 ? 3 : 4
    guard pending.count == length else { return }
    for scalar in String(decoding: pending, as: UTF8.self).unicodeScalars {
      last = drawsLines && (0x60..<0x7F).contains(scalar.value) ? "+" : scalar
      picture.put(last)
    }
    pending = []
  }

  private mutating func escape(_ byte: UInt8) {
    state = .text
    switch character(byte) {
    case "[": (state, parameters) = (.control, "")
    case "]": (state, parameters) = (.command, "")
    case "(", ")": state = .charset
    case "7": saved = (picture.row, picture.column)
    case "8": picture.move(saved.row, saved.column)
    case "M": picture.reverseLineFeed()
    case "D": picture.lineFeed()
    case "=", ">", "\\", "H": break
    case "c": picture = Picture(columns: picture.columns, rows: picture.rows)
    default: unknown.append("ESC \(character(byte))")
    }
  }

  private mutating func sequence(_ final: Character) {
    if parameters.hasPrefix("?") { return modes(on: final == "h", final) }
    let numbers = parameters.split(separator: ";", omittingEmptySubsequences: false)
      .map { Int($0) ?? 0 }
    let count = max(numbers.first ?? 0, 1)
    let second = numbers.count > 1 ? max(numbers[1], 1) : 1
    let (row, column) = (picture.row, picture.column)
    switch final {
    case "H", "f": picture.move(count - 1, second - 1)
    case "A": picture.move(row - count, column)
    case "B": picture.move(row + count, column)
    case "C": picture.move(row, column + count)
    case "D": picture.move(row, column - count)
    case "G": picture.move(row, count - 1)
    case "d": picture.move(count - 1, column)
    case "J": erase(whole: true, numbers.first ?? 0)
    case "K": erase(whole: false, numbers.first ?? 0)
    case "X": picture.erase(here..<here + min(count, picture.columns - column))
    case "P": picture.shift(count)
    case "@": picture.shift(-count)
    case "M": picture.scroll(count, from: row)
    case "L": picture.scroll(-count, from: row)
    case "S": picture.scroll(count)
    case "T": picture.scroll(-count)
    case "b": for _ in 0..<count { picture.put(last) }
    case "r":
      (picture.scrollTop, picture.scrollBottom) =
        (count - 1, numbers.count > 1 ? second - 1 : picture.rows - 1)
      picture.move(0, 0)
    case "m": paint(numbers)
    case "h", "l", "t", "g": break
    case "c": questions.append(.kind)
    case "n": questions.append(.arrival)
    default: unknown.append("CSI \(parameters)\(final)")
    }
  }

  private var here: Int { picture.row * picture.columns + picture.column }

  private mutating func erase(whole: Bool, _ kind: Int) {
    let start = whole ? 0 : picture.row * picture.columns
    let end = whole ? picture.rows * picture.columns : start + picture.columns
    switch kind {
    case 0: picture.erase(here..<end)
    case 1: picture.erase(start..<here + 1)
    default: picture.erase(start..<end)
    }
  }

  private mutating func modes(on: Bool, _ final: Character) {
    // The Linux console's size of the cursor.
    if final == "c" { return }
    guard final == "h" || final == "l" else {
      return unknown.append("CSI \(parameters)\(final)")
    }
    for number in parameters.dropFirst().split(separator: ";") {
      switch number {
      case "1000", "1002", "1006", "2004":
        if on {
          picture.reports.insert(String(number))
        } else {
          picture.reports.remove(String(number))
        }
      case "1": picture.cursorKeysApplication = on
      case "25": picture.showsCursor = on
      case "47", "1047", "1049": picture.isAlternate = on
      default: break
      }
    }
  }

  private mutating func paint(_ numbers: [Int]) {
    var rest = numbers[...]
    while let number = rest.popFirst() {
      switch number {
      case 0: picture.pen = Picture.Pen()
      case 1: picture.pen.bold = true
      case 2: picture.pen.dim = true
      case 4: picture.pen.underline = true
      case 7: picture.pen.reverse = true
      // The Linux console's other character set.
      case 10...12: break
      case 22: (picture.pen.bold, picture.pen.dim) = (false, false)
      case 24: picture.pen.underline = false
      case 27: picture.pen.reverse = false
      case 30...37: picture.pen.foreground = number - 30
      case 39: picture.pen.foreground = -1
      case 40...47: picture.pen.background = number - 40
      case 49: picture.pen.background = -1
      case 90...97: picture.pen.foreground = number - 82
      case 100...107: picture.pen.background = number - 92
      case 38 where rest.first == 5: picture.pen.foreground = rest.dropFirst().first ?? -1
      case 48 where rest.first == 5: picture.pen.background = rest.dropFirst().first ?? -1
      default: unknown.append("SGR \(number)")
      }
      if number == 38 || number == 48 { rest = rest.dropFirst(2) }
    }
  }
}
