internal import Adversarial
internal import Experiments
internal import Yams

/// Reads the values of one cue of a script.
struct CueReader {
  private static let questionLetters = 120
  private static let choiceLetters = 40
  private static let mostHints = 5
  private static let hintLetters = 240
  private static let sides = ["a", "b", "c", "d"]

  let reader: PresetReader
  let page: Experiment
  let lines: [PresetReader.Entry]
  let node: Node

  private func value(_ key: String) -> Node? { reader.value(of: key, in: lines) }

  // MARK: Plain values

  /// The step of the cue: not before the one that came before.
  func step(from last: Int, to steps: Int) throws(PresetError) -> Int {
    guard let node = value("at") else { return last }
    let step = try whole("at", node)
    guard step >= last else {
      throw reader.fail(node, "'at' is \(step), before the cue above it, at \(last)")
    }
    guard step <= steps else {
      throw reader.fail(node, "'at' is \(step), and the run ends at step \(steps)")
    }
    return step
  }

  func view() throws(PresetError) -> Script.View? {
    guard let name = try reader.text("view", in: lines, lines: 1, letters: .max) else {
      return nil
    }
    guard let view = Script.View(rawValue: name) else {
      let known = Script.View.allCases.map(\.rawValue)
      throw reader.fail(
        value("view"),
        "there is no view \(Wording.quoted(name))"
          + NearestName.hint(name, among: known, list: "the views are"))
    }
    return view
  }

  func side(of count: Int) throws(PresetError) -> Int? {
    guard let node = value("side") else { return nil }
    guard count > 1 else {
      throw reader.fail(node, "'side' is for twins; this preset has one side")
    }
    guard case .scalar(let scalar) = node, let side = Self.sides.firstIndex(of: scalar.string),
      side < count
    else {
      throw reader.fail(
        node, "'side' must be a letter from a to \(Self.sides[count - 1]), not \(node.kindInWords)")
    }
    return side
  }

  func flag(_ key: String) throws(PresetError) -> Bool {
    guard let node = value(key) else { return false }
    guard case .scalar(let scalar) = node, ["true", "false"].contains(scalar.string) else {
      throw reader.fail(node, "'\(key)' must be true or false, not \(node.kindInWords)")
    }
    return scalar.string == "true"
  }

  private func whole(_ key: String, _ node: Node) throws(PresetError) -> Int {
    guard case .scalar(let scalar) = node,
      let number = WholeNumber.value(scalar.string).flatMap(Int.init(exactly:))
    else {
      throw reader.fail(
        node,
        "'\(key)' must be a step, a whole number, not \(node.kindInWords)\(node.wholeHint)")
    }
    return number
  }

  private func number(_ text: String) -> Double? {
    Double(text).flatMap { $0.isFinite && !text.lowercased().contains("x") ? $0 : nil }
  }

  // MARK: Sense

  /// A cue that does nothing is a mistake, and so is a side of nothing.
  func checkSense(_ cue: Script.Cue) throws(PresetError) {
    guard cue.side == nil || !cue.tweaks.isEmpty || cue.prediction != nil else {
      throw reader.fail(value("side"), "'side' goes with 'set' or 'ask'")
    }
    let doesSomething =
      cue.caption != nil || cue.view != nil || !cue.tweaks.isEmpty || cue.marks
      || cue.note != nil || cue.prediction != nil || cue.waits
    guard doesSomething else { throw reader.fail(node, "this cue says and does nothing") }
  }

  // MARK: Predictions

  func prediction(at step: Int, steps: Int, side: Int) throws(PresetError) -> Prediction? {
    let question = try reader.text("ask", in: lines, lines: 1, letters: Self.questionLetters)
    guard let question else {
      for key in ["answer", "formula", "hints", "within", "measure", "until"]
      where value(key) != nil {
        throw reader.fail(value(key), "'\(key)' goes with 'ask'")
      }
      return nil
    }
    let needed = value("formula") == nil ? ["answer", "measure", "until"] : ["measure"]
    for key in needed where value(key) == nil {
      throw reader.fail(value("ask"), "'ask' needs '\(key)' as well")
    }
    var prediction = Prediction(
      question, try kind(), measure: try measure(),
      until: try until(after: step, steps: steps), side: side)
    prediction.hints = try hints()
    return prediction
  }

