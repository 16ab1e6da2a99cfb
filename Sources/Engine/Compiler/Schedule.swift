/// When and where operations run.
///
/// A *phase* is what runs between two joins of the threads. Within a phase, a *segment* is a set
/// of operations with the same number of rows that depend on each other row by row: it runs tile
/// by tile, all of its operations on one tile of rows before the next tile, so that what passes
/// between them stays in the nearest caches. An operation that needs *all* rows of another
/// (a weight's gradient, a mean over the batch, a product with freshly updated weights) starts a
/// new phase. Tiles are sized by the work in a row, never by the number of threads.
struct Schedule {
  struct Segment {
    var rows: Int
    /// One task, whatever the number of rows: its operations may need each other whole.
    var isSerial: Bool
    /// Operations in traced order.
    var operations: [Int]
    var tileRows: Int
    var tiles: Int { (rows + tileRows - 1) / tileRows }
  }

  /// For each phase its segments.
  var phases: [[Segment]] = []
  /// Phase of each operation; −1 for sources.
  var phaseOf: [Int]
  /// Segment of each operation within its phase.
  var segmentOf: [Int]

  /// Work (see ``Operation/workPerRow``) below which splitting costs more than it gains.
  private static let smallProgram = 6_000_000
  private static let smallGrid = 400_000
  /// Work of a tile that a thread takes at a time, and about what taking one costs.
  private static let tileWork = 1_500_000
  private static let tileStart = 100_000
  /// Work of a row, such as an image, of which a few make a tile.
  private static let heavyRow = 500_000

  /// - Parameter threads: the most threads that will run it, which no number depends on.
  init(_ plan: Plan, threads: Int = 1) {
    let operations = plan.operations
    let serial = Self.serialOperations(operations)
    func cost(_ operand: Operand, _ user: Int) -> Int {
      let source = operand.operation
      if serial[source] && serial[user] { return 0 }
      let sameGrid =
        !serial[source] && !serial[user]
        && operations[source].layout.rows == operations[user].layout.rows
      return sameGrid && operand.isLocal ? 0 : 1
    }
    phaseOf = Phases(of: plan, cost).phases
    segmentOf = Array(repeating: 0, count: operations.count)
    phases = Array(repeating: [], count: (phaseOf.max() ?? -1) + 1)
    for (index, operation) in operations.enumerated() where phaseOf[index] >= 0 {
      let (phase, rows) = (phaseOf[index], operation.layout.rows)
      let known = phases[phase].firstIndex {
        serial[index] ? $0.isSerial : !$0.isSerial && $0.rows == rows
      }
      let position = known ?? phases[phase].count
      if known == nil {
        phases[phase].append(
          Segment(
            rows: serial[index] ? 1 : rows, isSerial: serial[index], operations: [], tileRows: 1))
      }
      phases[phase][position].operations.append(index)
      segmentOf[index] = position
    }
    for phase in phases.indices {
      for position in phases[phase].indices where !phases[phase][position].isSerial {
        let (members, rows) = (phases[phase][position].operations, phases[phase][position].rows)
        let work = members.reduce(0) { $0 + operations[$1].workPerRow }
        phases[phase][position].tileRows =
          members.contains { operations[$0].contractsRows }
          ? Self.tileRows(rows: rows, threads: threads)
          : Self.tileRows(work: work, rows: rows, threads: threads)
      }
    }
  }

  /// Operations that run in one piece: those of a single row, those with too little work to share,
  /// and those that cannot be split by rows.
  private static func serialOperations(_ operations: [Operation]) -> [Bool] {
    var workOfRows: [Int: Int] = [:]
    var total = 0
    for operation in operations {
      let work = operation.workPerRow * operation.layout.rows
      workOfRows[operation.layout.rows, default: 0] += work
      total += work
    }
    return operations.map { operation in
      total < smallProgram || operation.layout.rows == 1 || !operation.isTileable
        || workOfRows[operation.layout.rows, default: 0] < smallGrid
    }
  }

  /// Rows of a tile: enough work to be worth taking, few enough rows to stay in the cache, and such
  /// that the threads are done at about the same time.
  ///
  /// - Parameter work: of a row.
  private static func tileRows(work: Int, rows: Int, threads: Int) -> Int {
    let least = work >= heavyRow ? 8 : 24
    let wanted = max(rows >= 192 ? 48 : least, tileWork / max(1, work))
    let most = min(wanted * 4 / 3, (rows + 7) / 8 * 8)
    let start = Double(tileStart) / Double(max(1, work))
    /// Rows' worth of time until the last thread is done. The product's register tiles have six
    /// rows: others leave some of a register tile empty.
    func time(_ tile: Int) -> Double {
      let (full, rest) = rows.quotientAndRemainder(dividingBy: tile)
      let (rounds, left) = full.quotientAndRemainder(dividingBy: threads)
      let last = left > 0 ? tile : rest
      let tiles = rounds + (last > 0 ? 1 : 0)
      let spilt = tile.isMultiple(of: 6) ? 1 : 1.02
      return Double(rounds * tile + last) * spilt + Double(tiles) * start
    }
    let sizes = stride(from: min(least, most), through: most, by: 2)
    return sizes.min { time($0) < time($1) } ?? most
  }

  /// Rows of a tile where each reads both factors of a product whole, from a cache that is far:
  /// one tile a thread.
  private static func tileRows(rows: Int, threads: Int) -> Int {
    max(24, (rows + threads * 8 - 1) / (threads * 8) * 8)
  }
}

extension Operation {
  /// Whether it sums over the rows of both factors: a weight's gradient.
  fileprivate var contractsRows: Bool {
    if case .product(let contraction) = kind { return contraction.transposingFirst }
    return false
  }

  /// Whether a range of rows can be computed without the others.
  var isTileable: Bool {
    switch kind {
    case .sumRows: return false
    case .reduce(let primitive, _):
      switch primitive {
      case .sum(let axes), .largest(let axes): return !axes.contains(0)
      default: return false
      }
    case .move(let primitive, _, _):
      switch primitive {
      case .pad(let axis, _, _), .concatenate(let axis): return axis > 0
      default: return true
      }
    default: return true
    }
  }
}
