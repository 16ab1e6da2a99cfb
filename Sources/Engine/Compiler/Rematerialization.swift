/// Cheap elementwise values that are computed again where they are read late, instead of waiting
/// in memory: 1 − tanh² of a step of D, which the look ahead of an unrolled GAN differentiates long
/// after, has its tanh read there anyway.
///
/// A segment gets copies only of operations whose operands are small or lie in memory that the
/// segment reads in any case: nothing lives longer for it, and the bits are those of the original.
struct Rematerialization {
  /// Where an operation runs.
  private struct Site: Hashable {
    var phase: Int
    var segment: Int
  }

  /// An operation, in a segment that reads it or is to compute it again.
  private struct Place: Hashable {
    var operation: Int
    var site: Site
  }

  private let plan: Plan
  private let sites: [Site]
  /// Who reads an operation in a segment row by row.
  private var readers: [Place: [Int]] = [:]
  private var copies: Set<Place> = []

  /// Elements below which memory costs nothing.
  private static let leastSize = 4_096
  /// Operations that lead from what is read to what is copied.
  private static let mostDepth = 3

  /// The plan with copies in the segments that it is scheduled in; nil where none is worth it.
  static func plan(_ plan: Plan, _ schedule: Schedule) -> Plan? {
    var pass = Rematerialization(plan, schedule)
    pass.findCopies()
    return pass.copies.isEmpty ? nil : pass.rebuilt()
  }

  private init(_ plan: Plan, _ schedule: Schedule) {
    self.plan = plan
    sites = plan.operations.indices.map {
      Site(phase: schedule.phaseOf[$0], segment: schedule.segmentOf[$0])
    }
    for (index, operation) in plan.operations.enumerated() {
      for operand in operation.operands where operand.isLocal {
        readers[Place(operation: operand.operation, site: sites[index]), default: []].append(index)
      }
    }
  }

  // MARK: What is copied

  private mutating func findCopies() {
    let away = readers.keys.filter { $0.site != sites[$0.operation] && isWorthwhile($0.operation) }
    let order = away.sorted {
      ($0.operation, $0.site.phase, $0.site.segment)
        < ($1.operation, $1.site.phase, $1.site.segment)
    }
    for place in order {
      if let needed = expression(of: place, depth: 0) { copies.formUnion(needed) }
    }
  }

  private func isWorthwhile(_ operation: Int) -> Bool {
    isCheap(operation) && size(operation) >= Self.leastSize
  }

  private func size(_ operation: Int) -> Int {
    plan.operations[operation].layout.size(rows: plan.operations[operation].layout.rows)
  }

  /// Whether computing it takes less than fetching it.
  private func isCheap(_ operation: Int) -> Bool {
    switch plan.operations[operation].kind {
    case .outer: true
    case .elementwise(let primitive):
      switch primitive {
      case .negate, .add, .subtract, .multiply, .maximum, .greater, .select: true
      default: false
      }
    default: false
    }
  }

  /// What computes an operation in a segment, itself included; nil where something would have to
  /// be fetched for it.
  private func expression(of place: Place, depth: Int) -> Set<Place>? {
    var needed: Set<Place> = [place]
    for operand in plan.operations[place.operation].operands {
      let source = Place(operation: operand.operation, site: place.site)
      if copies.contains(source) || isAtHand(source) { continue }
      guard operand.spread == .matrix, isCheap(operand.operation), depth < Self.mostDepth,
        let more = expression(of: source, depth: depth + 1)
      else { return nil }
      needed.formUnion(more)
    }
    return needed
  }

  /// Whether a segment has a value in any case: it is small, is made there, or is read there by
  /// an operation that will not read a copy.
  private func isAtHand(_ source: Place) -> Bool {
    if size(source.operation) < Self.leastSize { return true }
    if sites[source.operation] == source.site { return true }
    return !isCheap(source.operation) && readers[source] != nil
  }

  // MARK: The new plan

  private func rebuilt() -> Plan {
    var result = plan
    result.operations = []
    var moved = Array(repeating: 0, count: plan.operations.count)
    var made: [Place: Int] = [:]
    for (index, operation) in plan.operations.enumerated() {
      for operand in operation.operands {
        let place = Place(operation: operand.operation, site: sites[index])
        if operand.isLocal { make(place, &made, moved, &result) }
      }
      moved[index] = result.operations.count
      result.operations.append(rewired(operation, at: sites[index], made, moved))
    }
    result.outputs = plan.outputs.map { moved[$0] }
    result.updates = plan.updates.map { ($0.input, moved[$0.value]) }
    result.inputs = plan.inputs.map { $0.map { moved[$0] } }
    return result
  }

  /// Adds a copy, after those that it reads, where there is to be one and is none yet.
  private func make(
    _ place: Place, _ made: inout [Place: Int], _ moved: [Int], _ result: inout Plan
  ) {
    guard copies.contains(place), made[place] == nil else { return }
    let operation = plan.operations[place.operation]
    for operand in operation.operands {
      make(Place(operation: operand.operation, site: place.site), &made, moved, &result)
    }
    made[place] = result.operations.count
    result.operations.append(rewired(operation, at: place.site, made, moved))
  }

  /// The operation, reading the copies of its segment.
  private func rewired(
    _ operation: Operation, at site: Site, _ made: [Place: Int], _ moved: [Int]
  ) -> Operation {
    var operation = operation
    for index in operation.operands.indices {
      let operand = operation.operands[index]
      let copy = operand.isLocal ? made[Place(operation: operand.operation, site: site)] : nil
      operation.operands[index].operation = copy ?? moved[operand.operation]
    }
    return operation
  }
}
