/// Where each operation's value lies: in a register of its chain, in the scratch of the thread
/// that runs the tile, or in the program's memory, where it lives from the phase that makes it
/// to the last that reads it.
struct Placement {
  enum Home: Equatable {
    case register
    case scratch(offset: Int)
    case memory(offset: Int)
  }

  private(set) var homes: [Home]
  /// Floats of the program's memory, and of one thread's scratch.
  private(set) var memorySize = 0
  private(set) var scratchSize = 0
  /// Updates that could not be made in place: copied when all phases are done.
  private(set) var copies: [(from: Int, to: Int, count: Int)] = []
  /// For each phase and segment, its items in order.
  let items: [[[Fusion.Item]]]

  private let plan: Plan
  private let schedule: Schedule
  private var positions: [Position]
  private let users: [[(user: Int, operand: Operand)]]

  /// Where in its segment an operation is computed.
  private struct Position {
    var item = 0
    var inChain = 0
  }

  init(_ plan: Plan, _ schedule: Schedule) {
    self.plan = plan
    self.schedule = schedule
    let operations = plan.operations
    var users: [[(user: Int, operand: Operand)]] = Array(repeating: [], count: operations.count)
    for (user, operation) in operations.enumerated() {
      for operand in operation.operands { users[operand.operation].append((user, operand)) }
    }
    self.users = users
    let results = Set(plan.outputs + plan.updates.map(\.value))
    func isKept(_ operation: Int) -> Bool {
      results.contains(operation)
        || users[operation].contains { !schedule.shareSegment(operation, $0.user) }
    }
    items = schedule.phases.map { phase in
      phase.map { Fusion.items(operations, segment: $0.operations, kept: isKept) }
    }
    positions = Array(repeating: Position(), count: operations.count)
    homes = Array(repeating: .register, count: operations.count)
    locate()
    place(isKept: isKept)
  }

  private mutating func locate() {
    for segment in items.joined() {
      for (index, item) in segment.enumerated() {
        switch item {
        case .kernel(let operation): positions[operation].item = index
        case .chain(let members):
          for (place, member) in members.enumerated() {
            positions[member] = Position(item: index, inChain: place)
          }
        }
      }
    }
  }

  /// Whether every use is inside the operation's own chain, element by element.
  private func staysInChain(_ operation: Int) -> Bool {
    plan.operations[operation].isElementwise
      && users[operation].allSatisfy { user, operand in
        schedule.shareSegment(operation, user) && operand.spread == .matrix
          && plan.operations[user].isElementwise
          && positions[user].item == positions[operation].item
      }
  }

  // MARK: Homes

  private mutating func place(isKept: (Int) -> Bool) {
    var requests: [MemoryPlan.Request] = []
    var owners: [Int] = []
    let last = schedule.phases.count
    let results = Set(plan.outputs + plan.updates.map(\.value))
    let inPlace = updatesInPlace()
    var scratch: [[Int]: [Int]] = [:]
    var scratchOrder: [[Int]] = []
    for (index, operation) in plan.operations.enumerated() {
      let size = operation.layout.size(rows: operation.layout.rows)
      if operation.isSource {
        requests.append(.init(size: size, start: -1, end: last))
        owners.append(index)
      } else if isKept(index) {
        guard inPlace[index] == nil else { continue }
        let end = users[index].map { schedule.phaseOf[$0.user] }.max() ?? schedule.phaseOf[index]
        requests.append(
          .init(
            size: size, start: schedule.phaseOf[index],
            end: results.contains(index) ? last : end))
        owners.append(index)
      } else if !staysInChain(index) {
        let key = [schedule.phaseOf[index], schedule.segmentOf[index]]
        if scratch[key] == nil { scratchOrder.append(key) }
        scratch[key, default: []].append(index)
      }
    }
    let memory = MemoryPlan(requests)
    memorySize = memory.size
    for (owner, offset) in zip(owners, memory.offsets) { homes[owner] = .memory(offset: offset) }
    for key in scratchOrder { placeScratch(scratch[key] ?? [], phase: key[0], segment: key[1]) }
    finishUpdates(inPlace)
  }

  private mutating func placeScratch(_ operations: [Int], phase: Int, segment: Int) {
    let code = schedule.phases[phase][segment]
    let requests = operations.map { index in
      let layout = plan.operations[index].layout
      let end = users[index].map { positions[$0.user].item }.max() ?? positions[index].item
      return MemoryPlan.Request(
        size: layout.size(rows: code.isSerial ? layout.rows : code.tileRows),
        start: positions[index].item, end: end)
    }
    let memory = MemoryPlan(requests)
    scratchSize = max(scratchSize, memory.size)
    for (index, offset) in zip(operations, memory.offsets) {
      homes[index] = .scratch(offset: offset)
    }
  }

  // MARK: Updates

  /// New values that may be written over the input they replace: everyone who reads the old value
  /// has done so by then. Keyed by the value's operation.
  private func updatesInPlace() -> [Int: Int] {
    var result: [Int: Int] = [:]
    for (input, value) in plan.updates {
      guard let old = plan.inputs[input], result[value] == nil,
        plan.operations[value].isElementwise,
        users[old].allSatisfy({ readsBefore($0.user, $0.operand, value) })
      else { continue }
      result[value] = old
    }
    return result
  }

  private func readsBefore(_ user: Int, _ operand: Operand, _ writer: Int) -> Bool {
    if schedule.phaseOf[user] != schedule.phaseOf[writer] {
      return schedule.phaseOf[user] < schedule.phaseOf[writer]
    }
    let isSerial = schedule.segment(of: writer).isSerial
    guard schedule.shareSegment(user, writer), isSerial || operand.isLocal else { return false }
    let (reads, writes) = (positions[user], positions[writer])
    if reads.item != writes.item { return reads.item < writes.item }
    // A multiplication may be done later, as part of the addition that uses it.
    let latest =
      users[user].filter { positions[$0.user].item == reads.item }
      .map { positions[$0.user].inChain }.max() ?? reads.inChain
    let isDeferred = plan.operations[user].kind == .elementwise(.multiply) && user != writer
    return operand.spread == .matrix && (isDeferred ? latest : reads.inChain) <= writes.inChain
  }

  private mutating func finishUpdates(_ inPlace: [Int: Int]) {
    for (input, value) in plan.updates {
      guard let old = plan.inputs[input], case .memory(let to) = homes[old] else { continue }
      if inPlace[value] == old {
        homes[value] = .memory(offset: to)
      }
    }
    for (input, value) in plan.updates {
      guard let old = plan.inputs[input], case .memory(let to) = homes[old],
        case .memory(let from) = homes[value], from != to
      else { continue }
      let layout = plan.operations[value].layout
      copies.append((from, to, layout.size(rows: layout.rows)))
    }
  }
}

extension Schedule {
  func shareSegment(_ a: Int, _ b: Int) -> Bool {
    phaseOf[a] >= 0 && phaseOf[a] == phaseOf[b] && segmentOf[a] == segmentOf[b]
  }

  func segment(of operation: Int) -> Segment { phases[phaseOf[operation]][segmentOf[operation]] }
}
