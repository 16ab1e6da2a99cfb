internal import Adversarial

/// The file `commands.jsonl`: a line a command, in order, written before the command is applied.
///
/// Every line ends in a check that covers all lines before it, so that a line which was edited,
/// doubled, moved or taken out shows. A last line without its end was torn by a crash: it is cut.
package enum CommandLog {
  static let name = "commands.jsonl"
  /// Where the chain of checks starts: the offset of FNV-1a.
  static let start = FNV1a.start
  /// A note of ten thousand characters fits.
  private static let longestLine = 1 << 17

  /// The commands of a text, how much of it they are, and the check to go on with.
  package struct Contents: Equatable {
    package var commands: [StampedCommand] = []
    /// Bytes of whole lines.
    package var length = 0
    package var check = CommandLog.start
    /// Whether a torn line follows them.
    package var isTorn = false
  }

  /// The line of a command, its end included; `check` moves on.
  static func line(_ stamped: StampedCommand, check: inout UInt64) -> String {
    let entries = [JSON.Entry("step", .integer(stamped.step))] + fields(of: stamped.command)
    let text = String(JSON.object(entries).line.dropLast())
    check = hash(text, from: check)
    return text + ",\"check\":\"\(RunSummary.hexadecimal(check))\"}\n"
  }

  /// - Throws: ``CommandError`` where the line of a command would be longer than any that is read.
  static func check(_ command: Command) throws(CommandError) {
    var check = start
    let line = line(StampedCommand(step: Preset.mostSteps, command: command), check: &check)
    guard line.utf8.count <= longestLine else {
      throw CommandError("longer than a recording keeps: write it in several parts")
    }
  }

  /// Reads a log.
  /// - Throws: ``StoreError`` with the line that is no command, or not the one that was written.
  package static func read(_ bytes: some Collection<UInt8>) throws(StoreError) -> Contents {
    let (contents, problem) = readable(bytes)
    if let problem { throw problem }
    return contents
  }

  /// Reads a log as far as it is what was written, and says what is wrong with the line behind it.
  static func readable(
    _ bytes: some Collection<UInt8>
  ) -> (contents: Contents, problem: StoreError?) {
    var contents = Contents()
    var rest = bytes[...]
    while let end = rest.firstIndex(of: 0x0A) {
      let line = rest[..<end]
      do throws(StoreError) {
        try contents.take(line)
      } catch {
        return (contents, error.inFile(name, line: contents.commands.count + 1))
      }
      contents.length += line.count + 1
      rest = rest[rest.index(after: end)...]
    }
    contents.isTorn = !rest.isEmpty
    return (contents, nil)
  }

  fileprivate static func hash(_ text: some StringProtocol, from start: UInt64) -> UInt64 {
    FNV1a.hash(text.utf8, from: start)
  }

  fileprivate static func command(
    _ line: some Collection<UInt8>, after check: UInt64
  ) throws(StoreError) -> (command: StampedCommand, check: UInt64) {
    guard line.count <= longestLine else { throw StoreError(.malformed, "longer than any command") }
    var fields = try JSONFields(JSONReader.value(line))
    let given = try fields.text("check")
    let step = try fields.whole("step", in: 0...Preset.mostSteps)
    let stamped = StampedCommand(step: step, command: try command(&fields, at: step))
    try fields.checkEmpty()
    var next = check
    guard self.line(stamped, check: &next).utf8.dropLast().elementsEqual(line),
      given == RunSummary.hexadecimal(next)
    else {
      throw StoreError(
        .malformed, "not the line that was written here: edited, doubled, moved or taken out")
    }
    return (stamped, next)
  }
}

extension CommandLog.Contents {
  fileprivate mutating func take(_ line: some Collection<UInt8>) throws(StoreError) {
    let (stamped, next) = try CommandLog.command(line, after: check)
    guard stamped.step >= commands.last?.step ?? 0 else {
      throw StoreError(.malformed, "the steps of commands only grow")
    }
    commands.append(stamped)
    check = next
  }
}

// MARK: One command

