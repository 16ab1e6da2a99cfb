internal import Adversarial
internal import Experiments
internal import Yams

/// Reads the tree of a preset key by key, so that every complaint knows its place.
struct PresetReader {
  private static let keys = [
    "page", "title", "note", "seed", "steps", "knobs", "twins", "script", "refused",
  ]
  static let titleLetters = 60

  let file: String
  /// Where files lie that the preset names; nil where it comes from no file.
  var folder: String?
  let pages: [Experiment]
  let entries: [Entry]

  typealias Entry = (key: String, keyNode: Node, value: Node)

  init(_ text: String, file: String, pages: [Experiment]) throws(PresetError) {
    self.file = file
    self.pages = pages
    entries = try Self.entries(of: PresetTree.mapping(text, file: file), file: file)
    try checkKeys(entries, known: Self.keys)
  }

  /// The preset, its game tried: settings that contradict each other are an error of the file.
  func preset(named name: String) throws(PresetError) -> Preset {
    let page = try page().offering(points())
    var preset = Preset(
      name: name, page: page.name,
      title: try text("title", in: entries, lines: 1, letters: Self.titleLetters) ?? name,
      note: try text("note", in: entries, lines: .max, letters: 10_000) ?? "",
      seed: try whole("seed", in: 0...UInt64.max) ?? Preset.defaultSeed,
      steps: Int(try whole("steps", in: 1...UInt64(Preset.mostSteps)) ?? Preset.defaultSteps),
      settings: Settings(page.hyperparameters))
    let knobs = value(of: "knobs", in: entries)
    try set(knobs, in: &preset.settings)
    preset.isRefused = try isRefused(preset.settings, on: page)
    if preset.isRefused { return preset }
    try tryOut(preset.settings, on: page, at: knobs)
    preset.twins = try twins(of: preset.settings, on: page)
    var script = ScriptReader(self, preset: preset, page: page)
    preset.script = try script.script()
    return preset
  }

  /// Builds the game, so that contradictions are found before anybody waits for it.
  func tryOut(
    _ settings: Settings, on page: Experiment, at node: Node?
  ) throws(PresetError) {
    do {
      _ = try page.design(settings)
    } catch {
      throw fail(node, Wording.line(error.description))
    }
  }

  /// Whether the preset is here to be refused, which its game has to be then.
  private func isRefused(
    _ settings: Settings, on page: Experiment
  ) throws(PresetError) -> Bool {
    guard let node = value(of: "refused", in: entries) else { return false }
    guard case .scalar(let scalar) = node, ["true", "false"].contains(scalar.string) else {
      throw fail(node, "'refused' must be true or false, not \(node.kindInWords)")
    }
    guard scalar.string == "true" else { return false }
    for key in ["twins", "script"] {
      if let other = value(of: key, in: entries) {
        throw fail(other, "a preset that is refused has no '\(key)'")
      }
    }
    guard (try? page.design(settings)) == nil else {
      throw fail(node, "'refused' is true, but these knobs describe a game")
    }
    return true
  }

  /// The points that lie beside the preset.
  private func points() throws(PresetError) -> [PointSet] {
    guard let folder else { return [] }
    var sets: [PointSet] = []
    for node in entries.flatMap({ $0.value.data }) {
      let name = node.string.dropFirst("points:".count).drop { $0 == " " }
      do {
        sets.append(try PointFile.set(String(name), beside: folder))
      } catch  where error.file.isEmpty {
        throw fail(.scalar(node), error.message)
      }
    }
    return sets
  }

  // MARK: Keys

  private func page() throws(PresetError) -> Experiment {
    guard let node = value(of: "page", in: entries) else {
      throw PresetError(
        .malformed, file: file, "the key 'page' is missing; a preset begins with 'page: NAME'")
    }
    guard case .scalar(let scalar) = node else {
      throw fail(node, "'page' must be the name of a page, not \(node.kindInWords)")
    }
    guard let page = pages.first(where: { $0.name == scalar.string }) else {
      throw fail(
        node,
        "there is no page \(Wording.quoted(scalar.string))"
          + NearestName.hint(scalar.string, among: pages.map(\.name), list: "the pages are"))
    }
    return page
  }

