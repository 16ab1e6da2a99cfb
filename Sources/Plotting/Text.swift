/// Fitting text into cells: how wide it is, where it breaks, what is left when it is cut.
public enum Text {
  /// Cells that a scalar takes on a terminal: 0 for control and combining characters, 2 for wide
  /// East Asian characters and most emoji, else 1.
  public static func width(of scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x20 || (0x7F..<0xA0).contains(value) { return 0 }
    if value < 0x300 { return 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control, .surrogate, .lineSeparator,
      .paragraphSeparator:
      return 0
    default:
      return wide.contains { $0.contains(value) } ? 2 : 1
    }
  }

  /// Whether a scalar is drawn over the one before it.
  static func combines(_ scalar: Unicode.Scalar) -> Bool {
    let category = scalar.properties.generalCategory
    return category == .nonspacingMark || category == .enclosingMark
  }

  /// Cells that a string takes.
  public static func width(of string: String) -> Int {
    string.unicodeScalars.reduce(0) { $0 + width(of: $1) }
  }

  /// The string, cut to so many cells; a cut shows as an ellipsis.
  public static func clipped(_ string: String, to columns: Int) -> String {
    guard width(of: string) > columns else { return string }
    guard columns > 0 else { return "" }
    var kept = String.UnicodeScalarView()
    var used = 0
    for scalar in string.unicodeScalars {
      let next = used + width(of: scalar)
      if next > columns - 1 { break }
      kept.append(scalar)
      used = next
    }
    return String(kept) + "…"
  }

  /// The string with blanks behind it, or cut, so that it takes exactly so many cells.
  public static func leading(_ string: String, in columns: Int) -> String {
    let cut = clipped(string, to: columns)
    return cut + blanks(columns - width(of: cut))
  }

  /// The string with blanks before it, or cut, so that it takes exactly so many cells.
  public static func trailing(_ string: String, in columns: Int) -> String {
    let cut = clipped(string, to: columns)
    return blanks(columns - width(of: cut)) + cut
  }

  /// The text in lines of at most so many cells, broken between words where it can be.
  public static func wrapped(_ string: String, to columns: Int) -> [String] {
    guard columns > 0 else { return [] }
    var lines: [String] = []
    for paragraph in string.split(separator: "\n", omittingEmptySubsequences: false) {
      lines += wrapped(paragraph: paragraph, to: columns)
    }
    return lines
  }

  private static func wrapped(paragraph: Substring, to columns: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in words(of: paragraph) {
      if !line.isEmpty, width(of: line) + 1 + width(of: word) <= columns {
        line += " " + word
        continue
      }
      if !line.isEmpty { lines.append(line) }
      line = word
      while width(of: line) > columns {
        let head = prefix(of: line, columns: columns)
        lines.append(head)
        line = String(line.unicodeScalars.dropFirst(head.unicodeScalars.count))
      }
    }
    return line.isEmpty && !lines.isEmpty ? lines : lines + [line]
  }

  /// What a line may end with; the groups of a number, "25 000", stay together.
  private static func words(of paragraph: Substring) -> [String] {
    paragraph.split(separator: " ").reduce(into: []) { words, word in
      let isGroup = word.prefix { $0.isASCII && $0.isNumber }.count == 3
      if isGroup, let last = words.last?.last, last.isASCII, last.isNumber {
        words[words.count - 1] += " " + word
      } else {
        words.append(String(word))
      }
    }
  }

  /// As many scalars as fit, at least one so that breaking a word always ends.
  private static func prefix(of string: String, columns: Int) -> String {
    var kept = String.UnicodeScalarView()
    var used = 0
    for scalar in string.unicodeScalars {
      used += width(of: scalar)
      if used > columns, !kept.isEmpty { break }
      kept.append(scalar)
    }
    return String(kept)
  }

  static func blanks(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }

  /// East Asian wide and full-width blocks, and the emoji that terminals draw wide.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x231A...0x231B, 0x23E9...0x23EC, 0x25FD...0x25FE, 0x2614...0x2615,
    0x2648...0x2653, 0x26A1...0x26A1, 0x26BD...0x26BE, 0x2705...0x2705, 0x274C...0x274C,
    0x2753...0x2755, 0x2795...0x2797, 0x2B1B...0x2B1C, 0x2B50...0x2B50, 0x2E80...0x303E,
    0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF, 0xA960...0xA97C,
    0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
    0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x1FA70...0x1FAFF,
    0x20000...0x3FFFD,
  ]
}
