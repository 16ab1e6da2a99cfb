internal import Foundation

/// The header of a safetensors file: its texts, and where each array lies. Everything that can be
/// wrong with such a file stands here, so that a file is refused before its numbers are read.
struct SafetensorsOutline {
  /// The name that the texts have among the arrays.
  static let metadataKey = "__metadata__"
  /// Bytes of the longest header that is read, with the eight that tell its length.
  static let longest = 8 + 1 << 20

  /// Texts about the whole, by name.
  let metadata: [(key: String, value: String)]
  /// In the order of their numbers, without a gap.
  let places: [Place]
  /// The first byte of the numbers.
  let start: Int

  /// - Parameters:
  ///   - head: the file's first bytes: the whole header at least.
  ///   - size: bytes of the whole file.
  /// - Throws: ``StoreError``, one sentence, where this is no such file.
  init(_ head: Data, size: Int) throws(StoreError) {
    guard head.count >= 8 else { throw Self.wrong("too short for a safetensors file") }
    let length = head.prefix(8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    guard length <= Self.longest - 8, Int(length) <= head.count - 8 else {
      throw Self.wrong("its header claims \(length) bytes, which it can't have")
    }
    start = 8 + Int(length)
    guard
      case .object(let entries) = try JSONReader.value(
        [UInt8](head.dropFirst(8).prefix(Int(length))))
    else { throw Self.wrong("its header is no object") }
    var metadata: [(key: String, value: String)] = []
    var places: [Place] = []
    for entry in entries {
      if entry.key == Self.metadataKey {
        metadata = try Self.metadata(entry.value)
      } else {
        places.append(try Place(entry))
      }
    }
    self.metadata = metadata
    self.places = places.sorted { ($0.begin, $0.end) < ($1.begin, $1.end) }
    try checkWhole(count: size - start)
  }

  /// Every byte belongs to one array.
  private func checkWhole(count: Int) throws(StoreError) {
    var end = 0
    for place in places {
      guard place.begin == end else { throw Self.wrong("its arrays overlap or leave a gap") }
      guard place.end <= count else {
        throw Self.wrong("\(Wording.quoted(place.name)) reaches beyond its end")
      }
      end = place.end
    }
    guard end == count else {
      throw Self.wrong("\(count - end) bytes at its end belong to no array")
    }
  }

  private static func metadata(_ value: JSON) throws(StoreError) -> [(key: String, value: String)] {
    guard case .object(let entries) = value else { throw wrong("its metadata is no object") }
    return try entries.map { entry throws(StoreError) in
      guard case .text(let text) = entry.value else { throw wrong("its metadata holds no texts") }
      return (entry.key, text)
    }
  }

  fileprivate static func wrong(_ message: String) -> StoreError { StoreError(.malformed, message) }
}

extension SafetensorsOutline {
  /// Where an array lies, as the header says.
  struct Place {
    let name: String
    let kind: Safetensors.Kind
    let shape: [Int]
    let begin: Int
    let end: Int
  }
}

extension SafetensorsOutline.Place {
  init(_ entry: JSON.Entry) throws(StoreError) {
    name = entry.key
    let quoted = Wording.quoted(name)
    var fields = try JSONFields(entry.value)
    let word = try fields.text("dtype")
    guard let kind = Safetensors.Kind(rawValue: word) else {
      throw SafetensorsOutline.wrong("\(quoted) holds \(Wording.quoted(word)), not F32 or I64")
    }
    self.kind = kind
    shape = try Self.wholes(fields.take("shape"), atMost: 16, "the shape of \(quoted)")
    let offsets = try Self.wholes(fields.take("data_offsets"), atMost: 2, "the place of \(quoted)")
    try fields.checkEmpty()
    guard offsets.count == 2, offsets[0] <= offsets[1] else {
      throw SafetensorsOutline.wrong("the place of \(quoted) is none")
    }
    (begin, end) = (offsets[0], offsets[1])
    guard Self.product(shape + [kind.byteCount]) == end - begin else {
      throw SafetensorsOutline.wrong("the size of \(quoted) is not that of its shape")
    }
  }

  private static func wholes(
    _ value: JSON?, atMost count: Int, _ what: String
  ) throws(StoreError) -> [Int] {
    guard case .list(let values)? = value, values.count <= count else {
      throw SafetensorsOutline.wrong("\(what) is no list of whole numbers")
    }
    return try values.map { value throws(StoreError) in
      guard case .integer(let whole) = value, whole >= 0 else {
        throw SafetensorsOutline.wrong("\(what) is no list of whole numbers")
      }
      return whole
    }
  }

  private static func product(_ factors: [Int]) -> Int? {
    factors.reduce(1) { product, factor in
      guard let (value, overflow) = product?.multipliedReportingOverflow(by: factor), !overflow
      else { return nil }
      return value
    }
  }
}
