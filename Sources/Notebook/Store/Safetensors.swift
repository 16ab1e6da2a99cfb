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
    package var byteCount: Int { bytes.count }
  }

  /// The kinds of numbers that checkpoints are made of.
  enum Kind: String, Sendable {
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

  package init(metadata: [(key: String, value: String)] = [], tensors: [Tensor]) {
    self.metadata = metadata
    self.tensors = tensors
  }

  // MARK: Writing

  package var data: Data {
    var offset = 0
    var entries = [
      JSON.Entry(
        SafetensorsOutline.metadataKey,
        .object(metadata.map { JSON.Entry($0.key, .text($0.value)) }))
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
    let outline = try SafetensorsOutline(data, size: data.count)
    metadata = outline.metadata
    let numbers = [UInt8](data.dropFirst(outline.start))
    tensors = outline.places.map { place in
      Tensor(
        name: place.name, kind: place.kind, shape: place.shape,
        bytes: Array(numbers[place.begin..<place.end]))
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
