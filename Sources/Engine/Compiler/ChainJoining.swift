internal import CKernels

/// Joins operations of a chain that follow each other into one pass over the strip: a result that
/// only the next operation reads is never stored. Every rounding stays, and so do the bits.
struct ChainJoining {
  private(set) var operations: [ck_micro]
  /// Whether writing one slot changes what another reads: one place in memory may be two operands.
  private let overlap: (UInt16, UInt16) -> Bool

  init(_ operations: [ck_micro], overlap: @escaping (UInt16, UInt16) -> Bool) {
    self.operations = operations
    self.overlap = overlap
    var index = 0
    while index < self.operations.count {
      if !joins(index) { index += 1 }
    }
  }

  /// Puts an operation into the one that reads its result, where both are one operation.
  private mutating func joins(_ index: Int) -> Bool {
    let first = operations[index]
    guard first.destination < CK_REGISTERS, let reader = onlyReader(of: index),
      let joined = Self.join(first, operations[reader])
    else { return false }
    operations[reader] = joined
    operations.remove(at: index)
    return true
  }

  /// The operation that alone reads a result, and before whose turn nothing that the result is made
  /// of is written over.
  private func onlyReader(of index: Int) -> Int? {
    let (register, sources) = (operations[index].destination, operations[index].sources)
    var reader: Int?
    for next in operations.indices.dropFirst(index + 1) {
      let reads = operations[next].sources.count { $0 == register }
      guard reads == 0 || (reads == 1 && reader == nil) else { return nil }
      if reads == 1 { reader = next }
      if operations[next].destination == register { break }
      let isBefore = reader == nil
      if isBefore, sources.contains(where: { overlap(operations[next].destination, $0) }) {
        return nil
      }
    }
    return reader
  }

  /// The two as one, or nil where no kernel has them.
  private static func join(_ first: ck_micro, _ second: ck_micro) -> ck_micro? {
    let (f, s) = (first.sources, second.sources)
    let position = s.firstIndex(of: first.destination) ?? 0
    let other = position == 0 ? s.last ?? s[0] : s[0]
    let joined: (kind: ck_operation, sources: [UInt16])? =
      switch (first.kind, second.kind, position) {
      case (CK_MULTIPLY, CK_NEGATE, _): (CK_NEGATED_MULTIPLY, f)
      case (CK_NEGATE, CK_MULTIPLY, _): (CK_NEGATED_MULTIPLY, f + [other])
      case (CK_MULTIPLY, CK_MULTIPLY, _): (CK_MULTIPLY_MULTIPLY, f + [other])
      case (CK_MULTIPLY, CK_DIVIDE, 0): (CK_MULTIPLY_DIVIDE, f + [other])
      case (CK_MULTIPLY, CK_FMA, 2): (CK_MULTIPLY_FMA, [s[0], s[1]] + f)
      case (CK_MULTIPLY, CK_SELECT, 2): (CK_MULTIPLY_SELECT, [s[0], s[1]] + f)
      case (CK_GREATER, CK_SELECT, 0): (CK_GREATER_SELECT, f + [s[1], s[2]])
      case (CK_FNMA, CK_MULTIPLY, _): (CK_FNMA_MULTIPLY, f + [other])
      case (CK_ADD, CK_MULTIPLY, _): (CK_ADD_MULTIPLY, f + [other])
      case (CK_SUBTRACT, CK_MULTIPLY, _): (CK_SUBTRACT_MULTIPLY, f + [other])
      case (CK_SQRT, CK_ADD, _): (CK_SQRT_ADD, f + [other])
      case (CK_DIVIDE, CK_SUBTRACT, 1): (CK_DIVIDE_SUBTRACT, f + [s[0]])
      case (CK_MULTIPLY_DIVIDE, CK_SUBTRACT, 1): (CK_QUOTIENT_SUBTRACT, f + [s[0]])
      default: nil
      }
    return joined.map { ck_micro($0.kind, to: second.destination, $0.sources) }
  }
}

extension ck_micro {
  /// - Parameter sources: as many as the operation reads; a place that it does not read is filled
  ///   with the first.
  init(_ kind: ck_operation, to destination: UInt16, _ sources: [UInt16]) {
    let all = sources + Array(repeating: sources[0], count: 4 - sources.count)
    self.init(
      operation: UInt16(kind.rawValue), destination: destination, a: all[0], b: all[1], c: all[2],
      d: all[3])
  }

  fileprivate var kind: ck_operation { ck_operation(rawValue: UInt32(operation)) }

  fileprivate var sources: [UInt16] { Array([a, b, c, d].prefix(sourceCount)) }

  private var sourceCount: Int {
    switch kind {
    case CK_COPY, CK_NEGATE, CK_EXP, CK_LOG, CK_TANH, CK_SIGMOID, CK_SOFTPLUS, CK_SQRT, CK_SIN: 1
    case CK_ADD, CK_SUBTRACT, CK_MULTIPLY, CK_DIVIDE, CK_MAXIMUM, CK_GREATER, CK_NEGATED_MULTIPLY,
      CK_SQRT_ADD:
      2
    case CK_MULTIPLY_FMA, CK_MULTIPLY_SELECT, CK_GREATER_SELECT, CK_FNMA_MULTIPLY,
      CK_QUOTIENT_SUBTRACT:
      4
    default: 3
    }
  }
}
