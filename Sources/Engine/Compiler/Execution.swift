internal import CKernels
private import Foundation
internal import Synchronization

/// Runs ``Code`` on one thread or several: the running loop, which allocates nothing.
///
/// Every thread walks the same phases; the tiles of a phase are taken by ticket, and a barrier
/// joins the threads before the next. Which thread runs a tile never reaches a number, because a
/// tile's rows are computed from finished phases and from the tile alone.
///
/// Unchecked: threads share `memory`, but the schedule gives each tile rows of its own, and the
/// barrier orders the phases.
final class Execution: @unchecked Sendable {
  let code: Code
  let memory: UnsafeMutablePointer<Float>
  let kernels: ck_kernels
  let workspaces: [Workspace]
  /// The code's operations, at an address that stays.
  let operations: UnsafeMutablePointer<ck_micro>
  private let memoryCount: Int

  private let ticket = Atomic<Int>(0)
  private let arrived = Atomic<Int>(0)
  private let generation = Atomic<Int>(0)
  private(set) var seed: UInt64 = 0
  private(set) var step: UInt32 = 0
  private var threads = 1

  /// What one thread needs beside the program's memory.
  struct Workspace {
    let scratch: UnsafeMutablePointer<Float>
    let registers: UnsafeMutablePointer<Float>
    let operands: UnsafeMutablePointer<ck_operand>
    /// For each instruction its call, where that is the same in every run.
    let calls: Calls
  }

  init(_ code: Code, threads: Int) {
    self.code = code
    kernels = ck_best().pointee
    memoryCount = code.memorySize + 64
    memory = .aligned(memoryCount)
    workspaces = (0..<max(1, threads)).map { _ in
      Workspace(
        scratch: .aligned(code.scratchSize + 64),
        registers: .aligned((Int(CK_REGISTERS) + 32) * Int(CK_STRIP)),
        operands: .allocate(capacity: 64), calls: Calls(code.instructions.count))
    }
    operations = .allocate(capacity: max(1, code.operations.count))
    for (index, operation) in code.operations.enumerated() {
      (operations + index).initialize(to: operation)
    }
    for workspace in workspaces { prepareCalls(of: workspace) }
  }

  deinit {
    memory.deallocate()
    operations.deallocate()
    for workspace in workspaces {
      workspace.scratch.deallocate()
      workspace.registers.deallocate()
      workspace.operands.deallocate()
    }
  }

  /// Sets the draw that random primitives take, and how many threads will call ``work(thread:)``.
  func prepare(seed: UInt64, step: UInt32, threads: Int) {
    self.seed = seed
    self.step = step
    self.threads = threads
    ticket.store(0, ordering: .releasing)
  }

  /// One thread's share of a run. Returns when all phases are done.
  func work(thread: Int) {
    let workspace = workspaces[thread]
    for phase in 0..<(code.phaseStarts.count - 1) {
      let end = code.phaseStarts[phase + 1]
      if threads == 1 {
        for task in code.phaseStarts[phase]..<end { run(code.tasks[task], workspace) }
        continue
      }
      while true {
        let task = ticket.add(1, ordering: .relaxed).oldValue
        guard task < end else { break }
        run(code.tasks[task], workspace)
      }
      join(nextTicket: end)
    }
  }

  /// Copies updates that could not be made in place.
  func finish() {
    for copy in code.copies {
      (memory + copy.to).update(from: memory + copy.from, count: copy.count)
    }
  }

  /// Waits until every thread has come: a short spin, then the processor goes to whoever needs it.
  private func join(nextTicket: Int) {
    let current = generation.load(ordering: .acquiring)
    if arrived.add(1, ordering: .acquiringAndReleasing).newValue == threads {
      arrived.store(0, ordering: .relaxed)
      ticket.store(nextTicket, ordering: .relaxed)
      generation.add(1, ordering: .releasing)
      return
    }
    var spins = 0
    while generation.load(ordering: .acquiring) == current {
      spins += 1
      if spins < 2_000 { ck_pause() } else { _ = sched_yield() }
    }
  }

  // MARK: One tile

  private func run(_ task: Code.Task, _ workspace: Workspace) {
    let segment = code.segments[task.segment]
    let first = segment.firstInstruction
    run(first..<(first + segment.instructionCount), task, workspace)
  }

  @inline(__always)
  func run(_ instructions: Range<Int>, _ task: Code.Task, _ workspace: Workspace) {
    for index in instructions where !workspace.calls.run(index, kernels) {
      switch code.instructions[index] {
      case .product(let call): product(call, task, workspace)
      case .dots(let call): dots(call, task, workspace)
      case .chain(let call): chain(call, task, workspace)
      case .random(let call): random(call, task, workspace)
      case .sumColumns(let call):
        kernels.sum_columns(
          at(call.from, task, workspace), call.from.stride, rows(call.rows, task),
          Int32(call.columns), at(call.result, task, workspace), call.result.stride)
      case .largestColumns(let call):
        kernels.maximum_columns(
          at(call.from, task, workspace), call.from.stride, rows(call.rows, task),
          Int32(call.columns), at(call.result, task, workspace), call.result.stride)
      case .sumRows(let call):
        kernels.sum_rows(
          at(call.from, task, workspace), call.from.stride, Int32(call.sourceRows),
          Int32(call.columns), at(call.result, task, workspace))
      case .transpose(let call):
        let columns = call.rows > 0 ? Int32(call.columns) : Int32(task.rows)
        kernels.transpose(
          at(call.from, task, workspace), call.from.stride, Int32(call.sourceRows), columns,
          at(call.result, task, workspace), call.result.stride)
      case .reduce(let call): reduce(call, task, workspace)
      case .copy(let call): copy(call, task, workspace)
      case .clear(let place, _, let count):
        at(place, task, workspace).update(
          repeating: 0, count: Int(rows(count, task)) * place.stride)
      case .reshape(let call, let from): reshape(call, from, task, workspace)
      case .unfold(let call):
        withUnsafePointer(to: call.patches) {
          ck_unfold(
            $0, at(call.from, task, workspace), call.from.stride,
            at(call.result, task, workspace), call.result.stride, rows(call.rows, task))
        }
      case .fold(let call):
        withUnsafePointer(to: call.patches) {
          ck_fold(
            $0, at(call.from, task, workspace), call.from.stride,
            at(call.result, task, workspace), call.result.stride, rows(call.rows, task))
        }
      }
    }
  }

  @inline(__always)
  func at(
    _ place: Place, _ task: Code.Task, _ workspace: Workspace
  ) -> UnsafeMutablePointer<Float> {
    (place.isScratch ? workspace.scratch : memory) + (place.offset + task.firstRow * place.rowStep)
  }

  @inline(__always)
  func rows(_ fixed: Int, _ task: Code.Task) -> Int32 {
    Int32(fixed > 0 ? fixed : task.rows)
  }
}

extension UnsafeMutablePointer<Float> {
  /// Zeroed floats on a cache line.
  fileprivate static func aligned(_ count: Int) -> UnsafeMutablePointer<Float> {
    let raw = UnsafeMutableRawPointer.allocate(
      byteCount: count * MemoryLayout<Float>.stride, alignment: 64)
    let floats = raw.bindMemory(to: Float.self, capacity: count)
    floats.initialize(repeating: 0, count: count)
    return floats
  }
}