extension CommandLog {
  private static func fields(of command: Command) -> [JSON.Entry] {
    switch command {
    case .set(let name, let setting, let column):
      return [.init("set", .text(name)), .init("to", setting.json)]
        + (column.map { [.init("column", .integer($0 + 1))] } ?? [])
    case .pause: return [.init("pause", .boolean(true))]
    case .resume: return [.init("resume", .boolean(true))]
    case .advance(let steps): return [.init("advance", .integer(steps))]
    case .stepPlayer(let player): return [.init("stepPlayer", .text(player.rawValue))]
    case .twin(let original): return [.init("twin", .integer(original + 1))]
    case .mark(let past): return [.init("mark", .boolean(true))] + subject(past)
    case .note(let text, let past):
      return [.init("note", .text(text))] + subject(past)
    case .answer(let text, let question, let isRight):
      return [
        .init("answer", .text(text)), .init("to", .text(question)),
      ]
        + (isRight.map { [.init("right", .boolean($0))] } ?? [])
    }
  }

  /// The step that a mark or a note speaks of, where it is not the one it was made at.
  private static func subject(_ past: Int?) -> [JSON.Entry] {
    past.map { [.init("at", .integer($0))] } ?? []
  }

  private static func subject(_ fields: inout JSONFields, upTo step: Int) throws(StoreError) -> Int?
  {
    fields.keys.contains("at") ? try fields.whole("at", in: 0...step) : nil
  }

  private static func command(
    _ fields: inout JSONFields, at step: Int
  ) throws(StoreError) -> Command {
    let columns = 1...Run.mostColumns
    guard let key = fields.keys.first else { throw StoreError(.malformed, "no command") }
    switch key {
    case "set":
      let name = try fields.text(key)
      let setting = try Setting(json: fields.take("to"), of: name)
      let column = fields.keys.contains("column") ? try fields.whole("column", in: columns) : nil
      return .set(name: name, setting: setting, column: column.map { $0 - 1 })
    case "advance": return .advance(steps: try fields.whole(key, in: 1...Preset.mostSteps))
    case "twin": return .twin(of: try fields.whole(key, in: columns) - 1)
    case "note":
      let text = try fields.text(key)
      return .note(text, at: try subject(&fields, upTo: step))
    case "answer":
      let (text, question) = (try fields.text(key), try fields.text("to"))
      guard fields.keys.contains("right") else {
        return .answer(text, to: question, isRight: nil)
      }
      guard case .boolean(let isRight)? = fields.take("right") else {
        throw StoreError(.malformed, "'right' must be true or false")
      }
      return .answer(text, to: question, isRight: isRight)
    case "mark":
      try take(key, of: &fields)
      return .mark(at: try subject(&fields, upTo: step))
    case "stepPlayer":
      guard let player = Player(rawValue: try fields.text(key)) else {
        throw StoreError(.malformed, "'stepPlayer' must be a player's name")
      }
      return .stepPlayer(player)
    default: return try word(key, &fields)
    }
  }

  /// A command that is its name alone.
  private static func word(_ key: String, _ fields: inout JSONFields) throws(StoreError) -> Command
  {
    let words: [(name: String, command: Command)] = [
      ("pause", .pause), ("resume", .resume),
    ]
    guard let found = words.first(where: { $0.name == key }) else {
      throw StoreError(.malformed, "unknown command \(Wording.quoted(key))")
    }
    try take(key, of: &fields)
    return found.command
  }

  private static func take(_ key: String, of fields: inout JSONFields) throws(StoreError) {
    guard fields.take(key) == .boolean(true) else {
      throw StoreError(.malformed, "'\(key)' must be true")
    }
  }
}

extension Setting {
  /// A number or a name.
  var json: JSON {
    switch self {
    case .number(let value): .number(value)
    case .choice(let name): .text(name)
    }
  }

  init(json: JSON?, of name: String) throws(StoreError) {
    switch json {
    case .number(let value): self = .number(value)
    case .integer(let value): self = .number(Double(value))
    case .text(let text) where Wording.isLine(text): self = .choice(text)
    default:
      throw StoreError(
        .malformed, "the value of \(Wording.quoted(name)) must be a number or a name")
    }
  }
}
