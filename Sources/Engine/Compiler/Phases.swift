/// The phase of each operation: as late as the users allow, so that a value waits in memory for a
/// short time and its maker shares a tile with its user; what nobody uses runs as early as it can.
/// What leaves little of much does not wait: what it reads would wait with it.
struct Phases {
  /// −1 for sources.
  private(set) var phases: [Int]

  private let operations: [Operation]
  private let cost: (Operand, _ user: Int) -> Int
  /// Whether an operation is elementwise and there for one other alone: it runs where that does.
  private let follows: [Bool]

  /// - Parameter cost: the joins of the threads that an operand needs before its user.
  init(of plan: Plan, _ cost: @escaping (Operand, _ user: Int) -> Int) {
    operations = plan.operations
    self.cost = cost
    var uses = Array(repeating: 0, count: operations.count)
    for operand in operations.flatMap(\.operands) { uses[operand.operation] += 1 }
    for result in plan.outputs + plan.updates.map(\.value) { uses[result] += 2 }
    follows = operations.indices.map { [operations] in
      operations[$0].isElementwise && uses[$0] == 1
    }
    phases = Array(repeating: -1, count: operations.count)
    setLate(setEarly())
    // With those that follow it, to where what they read is there.
    for index in operations.indices where leavesLittle(index) { put(index, in: ready(index)) }
  }

  private func made(_ operation: Operation) -> [Operand] {
    operation.operands.filter { !operations[$0.operation].isSource }
  }

  private func setEarly() -> [Int] {
    var early = Array(repeating: -1, count: operations.count)
    for (index, operation) in operations.enumerated() where !operation.isSource {
      early[index] = made(operation).reduce(0) { max($0, early[$1.operation] + cost($1, index)) }
    }
    return early
  }

  private mutating func setLate(_ early: [Int]) {
    var late = Array(repeating: Int.max, count: operations.count)
    for (index, operation) in operations.enumerated().reversed() where !operation.isSource {
      if late[index] == .max { late[index] = early[index] }
      for operand in made(operation) {
        late[operand.operation] = min(late[operand.operation], late[index] - cost(operand, index))
      }
      phases[index] = late[index]
    }
  }

  private func leavesLittle(_ index: Int) -> Bool {
    let most = made(operations[index]).map { operations[$0.operation].layout.count }.max() ?? 0
    return most >= 8 * operations[index].layout.count
  }

  private func ready(_ index: Int) -> Int {
    made(operations[index]).reduce(0) { phase, operand in
      let source = operand.operation
      let own = follows[source] ? ready(source) : phases[source]
      return max(phase, own + cost(operand, index))
    }
  }

  private mutating func put(_ index: Int, in phase: Int) {
    guard phase < phases[index] else { return }
    phases[index] = phase
    for operand in made(operations[index]) where follows[operand.operation] {
      put(operand.operation, in: phase - cost(operand, index))
    }
  }
}
