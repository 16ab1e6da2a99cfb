private import Adversarial
private import Experiments
internal import Yams

extension Script {
  /// The script as it stands in a preset.
  var node: Node {
    var step = 0
    return Node(
      cues.map { cue in
        defer { step = cue.at }
        return cue.node(after: step)
      })
  }
}

extension Script.Cue {
  private static let sides = ["a", "b", "c", "d"]

  /// - Parameter step: the step of the cue before, which needs no saying.
  fileprivate func node(after step: Int) -> Node {
    var lines: [(Node, Node)] = []
    if at != step { lines.append(("at", Node(String(at)))) }
    if let caption { lines.append(("say", Self.text(caption))) }
    if let view { lines.append(("view", Node(view.rawValue))) }
    if !tweaks.isEmpty {
      let knobs = tweaks.map { (Node($0.name), Node(Wording.setting($0.setting))) }
      lines.append(("set", Node(knobs)))
    }
    if let side { lines.append(("side", Node(Self.sides[side]))) }
    if marks { lines.append(("mark", "true")) }
    if let note { lines.append(("note", Self.text(note))) }
    if let prediction { lines += prediction.lines }
    if waits { lines.append(("wait", "true")) }
    return Node(lines)
  }

  private static func text(_ text: String) -> Node {
    Node(text, .implicit, text.contains("\n") ? .literal : .any)
  }
}

extension Prediction {
  fileprivate var lines: [(Node, Node)] {
    var lines: [(Node, Node)] = [("ask", Node(question))]
    switch kind {
    case .number(let tolerance):
      lines.append(("answer", "number"))
      if tolerance != 0.5 { lines.append(("within", Node(Wording.number(tolerance)))) }
    case .choice(let choices):
      let pairs = choices.map { (Node($0.text), Node(Self.words($0.range))) }
      lines.append(("answer", Node(pairs)))
    case .formula(let derivation): lines.append(("formula", Node(derivation.name)))
    }
    if !hints.isEmpty { lines.append(("hints", Node(hints.map { Node($0) }))) }
    return lines + [("measure", Node(measure)), ("until", Node(String(until)))]
  }

  private static func words(_ range: ClosedRange<Double>) -> String {
    let ends = [range.lowerBound, range.upperBound].map(Wording.number)
    return ends[0] == ends[1] ? ends[0] : "\(ends[0]) to \(ends[1])"
  }
}
