internal import Adversarial
internal import Yams

/// A preset's text as a tree of nodes that know their line, within limits that keep a hostile
/// text from taking time or memory.
enum PresetTree {
  /// Aliases repeat what an anchor names, and aliases of aliases multiply: beyond this many a
  /// few lines could stand for more than a memory holds.
  private static let mostAliases = 32
  private static let deepest = 64

  /// The mapping that a preset is.
  static func mapping(_ text: String, file: String) throws(PresetError) -> Node.Mapping {
    try checkLimits(text, file: file)
    guard let root = try compose(text, file: file) else {
      throw PresetError(.malformed, file: file, "empty; a preset begins with 'page: NAME'")
    }
    guard case .mapping(let mapping) = root else {
      throw PresetError(
        .malformed, file: file, at: root.place,
        "a preset is lines of 'key: value', beginning with 'page: NAME'")
    }
    return mapping
  }

  private static func compose(_ text: String, file: String) throws(PresetError) -> Node? {
    do {
      return try Yams.compose(yaml: text, .basic, .default, .utf8)
    } catch let error as YamlError {
      throw PresetError(error, file: file, text: text)
    } catch {
      throw PresetError(.malformed, file: file, "broken YAML")
    }
  }

  /// Counts before anything is built, on the safe side: in a note a `*` at the start of a word
  /// counts as an alias, and a bracket as an opening.
  private static func checkLimits(_ text: String, file: String) throws(PresetError) {
    var aliases = 0
    var open = 0
    var line = 1
    var isWordStart = true
    for byte in text.utf8 {
      if isWordStart, byte == UInt8(ascii: "*") { aliases += 1 }
      if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{") { open += 1 }
      if byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") { open = max(0, open - 1) }
      if byte == 0x0A { line += 1 }
      let place = PresetError.Place(line: line)
      guard open <= deepest else {
        throw PresetError(.malformed, file: file, at: place, "nested deeper than any preset is")
      }
      guard aliases <= mostAliases else {
        throw PresetError(
          .malformed, file: file, at: place, "too many aliases; write the values out")
      }
      isWordStart = byte <= 0x20 || "[{,:".utf8.contains(byte)
    }
  }
}

extension Node {
  /// Where the node stands, for an error.
  var place: PresetError.Place? {
    mark.map { PresetError.Place(line: $0.line, column: $0.column) }
  }

  /// The values of all keys `data` in it that name points.
  var data: [Node.Scalar] {
    switch self {
    case .mapping(let mapping):
      mapping.flatMap { key, value -> [Node.Scalar] in
        guard key.string == Settings.dataName, case .scalar(let scalar) = value else {
          return value.data
        }
        return scalar.string.hasPrefix("points:") ? [scalar] : []
      }
    case .sequence(let sequence): sequence.flatMap(\.data)
    case .scalar, .alias: []
    }
  }

  /// What a refusal adds where a whole number was meant.
  var wholeHint: String {
    if case .scalar(let scalar) = self { WholeNumber.hint(scalar.string) } else { "" }
  }

  /// What kind of node stands here where a value was wanted, in words.
  var kindInWords: String {
    switch self {
    case .scalar(let scalar): Wording.quoted(scalar.string)
    case .mapping: "a table of keys"
    case .sequence: "a list"
    case .alias: "an alias"
    }
  }
}

extension PresetError {
  /// The parser's own complaint, put in our words.
  fileprivate init(_ error: YamlError, file: String, text: String) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      let place = Place(line: mark.line, column: mark.column)
      self.init(.malformed, file: file, at: place, Self.words(for: problem))
    case .duplicatedKeysInMapping(let keys, let context):
      let place = Place(line: context.mark.line, column: context.mark.column)
      let key = Wording.quoted(keys.first ?? "")
      self.init(
        .malformed, file: file, at: place,
        "the key \(key) is given twice" + Self.commaHint(line: context.mark.line, of: text))
    case .reader(let problem, let offset, _, _):
      let line = offset.map { text.prefix($0).count { $0.isNewline } + 1 }
      let place = line.map { Place(line: $0) }
      self.init(.malformed, file: file, at: place, "broken text: \(Wording.line(problem))")
    case .memory:
      self.init(.malformed, file: file, "nested deeper than any preset is")
    default:
      self.init(.malformed, file: file, "broken YAML")
    }
  }

  /// In braces every comma begins a key.
  private static func commaHint(line: Int, of text: String) -> String {
    let lines = text.split(separator: "\n", maxSplits: line, omittingEmptySubsequences: false)
    guard lines.indices.contains(line - 1), lines[line - 1].contains("{"),
      lines[line - 1].contains("(")
    else { return "" }
    return "; in braces a value with commas stands in quotes"
  }

  private static func words(for problem: String) -> String {
    if problem.contains("nesting level") { return "nested deeper than any preset is" }
    if problem.contains("another document") { return "a second document begins; a preset is one" }
    return "broken YAML: \(Wording.line(problem))"
  }
}
