public import Experiments

/// What one seed said of a page's claim, as it is kept: with all that it is a finding of.
public struct LedgerFinding: Sendable, Equatable {
  /// What a finding belongs to.
  public struct Place: Sendable, Hashable {
    public let page: String
    /// ``Experiments/Trial/key(on:)`` of the rule that was followed.
    public let trial: String
    public let seed: UInt64
    /// Whether it comes of the trial's quick form.
    public let isQuick: Bool

    public init(page: String, trial: String, seed: UInt64, isQuick: Bool) {
      self.page = page
      self.trial = trial
      self.seed = seed
      self.isQuick = isQuick
    }
  }

  public let place: Place
  public let finding: Finding
  /// When it was found, in words; empty where nobody knows.
  public let date: String

  public init(_ place: Place, _ finding: Finding, date: String) {
    self.place = place
    self.finding = finding
    self.date = date
  }

  public static func == (one: LedgerFinding, other: LedgerFinding) -> Bool {
    one.entries == other.entries
  }
}

// MARK: On disk

extension LedgerFinding {
  var entries: [JSON.Entry] {
    [
      .init("page", Self.text(place.page)), .init("trial", Self.text(place.trial)),
      .init("seed", .unsigned(place.seed)), .init("quick", .boolean(place.isQuick)),
      .init("holds", finding.holds.map { .boolean($0) } ?? .null),
      .init("number", .exact(finding.number)), .init("words", Self.text(finding.words)),
      .init("date", Self.text(date)),
    ]
      + rows + cases + asides
  }

  /// A text as its reader takes it.
  private static func text(_ text: String) -> JSON { .text(Wording.recorded(text)) }

  /// What each arm came to; left out where there is no table.
  private var rows: [JSON.Entry] {
    guard !finding.rows.isEmpty else { return [] }
    let rows = finding.rows.map { row in
      JSON.list([Self.text(row.title), .exact(row.number), Self.text(row.words)])
    }
    return [.init("rows", .list(rows))]
  }

  /// Left out where the seed is one case.
  private var cases: [JSON.Entry] {
    let cases = finding.cases
    guard cases != Finding.Cases(finding.holds) else { return [] }
    return [.init("cases", .list([cases.held, cases.failed, cases.all].map { .integer($0) }))]
  }

  /// Left out where there are none.
  private var asides: [JSON.Entry] {
    guard !finding.asides.isEmpty else { return [] }
    let asides = finding.asides.map { aside in
      JSON.list([Self.text(aside.title), aside.holds.map { .boolean($0) } ?? .null])
    }
    return [.init("asides", .list(asides))]
  }

  init(_ fields: inout JSONFields) throws(StoreError) {
    let page = try fields.text("page")
    let trial = try fields.text("trial")
    let seed = try fields.seed()
    let isQuick = try fields.boolean("quick") ?? false
    place = Place(page: page, trial: trial, seed: seed, isQuick: isQuick)
    let holds = try fields.boolean("holds")
    let number = try fields.number("number")
    let words = try fields.text("words")
    date = try fields.text("date")
    let rows = try fields.rows()
    let cases = try fields.cases() ?? Finding.Cases(holds)
    finding = Finding(
      holds: holds, cases: cases, number: number, words: words, rows: rows,
      asides: try fields.asides())
    try fields.checkEmpty()
  }
}

extension JSONFields {
  /// What each arm came to; none where the key is missing.
  fileprivate mutating func rows() throws(StoreError) -> [Finding.Row] {
    guard let value = take("rows") else { return [] }
    guard case .list(let items) = value else {
      throw StoreError(.malformed, "'rows' must be a list")
    }
    return try items.map { item throws(StoreError) in
      guard case .list(let cells) = item, cells.count == 3, case .text(let title) = cells[0],
        let number = cells[1].double, case .text(let words) = cells[2]
      else { throw StoreError(.malformed, "a row must be a title, a number and words") }
      return Finding.Row(title, number: number, words: words)
    }
  }

  /// In how many cases the claim holds and fails, of how many; nil where the key is missing.
  fileprivate mutating func cases() throws(StoreError) -> Finding.Cases? {
    guard let value = take("cases") else { return nil }
    guard case .list(let items) = value, items.count == 3,
      case .integer(let held) = items[0], case .integer(let failed) = items[1],
      case .integer(let all) = items[2], (0...1_000).contains(all), (0...all).contains(held),
      (0...all - held).contains(failed)
    else { throw StoreError(.malformed, "'cases' must be three counts") }
    return Finding.Cases(held: held, failed: failed, of: all)
  }

  /// Claims beside the page's own; none where the key is missing.
  fileprivate mutating func asides() throws(StoreError) -> [Finding.Aside] {
    guard let value = take("asides") else { return [] }
    guard case .list(let items) = value else {
      throw StoreError(.malformed, "'asides' must be a list")
    }
    return try items.map { item throws(StoreError) in
      guard case .list(let cells) = item, cells.count == 2, case .text(let title) = cells[0]
      else { throw StoreError(.malformed, "an aside must be a title and an answer") }
      switch cells[1] {
      case .boolean(let holds): return Finding.Aside(title, holds: holds)
      case .null: return Finding.Aside(title, holds: nil)
      default: throw StoreError(.malformed, "an aside's answer must be true, false or null")
      }
    }
  }

  mutating func seed() throws(StoreError) -> UInt64 {
    switch take("seed") {
    case .integer(let value)? where value >= 0: return UInt64(value)
    case .unsigned(let value)?: return value
    default: throw StoreError(.malformed, "'seed' must be a whole number")
    }
  }

  /// True, false, or nil where it is null.
  mutating func boolean(_ key: String) throws(StoreError) -> Bool? {
    switch take(key) {
    case .boolean(let value)?: return value
    case .null?: return nil
    default: throw StoreError(.malformed, "'\(key)' must be true, false or null")
    }
  }

  /// A number; null is not one.
  mutating func number(_ key: String) throws(StoreError) -> Double {
    guard let value = take(key)?.double else {
      throw StoreError(.malformed, "'\(key)' must be a number or null")
    }
    return value
  }
}

extension JSON {
  /// A number to read back: JSON has none for an infinite one, which stands as a text.
  static func exact(_ value: Double) -> JSON {
    value.isInfinite ? .text("\(value)") : .number(value)
  }

  /// The number that it is, not a number where it is null; nil for anything else.
  var double: Double? {
    switch self {
    case .number(let value): value
    case .integer(let value): Double(value)
    case .unsigned(let value): Double(value)
    case .null: .nan
    case .text("inf"): .infinity
    case .text("-inf"): -.infinity
    case .boolean, .text, .list, .object: nil
    }
  }
}
