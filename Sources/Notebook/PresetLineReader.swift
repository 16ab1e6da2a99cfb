internal import Adversarial
internal import Experiments

/// Reads a one-line text word by word; every complaint is one sentence.
struct PresetLineReader {
  private static let keys = ["seed", "steps", "sides"]

  let base: Preset
  let page: Experiment
  private var line = PresetLine()

  init(base: Preset, page: Experiment) {
    self.base = base
    self.page = page
  }

  /// The preset that the words after the `?` make of the base, its games tried.
  mutating func preset(_ query: Substring) throws(PresetError) -> Preset {
    guard query.utf8.count <= PresetLine.longest else {
      throw fail("a preset's line has at most \(Wording.count(PresetLine.longest)) characters")
    }
    var seen: Set<String> = []
    for word in query.isEmpty ? [] : query.split(separator: "&", omittingEmptySubsequences: false) {
      let (key, value) = try assignment(word)
      guard seen.insert(key).inserted else { throw fail("\(Wording.quoted(key)) is given twice") }
      try take(key, value)
    }
    try checkSides()
    return try tried()
  }

  private func tried() throws(PresetError) -> Preset {
    let preset: Preset
    do { preset = try line.applied(to: base) } catch { throw fail(error.sentence()) }
    for settings in [preset.settings] + preset.twins.map(\.settings) {
      do { _ = try page.design(settings) } catch { throw fail(Wording.line(error.description)) }
    }
    return preset
  }

  // MARK: Words

  private func assignment(_ word: Substring) throws(PresetError) -> (key: String, value: String) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty else {
      throw fail("a preset's line wants knob=value between its '&', not \(quoted(word))")
    }
    guard let key = PercentCode.decoded(parts[0]), let value = PercentCode.decoded(parts[1]) else {
      throw fail("\(quoted(word)) has a broken percent code; '%25' stands for a percent sign")
    }
    return (key, value)
  }

  private mutating func take(_ key: String, _ value: String) throws(PresetError) {
    switch key {
    case "seed": line.seed = try whole(key, value, in: 0...UInt64.max)
    case "steps": line.steps = Int(try whole(key, value, in: 1...UInt64(Preset.mostSteps)))
    case "sides": line.sideCount = Int(try whole(key, value, in: 1...UInt64(Run.mostColumns)))
    default:
      let parts = key.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
      if parts.count == 2 {
        try take(String(parts[1]), value, side: parts[0])
      } else {
        line.knobs.append(try knob(key, value))
      }
    }
  }

  private mutating func take(
    _ name: String, _ value: String, side letter: Substring
  ) throws(PresetError) {
    guard let side = PresetLine.side(letter) else {
      throw fail("there is no side \(quoted(letter)); a run's sides are a, b, c and d")
    }
    guard name == "title" else { return line.sides[side].knobs.append(try knob(name, value)) }
    guard value.count <= PresetReader.sideTitleLetters,
      !value.unicodeScalars.contains(where: Wording.isControl)
    else {
      let most = PresetReader.sideTitleLetters
      throw fail("a side's title is one line of at most \(most) characters")
    }
    line.sides[side].title = value
  }

  private func knob(_ name: String, _ value: String) throws(PresetError) -> PresetLine.Assignment {
    let hyperparameters = base.settings.hyperparameters
    guard let hyperparameter = hyperparameters.first(where: { $0.name == name }) else {
      let known = Self.keys + hyperparameters.map(\.name)
      throw fail(SettingError.unknown(name: name, known: known).sentence())
    }
    do {
      let setting = Setting(text: value, for: name, among: hyperparameters)
      return PresetLine.Assignment(name: name, setting: try hyperparameter.checked(setting))
    } catch {
      throw fail(error.sentence(given: value))
    }
  }

  private func whole(
    _ key: String, _ value: String, in range: ClosedRange<UInt64>
  ) throws(PresetError) -> UInt64 {
    guard let number = WholeNumber.value(value), range.contains(number) else {
      throw fail(
        "'\(key)' must be a whole number from \(range.lowerBound) to \(range.upperBound), "
          + "not \(Wording.quoted(value))\(WholeNumber.hint(value))")
    }
    return number
  }

  private func checkSides() throws(PresetError) {
    guard let count = line.sideCount else { return }
    let limit = count == 1 ? 0 : count
    guard let side = line.sides.lastIndex(where: { !$0.isEmpty }), side >= limit else { return }
    throw fail("the line speaks of side \(["a", "b", "c", "d"][side]), but 'sides' is \(count)")
  }

  private func quoted(_ text: Substring) -> String { Wording.quoted(String(text)) }

  private func fail(_ message: String) -> PresetError { PresetError(.malformed, message) }
}
