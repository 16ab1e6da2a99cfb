internal import Adversarial
internal import Yams

extension Node.Mapping {
  /// The keys and values, the commas that the value of `data` holds put back into it.
  ///
  /// In braces a comma ends a value: of `{data: +(0,0), batch: 64}` YAML makes the keys `data`,
  /// `0)` and `batch`. No key of a preset stands without a value, so what does, behind `data`, is
  /// the rest of its text. Keys on one line stand in braces: the parser does not tell.
  var joiningData: [(key: Node, value: Node)] {
    var entries: [(key: Node, value: Node)] = []
    for (key, value) in self {
      if case .scalar(let rest) = key, case .scalar(let nothing) = value, nothing.isMissing,
        let last = entries.last, last.key.string == Settings.dataName,
        let line = key.mark?.line, line == last.value.mark?.line,
        case .scalar(var text) = last.value, text.style == .plain
      {
        text.string += "," + rest.string
        entries[entries.count - 1].value = .scalar(text)
      } else {
        entries.append((key, value))
      }
    }
    return entries
  }
}

extension Node.Scalar {
  fileprivate var isMissing: Bool { style == .plain && string.isEmpty }
}
