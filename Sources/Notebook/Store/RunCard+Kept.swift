// A line of the list as the index keeps it: a list of values without their names.

extension RunCard {
  /// What ``init(id:kept:)`` reads back.
  var kept: JSON {
    let above: JSON = parent.map { .text($0.id) } ?? .null
    let spark = sparks.map { String($0.bitPattern, radix: 16) }.joined(separator: " ")
    return .list([
      .text(page), .text(preset), .text(title), .unsigned(seed), .integer(steps),
      .integer(target), .text(status), above, .integer(parent?.step ?? 0), .text(kernel),
      .text(began), .integer(columns), .text(spark),
    ])
  }

  /// Nil where the value is no line that was kept.
  init?(id: String, kept value: JSON) {
    guard case .list(let values) = value, values.count == 13,
      let page = values[0].asText, let preset = values[1].asText, let title = values[2].asText,
      let seed = values[3].asSeed, case .integer(let steps) = values[4],
      case .integer(let target) = values[5], let status = values[6].asText,
      case .integer(let step) = values[8], let kernel = values[9].asText,
      let began = values[10].asText, case .integer(let columns) = values[11],
      let sparks = values[12].asText
    else { return nil }
    self.init(
      id: id, page: page, preset: preset, title: title, seed: seed, steps: steps, target: target,
      status: status, parent: values[7].asText.map { RunHeader.Parent(id: $0, step: step) },
      kernel: kernel, began: began,
      sparks: sparks.split(separator: " ").compactMap {
        UInt32($0, radix: 16).map { Float(bitPattern: $0) }
      }, columns: columns, isBrief: true)
  }
}

extension JSON {
  fileprivate var asText: String? { if case .text(let text) = self { text } else { nil } }

  fileprivate var asSeed: UInt64? {
    switch self {
    case .integer(let value) where value >= 0: UInt64(value)
    case .unsigned(let value): value
    default: nil
    }
  }
}
