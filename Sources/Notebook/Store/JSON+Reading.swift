/// What stands under the keys of an object, each taken once: what is left is unknown.
struct JSONFields {
  private var entries: [JSON.Entry]

  /// - Throws: ``StoreError`` where the value is no object.
  init(_ value: JSON) throws(StoreError) {
    guard case .object(let entries) = value else {
      throw StoreError(.malformed, "an object {…} is wanted here")
    }
    self.entries = entries
  }

  /// The keys that nobody has taken, in order.
  var keys: [String] { entries.map(\.key) }

  mutating func take(_ key: String) -> JSON? {
    guard let index = entries.firstIndex(where: { $0.key == key }) else { return nil }
    return entries.remove(at: index).value
  }

  /// A whole number of a range.
  mutating func whole(_ key: String, in range: ClosedRange<Int>) throws(StoreError) -> Int {
    guard case .integer(let value)? = take(key), range.contains(value) else {
      throw StoreError(
        .malformed,
        "'\(key)' must be a whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    return value
  }

  /// A whole number of a range, or nil where there is none or null.
  mutating func optionalWhole(
    _ key: String, in range: ClosedRange<Int>
  ) throws(StoreError) -> Int? {
    guard let entry = entries.first(where: { $0.key == key }), entry.value != .null else {
      _ = take(key)
      return nil
    }
    return try whole(key, in: range)
  }

  /// A text, in lines or not, without other control characters.
  mutating func text(_ key: String) throws(StoreError) -> String {
    guard case .text(let value)? = take(key) else {
      throw StoreError(.malformed, "'\(key)' must be a text")
    }
    guard Wording.isText(value) else {
      throw StoreError(.malformed, "'\(key)' must be free of control characters")
    }
    return value
  }

  /// A text of one line.
  mutating func line(_ key: String) throws(StoreError) -> String {
    let value = try text(key)
    guard Wording.isLine(value) else {
      throw StoreError(.malformed, "'\(key)' must be one line without control characters")
    }
    return value
  }

  /// - Throws: ``StoreError`` where a key is left that nobody knows.
  func checkEmpty() throws(StoreError) {
    guard let key = keys.first else { return }
    throw StoreError(.malformed, "unknown key \(Wording.quoted(key))")
  }
}
