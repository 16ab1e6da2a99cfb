/// The order of work in one segment: operations with kernels of their own, and between them
/// chains of elementwise operations that pass through registers.
///
/// Elementwise operations wait until something needs them, so that they land beside their user
/// (the derivative of an activation is computed in the backward pass, not kept since the forward
/// pass); then all that wait and have the same extents become one chain.
struct Fusion {
  /// One instruction to be.
  enum Item {
    case kernel(Int)
    /// Elementwise operations of the same extents, in traced order.
    case chain([Int])
  }

  private(set) var items: [Item] = []
  private let operations: [Operation]
  private let inSegment: Set<Int>
  private var emitted: Set<Int> = []

  /// - Parameter kept: operations whose value is needed outside the segment.
  static func items(
    _ operations: [Operation], segment: [Int], kept: (Int) -> Bool
  ) -> [Item] {
    var fusion = Fusion(operations, segment)
    for operation in segment where !operations[operation].isElementwise || kept(operation) {
      fusion.emit(operation)
    }
    return fusion.items
  }

  private init(_ operations: [Operation], _ segment: [Int]) {
    self.operations = operations
    inSegment = Set(segment)
  }

  private func isWaiting(_ operation: Int) -> Bool {
    inSegment.contains(operation) && !emitted.contains(operation)
  }

  private mutating func emit(_ operation: Int) {
    guard isWaiting(operation) else { return }
    guard operations[operation].isElementwise else {
      for operand in operations[operation].operands { emit(operand.operation) }
      emitted.insert(operation)
      items.append(.kernel(operation))
      return
    }
    while true {
      let (members, boundary) = waiting(around: operation)
      guard boundary.isEmpty else {
        for needed in boundary { emit(needed) }
        // What the boundary needed may have taken some members, or the operation itself, along.
        guard isWaiting(operation) else { return }
        continue
      }
      append(members)
      return
    }
  }

  /// The waiting elementwise operations of the same extents that lead to one, oldest first, and
  /// the waiting operations of other kinds that they need.
  private func waiting(around root: Int) -> (members: [Int], boundary: [Int]) {
    var members: Set<Int> = [root]
    var boundary: Set<Int> = []
    var open = [root]
    while let next = open.popLast() {
      for operand in operations[next].operands where isWaiting(operand.operation) {
        let source = operand.operation
        let joins =
          operations[source].isElementwise && operand.spread == .matrix
          && operations[source].layout == operations[root].layout
        if !joins {
          boundary.insert(source)
        } else if members.insert(source).inserted {
          open.append(source)
        }
      }
    }
    return (members.sorted(), boundary.sorted())
  }

  /// Appends a chain, joined to the last one where extents agree, and split where a chain would
  /// read more operands than a kernel takes.
  private mutating func append(_ members: [Int]) {
    emitted.formUnion(members)
    var chain: [Int] = []
    if case .chain(let last)? = items.last,
      operations[last[0]].layout == operations[members[0]].layout,
      !readsSpread(members, of: last)
    {
      items.removeLast()
      chain = last
    }
    for member in members {
      if memoryOperands(chain + [member]) + chain.count + 1 > Self.mostOperands {
        items.append(.chain(chain))
        chain = []
      }
      chain.append(member)
    }
    items.append(.chain(chain))
  }

  /// Whether a member reads a value of the chain other than element by element.
  private func readsSpread(_ members: [Int], of chain: [Int]) -> Bool {
    members.contains { member in
      operations[member].operands.contains { $0.spread != .matrix && chain.contains($0.operation) }
    }
  }

  /// What a kernel takes: operands read, and a place for each result should all be kept. It
  /// bounds the registers as well.
  private static let mostOperands = 32

  private func memoryOperands(_ chain: [Int]) -> Int {
    let members = Set(chain)
    var read: Set<Operand> = []
    for member in chain {
      for operand in operations[member].operands where !members.contains(operand.operation) {
        read.insert(operand)
      }
    }
    return read.count
  }
}
