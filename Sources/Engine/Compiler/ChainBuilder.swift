internal import CKernels

/// Lowers elementwise operations of the same extents to the register code of a chain kernel.
struct ChainBuilder {
  private(set) var operations: [ck_micro] = []
  /// Memory operands in order of first use.
  private(set) var operands: [Operand] = []

  private let plan: [Operation]
  private let members: [Int]
  private let memberSet: Set<Int>
  private let isStored: (Int) -> Bool
  private var registers: [Int: UInt16] = [:]
  private var free: [UInt16] = (0..<UInt16(CK_REGISTERS)).reversed()
  private var remaining: [Int: Int] = [:]
  private var fused: Set<Int> = []

  /// - Parameters:
  ///   - isStored: whether a member's value is wanted in memory.
  ///   - sharePlace: whether two operations lie in one place: an update and what it replaces.
  init(
    _ plan: [Operation], _ members: [Int], isStored: @escaping (Int) -> Bool,
    sharePlace: @escaping (Int, Int) -> Bool
  ) {
    self.plan = plan
    self.members = members
    memberSet = Set(members)
    self.isStored = isStored
    for member in members {
      for operand in plan[member].operands { remaining[operand.operation, default: 0] += 1 }
    }
    for member in members { fuse(member) }
    for member in members where !fused.contains(member) { emit(member) }
    let read = operands.map(\.operation)
    operations =
      ChainJoining(operations) { written, source in
        guard written != source else { return true }
        let places = [written, source].map { Int($0) - Int(CK_REGISTERS) }
        return places.allSatisfy { $0 >= 0 } && sharePlace(read[places[0]], read[places[1]])
      }.operations
  }

  /// Marks the multiplication that an addition or subtraction swallows.
  private mutating func fuse(_ member: Int) {
    guard let product = swallowed(by: member) else { return }
    fused.insert(plan[member].operands[product].operation)
  }

  /// The position of the operand that is multiplied here and used nowhere else.
  private func swallowed(by member: Int) -> Int? {
    guard [.elementwise(.add), .elementwise(.subtract)].contains(plan[member].kind) else {
      return nil
    }
    return [1, 0].first { position in
      let operand = plan[member].operands[position]
      return operand.spread == .matrix && memberSet.contains(operand.operation)
        && plan[operand.operation].kind == .elementwise(.multiply)
        && !isStored(operand.operation) && remaining[operand.operation] == 1
        && plan[member].operands[1 - position].operation != operand.operation
    }
  }

  private mutating func emit(_ member: Int) {
    let primitive: Primitive? =
      if case .elementwise(let some) = plan[member].kind { some } else { nil }
    var kind = primitive.map(ck_operation) ?? CK_FMA
    var sources = plan[member].operands
    if let position = [1, 0].first(where: { fused.contains(sources[$0 % sources.count].operation) }
    ),
      primitive == .add || primitive == .subtract
    {
      let factors = plan[sources[position].operation].operands
      let other = sources[1 - position]
      kind = primitive == .add ? CK_FMA : position == 1 ? CK_FNMA : CK_FMS
      sources = factors + [other]
    }
    let slots = sources.map { slot($0) }
    for source in sources { release(source) }
    let destination = destination(of: member)
    operations.append(ck_micro(kind, to: destination, slots))
  }

  private mutating func destination(of member: Int) -> UInt16 {
    if isStored(member) { return memory(Operand(operation: member, isLocal: true)) }
    guard let register = free.popLast() else {
      preconditionFailure("a chain of \(members.count) operations needs too many registers")
    }
    registers[member] = register
    return register
  }

  private mutating func slot(_ operand: Operand) -> UInt16 {
    if let register = registers[operand.operation], operand.spread == .matrix { return register }
    return memory(operand)
  }

  private mutating func memory(_ operand: Operand) -> UInt16 {
    let position = operands.firstIndex(of: operand) ?? operands.count
    if position == operands.count { operands.append(operand) }
    return UInt16(CK_REGISTERS) + UInt16(position)
  }

  private mutating func release(_ operand: Operand) {
    remaining[operand.operation, default: 1] -= 1
    if remaining[operand.operation] == 0, let register = registers[operand.operation] {
      registers[operand.operation] = nil
      free.append(register)
    }
  }
}

/// The kernel's name of an elementwise primitive.
private func ck_operation(of primitive: Primitive) -> ck_operation {
  switch primitive {
  case .negate: CK_NEGATE
  case .exponential: CK_EXP
  case .logarithm: CK_LOG
  case .tanh: CK_TANH
  case .sigmoid: CK_SIGMOID
  case .softplus: CK_SOFTPLUS
  case .squareRoot: CK_SQRT
  case .sine: CK_SIN
  case .add: CK_ADD
  case .subtract: CK_SUBTRACT
  case .multiply: CK_MULTIPLY
  case .divide: CK_DIVIDE
  case .maximum: CK_MAXIMUM
  case .greater: CK_GREATER
  case .select: CK_SELECT
  case .input, .constant, .literal, .random, .sum, .largest, .reshape, .broadcast, .permute,
    .slice, .pad, .concatenate, .product, .unfold, .fold, .detach:
    preconditionFailure("\(primitive) is not elementwise")
  }
}
