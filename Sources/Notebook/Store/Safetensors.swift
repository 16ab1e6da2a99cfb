package import Foundation

/// The safetensors format: eight bytes of header length, a JSON header, and the numbers, one
/// array after the other, little-endian. https://github.com/huggingface/safetensors
package struct Safetensors: Equatable {
  /// One named array.
  package struct Tensor: Equatable {
    package let name: String
    let kind: Kind
    /// Extents; none for a number.
    package let shape: [Int]
    /// Row-major, little-endian.
    let bytes: [UInt8]
  }

  /// The kinds of numbers that checkpoints are made of.
  enum Kind: String {
    case float = "F32"
    case integer = "I64"

    var byteCount: Int { self == .float ? 4 : 8 }
  }

  /// Texts about the whole, by name.
  package var metadata: [(key: String, value: String)]
  /// In the order of their numbers.
  package var tensors: [Tensor]

  package static func == (first: Safetensors, second: Safetensors) -> Bool {
    first.tensors == second.tensors && first.metadata.map(\.key) == second.metadata.map(\.key)
      && first.metadata.map(\.value) == second.metadata.map(\.value)
  }

  /// Beyond this no header of ours comes near.
  private static let longestHeader = 1 << 20
  private static let metadataKey = "__metadata__"

  package init(metadata: [(key: String, value: String)] = [], tensors: [Tensor]) {
    self.metadata = metadata
    self.tensors = tensors
  }

  // MARK: Writing

  package var data: Data {
    var offset = 0
    var entries = [
      JSON.Entry(
        Self.metadataKey, .object(metadata.map { JSON.Entry($0.key, .text($0.value)) }))
    ]
    for tensor in tensors {
      let end = offset + tensor.bytes.count
      entries.append(
        .init(
          tensor.name,
          [
            "dtype": .text(tensor.kind.rawValue),
            "shape": .list(tensor.shape.map { .integer($0) }),
            "data_offsets": .list([.integer(offset), .integer(end)]),
          ]))
      offset = end
    }
    var header = Array(JSON.object(entries).line.utf8)
    // The numbers begin at a multiple of eight.
    header += [UInt8](repeating: 0x20, count: (8 - header.count % 8) % 8)
    var data = Data(Tensor.littleEndian(UInt64(header.count)))
    data.append(contentsOf: header)
    for tensor in tensors { data.append(contentsOf: tensor.bytes) }
    return data
  }

  // MARK: Reading

  /// - Throws: ``StoreError``, one sentence, where the bytes are no such file.
  package init(_ data: Data) throws(StoreError) {
    let bytes = [UInt8](data)
    guard bytes.count >= 8 else { throw Self.wrong("too short for a safetensors file") }
    let length = bytes[..<8].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    guard length <= Self.longestHeader, Int(length) <= bytes.count - 8 else {
      throw Self.wrong("its header claims \(length) bytes, which it can't have")
    }
    let start = 8 + Int(length)
    guard case .object(let entries) = try JSONReader.value(bytes[8..<start]) else {
      throw Self.wrong("its header is no object")
    }
    metadata = []
    var places: [Place] = []
    for entry in entries {
      if entry.key == Self.metadataKey {
        metadata = try Self.metadata(entry.value)
      } else {
        places.append(try Place(entry))
      }
    }
    tensors = []
    var end = 0
    for place in places.sorted(by: { ($0.begin, $0.end) < ($1.begin, $1.end) }) {
      guard place.begin == end else { throw Self.wrong("its arrays overlap or leave a gap") }
      guard place.end <= bytes.count - start else {
        throw Self.wrong("\(Wording.quoted(place.name)) reaches beyond its end")
      }
      tensors.append(place.tensor(bytes[start + place.begin..<start + place.end]))
      end = place.end
    }
    guard end == bytes.count - start else {
      throw Self.wrong("\(bytes.count - start - end) bytes at its end belong to no array")
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

/// Where an array lies, as the header says.
private struct Place {
  let name: String
  let kind: Safetensors.Kind
  let shape: [Int]
  let begin: Int
  let end: Int

  init(_ entry: JSON.Entry) throws(StoreError) {
    name = entry.key
    let quoted = Wording.quoted(name)
    var fields = try JSONFields(entry.value)
    let word = try fields.text("dtype")
    guard let kind = Safetensors.Kind(rawValue: word) else {
      throw Safetensors.wrong("\(quoted) holds \(Wording.quoted(word)), not F32 or I64")
    }
    self.kind = kind
    shape = try Self.wholes(fields.take("shape"), atMost: 16, "the shape of \(quoted)")
    let offsets = try Self.wholes(fields.take("data_offsets"), atMost: 2, "the place of \(quoted)")
    try fields.checkEmpty()
    guard offsets.count == 2, offsets[0] <= offsets[1] else {
      throw Safetensors.wrong("the place of \(quoted) is none")
    }
    (begin, end) = (offsets[0], offsets[1])
    guard Self.product(shape + [kind.byteCount]) == end - begin else {
      throw Safetensors.wrong("the size of \(quoted) is not that of its shape")
    }
  }

  func tensor(_ bytes: ArraySlice<UInt8>) -> Safetensors.Tensor {
    Safetensors.Tensor(name: name, kind: kind, shape: shape, bytes: Array(bytes))
  }

  private static func wholes(
    _ value: JSON?, atMost count: Int, _ what: String
  ) throws(StoreError) -> [Int] {
    guard case .list(let values)? = value, values.count <= count else {
      throw Safetensors.wrong("\(what) is no list of whole numbers")
    }
    return try values.map { value throws(StoreError) in
      guard case .integer(let whole) = value, whole >= 0 else {
        throw Safetensors.wrong("\(what) is no list of whole numbers")
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

// MARK: Numbers as bytes

extension Safetensors.Tensor {
  package init(_ name: String, shape: [Int], _ values: [Float]) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(4 * values.count)
    for value in values {
      let bits = value.bitPattern
      bytes.append(UInt8(truncatingIfNeeded: bits))
      bytes.append(UInt8(truncatingIfNeeded: bits >> 8))
      bytes.append(UInt8(truncatingIfNeeded: bits >> 16))
      bytes.append(UInt8(truncatingIfNeeded: bits >> 24))
    }
    self.init(name: name, kind: .float, shape: shape, bytes: bytes)
  }

  package init(_ name: String, _ values: [Int]) {
    let bytes = values.flatMap { Self.littleEndian(UInt64(bitPattern: Int64($0))) }
    self.init(name: name, kind: .integer, shape: [values.count], bytes: bytes)
  }

  static func littleEndian(_ value: UInt64) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  /// The numbers, where they are of this kind.
  package var floats: [Float]? {
    guard kind == .float else { return nil }
    return stride(from: 0, to: bytes.count, by: 4).map { place in
      let low = UInt32(bytes[place]) | UInt32(bytes[place + 1]) << 8
      return Float(
        bitPattern: low | UInt32(bytes[place + 2]) << 16 | UInt32(bytes[place + 3]) << 24)
    }
  }

  /// The numbers, where they are of this kind.
  package var integers: [Int]? {
    guard kind == .integer else { return nil }
    return stride(from: 0, to: bytes.count, by: 8).map { place in
      Int(
        Int64(
          bitPattern: bytes[place..<place + 8].reversed().reduce(0) { $0 << 8 | UInt64($1) }))
    }
  }
}