  func text(
    _ key: String, in entries: [Entry], lines: Int, letters: Int
  ) throws(PresetError) -> String? {
    guard let node = value(of: key, in: entries) else { return nil }
    guard case .scalar(let scalar) = node else {
      throw fail(node, "'\(key)' must be a text, not \(node.kindInWords)")
    }
    let allowed: Set<Unicode.Scalar> = lines == 1 ? [] : ["\n", "\t"]
    let isClean = scalar.string.unicodeScalars.allSatisfy {
      allowed.contains($0) || !Wording.isControl($0)
    }
    guard isClean else {
      let kind = lines == 1 ? "one line without control characters" : "free of control characters"
      throw fail(node, "'\(key)' must be \(kind)")
    }
    guard scalar.string.count <= letters else {
      throw fail(node, "'\(key)' is longer than \(Wording.count(letters)) characters")
    }
    return scalar.string
  }

  private func whole(
    _ key: String, in range: ClosedRange<UInt64>
  ) throws(PresetError) -> UInt64? {
    guard let node = value(of: key, in: entries) else { return nil }
    guard case .scalar(let scalar) = node, scalar.style == .plain,
      let number = WholeNumber.value(scalar.string), range.contains(number)
    else {
      throw fail(
        node,
        "'\(key)' must be a whole number from \(range.lowerBound) to \(range.upperBound), "
          + "not \(node.kindInWords)\(node.wholeHint)")
    }
    return number
  }

  // MARK: Knobs

  /// Applies lines of `knob: value`; no node and an empty one change nothing.
  func set(_ knobs: Node?, in settings: inout Settings) throws(PresetError) {
    guard let node = knobs else { return }
    if case .scalar(let scalar) = node, scalar.string.isEmpty { return }
    guard case .mapping(let mapping) = node else {
      throw fail(node, "'knobs' must be lines of 'knob: value', not \(node.kindInWords)")
    }
    for knob in try Self.entries(of: mapping, file: file) {
      let setting = try setting(of: knob, among: settings)
      do { try settings.set(knob.key, to: setting) } catch {
        throw fail(knob.value, error.sentence())
      }
    }
  }

  /// The value that a line `knob: value` gives, in the knob's domain.
  func setting(of knob: Entry, among settings: Settings) throws(PresetError) -> Setting {
    let name = knob.key
    guard let hyperparameter = settings.hyperparameters.first(where: { $0.name == name }) else {
      let known = settings.hyperparameters.map(\.name)
      throw fail(knob.keyNode, SettingError.unknown(name: name, known: known).sentence())
    }
    guard case .scalar(let scalar) = knob.value else {
      throw fail(knob.value, "'\(name)' must be one value, not \(knob.value.kindInWords)")
    }
    let isQuoted = scalar.style != .plain
    do {
      return try hyperparameter.checked(
        isQuoted
          ? .choice(scalar.string)
          : Setting(text: scalar.string, for: name, among: settings.hyperparameters))
    } catch {
      throw fail(knob.value, error.sentence(given: scalar.string))
    }
  }

  // MARK: Nodes

  func value(of key: String, in entries: [Entry]) -> Node? {
    entries.first { $0.key == key }?.value
  }

  func fail(_ node: Node?, _ message: String) -> PresetError {
    PresetError(.malformed, file: file, at: node?.place, message)
  }

  func checkKeys(_ entries: [Entry], known: [String]) throws(PresetError) {
    for entry in entries where !known.contains(entry.key) {
      throw fail(
        entry.keyNode,
        "unknown key \(Wording.quoted(entry.key))"
          + NearestName.hint(entry.key, among: known, list: "the keys are"))
    }
  }

  /// Keys and values in the order of the file, every key a text and given once.
  static func entries(of mapping: Node.Mapping, file: String) throws(PresetError) -> [Entry] {
    var seen: Set<String> = []
    var entries: [Entry] = []
    for (key, value) in mapping.joiningData {
      guard case .scalar(let scalar) = key else {
        throw PresetError(
          .malformed, file: file, at: key.place, "a key must be a word, not \(key.kindInWords)")
      }
      guard scalar.style != .plain || scalar.string != "<<" else {
        throw PresetError(
          .malformed, file: file, at: key.place,
          "a preset has no merge key '<<'; write its lines out")
      }
      guard seen.insert(scalar.string).inserted else {
        let name = Wording.quoted(scalar.string)
        throw PresetError(
          .malformed, file: file, at: key.place, "the key \(name) is given twice")
      }
      entries.append((scalar.string, key, value))
    }
    return entries
  }
}