  private func derivation() throws(PresetError) -> Derivation? {
    guard let name = try reader.text("formula", in: lines, lines: 1, letters: .max) else {
      return nil
    }
    for key in ["answer", "within"] where value(key) != nil {
      throw reader.fail(value(key), "'\(key)' and 'formula' are two ways to answer")
    }
    guard let derivation = page.derivations.first(where: { $0.name == name }) else {
      throw reader.fail(
        value("formula"),
        "this page asks for no formula \(Wording.quoted(name))"
          + NearestName.hint(name, among: page.derivations.map(\.name), list: "it asks for"))
    }
    return derivation
  }

  private func hints() throws(PresetError) -> [String] {
    guard let node = value("hints") else { return [] }
    guard case .sequence(let nodes) = node, (1...Self.mostHints).contains(nodes.count) else {
      throw reader.fail(node, "'hints' must be a list of 1 to \(Self.mostHints) lines")
    }
    var hints: [String] = []
    for node in nodes {
      guard case .scalar(let scalar) = node, (1...Self.hintLetters).contains(scalar.string.count),
        !scalar.string.unicodeScalars.contains(where: Wording.isControl)
      else {
        throw reader.fail(node, "a hint is one line of 1 to \(Self.hintLetters) characters")
      }
      hints.append(scalar.string)
    }
    return hints
  }

  private func measure() throws(PresetError) -> String {
    let name = try reader.text("measure", in: lines, lines: 1, letters: .max) ?? ""
    let known = page.measures
    guard known.contains(name) else {
      throw reader.fail(
        value("measure"),
        "there is no measure \(Wording.quoted(name))"
          + NearestName.hint(name, among: known, list: "the measures are"))
    }
    return name
  }

  private func until(after step: Int, steps: Int) throws(PresetError) -> Int {
    guard let node = value("until") else {
      guard step.isMultiple(of: Run.measureInterval) else {
        throw reader.fail(
          value("ask"),
          "a formula is asked for at \(step); measures are taken every \(Run.measureInterval) steps"
        )
      }
      return step
    }
    let until = try whole("until", node)
    let least = value("formula") == nil ? step + 1 : step
    guard until >= least, until <= steps else {
      throw reader.fail(
        node, "'until' is \(until); it must lie after step \(step) and not after \(steps)")
    }
    guard until.isMultiple(of: Run.measureInterval) else {
      throw reader.fail(
        node, "'until' is \(until); measures are taken every \(Run.measureInterval) steps")
    }
    return until
  }

  private func kind() throws(PresetError) -> Prediction.Kind {
    if let derivation = try derivation() { return .formula(derivation) }
    guard let node = value("answer") else { return .number(within: 0.5) }
    if case .mapping(let mapping) = node { return .choice(try choices(mapping, node)) }
    guard case .scalar(let scalar) = node, scalar.string == "number" else {
      throw reader.fail(
        node, "'answer' must be 'number' or lines of 'words: low to high', not \(node.kindInWords)")
    }
    guard let within = value("within") else { return .number(within: 0.5) }
    guard case .scalar(let scalar) = within, let tolerance = number(scalar.string), tolerance >= 0
    else {
      throw reader.fail(within, "'within' must be a number from 0 on, not \(within.kindInWords)")
    }
    return .number(within: tolerance)
  }

  private func choices(
    _ mapping: Node.Mapping, _ node: Node
  ) throws(PresetError) -> [Prediction.Choice] {
    if let within = value("within") {
      throw reader.fail(within, "'within' goes with 'answer: number'")
    }
    guard (2...9).contains(mapping.count) else {
      throw reader.fail(node, "'answer' has 2 to 9 choices, not \(mapping.count)")
    }
    var choices: [Prediction.Choice] = []
    for entry in try PresetReader.entries(of: mapping, file: reader.file) {
      let isClean = !entry.key.unicodeScalars.contains(where: Wording.isControl)
      guard isClean, (1...Self.choiceLetters).contains(entry.key.count) else {
        throw reader.fail(
          entry.keyNode, "a choice is one line of 1 to \(Self.choiceLetters) characters")
      }
      choices.append(Prediction.Choice(entry.key, try range(entry.value)))
    }
    return choices
  }

  /// "1 to 2", or one number.
  private func range(_ node: Node) throws(PresetError) -> ClosedRange<Double> {
    guard case .scalar(let scalar) = node else { throw noRange(node) }
    let ends = scalar.string.split(separator: " to ", omittingEmptySubsequences: false)
      .map { number(String($0)) }
    guard ends.count <= 2, let low = ends[0], let high = ends[ends.count - 1], low <= high else {
      throw noRange(node)
    }
    return low...high
  }

  private func noRange(_ node: Node) -> PresetError {
    reader.fail(node, "a choice stands for a number or 'low to high', not \(node.kindInWords)")
  }
}
