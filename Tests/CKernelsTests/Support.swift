import CKernels
import Testing

/// One kind of processor's kernels, by name.
struct Kind: CustomTestStringConvertible, Sendable {
  let index: Int32
  let name: String
  let isFused: Bool
  var testDescription: String { name }

  var kernels: ck_kernels { ck_available(index).pointee }

  /// The kinds that this processor can run, best first.
  static let all: [Kind] = {
    var kinds: [Kind] = []
    while let table = ck_available(Int32(kinds.count)) {
      kinds.append(
        Kind(
          index: Int32(kinds.count), name: String(cString: table.pointee.name),
          isFused: table.pointee.fused != 0))
    }
    return kinds
  }()

  /// a·b + c as this kind rounds it.
  func multiplyAdd(_ a: Float, _ b: Float, _ c: Float) -> Float {
    isFused ? c.addingProduct(a, b) : a * b + c
  }
}

/// Numbers that a seed determines.
struct Numbers {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  mutating func next(below bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }

  /// In (−2, 2), of both signs and several magnitudes.
  mutating func float() -> Float {
    let mantissa = Float(next(below: 1 << 20) - (1 << 19)) / Float(1 << 18)
    return mantissa / Float(1 << (3 * next(below: 3)))
  }

  mutating func floats(_ count: Int) -> [Float] { (0..<count).map { _ in float() } }
}

/// What stands where a kernel must not write.
let canary = Float(bitPattern: 0x7FC0_5A5A)

/// Bit patterns, with every NaN the same: which NaN comes out is no part of a contract.
func bits(_ values: [Float]) -> [UInt32] {
  values.map { $0.isNaN && $0.bitPattern != canary.bitPattern ? 0x7FC0_0000 : $0.bitPattern }
}

/// The join of eight lanes that the contract states.
func joined(_ lane: [Float]) -> Float {
  ((lane[0] + lane[4]) + (lane[2] + lane[6])) + ((lane[1] + lane[5]) + (lane[3] + lane[7]))
}

@Suite struct Kinds {
  @Test func `the last kind runs everywhere and nothing follows it`() {
    #expect(Kind.all.last?.name == "portable")
    #expect(Kind.all.last?.isFused == false)
    #expect(ck_available(Int32(Kind.all.count)) == nil)
  }

  @Test func `the best kind is the first`() {
    #expect(ck_best() == ck_available(0))
  }

  @Test func `all kinds but the last round multiply–add once`() {
    for kind in Kind.all.dropLast() { #expect(kind.isFused) }
  }

  @Test(arguments: Kind.all)
  func `the peak loop counts its work`(_ kind: Kind) {
    let one = kind.kernels.spin(10)
    #expect(one > 0)
    #expect(kind.kernels.spin(20) == 2 * one)
  }
}
