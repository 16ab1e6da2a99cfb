internal import CKernels

/// A compiled graph that runs: give inputs, run, read outputs.
///
/// ```swift
/// let program = Program(graph, outputs: [cost], updates: [(weights, weights - slope * rate)])
/// program.write([0.1], to: rate)
/// program.run(seed: 7, step: 0, on: pool)
/// program.read(cost)
/// ```
///
/// A result is a function of the inputs, the seed and the step alone: the same bits for any
/// number of threads, and on every processor with fused multiply–add.
///
/// ## Topics
/// - Making: ``init(_:outputs:updates:threads:)``
/// - Values: ``write(_:to:)``, ``read(_:)``
/// - Running: ``run(seed:step:on:)``
public final class Program {
  private let plan: Plan
  private let schedule: Schedule
  let execution: Execution
  private let homes: [Int: (offset: Int, layout: Layout)]
  private let inputHomes: [Int: Int]
  private let threads: Int
  private let job: @Sendable (Int) -> Void

  /// Compiles what the outputs and updates need of a graph.
  ///
  /// - Parameters:
  ///   - outputs: tensors that can be read after a run. One that is itself an updated input reads
  ///     as the new value.
  ///   - updates: inputs that each run replaces by a value it computed; all at once, after the
  ///     last use of the old values.
  ///   - threads: the most threads that will ever run it.
  public init(
    _ graph: Graph, outputs: [Tensor], updates: [(input: Tensor, value: Tensor)] = [],
    threads: Int = 1
  ) {
    let traced = PlanBuilder.plan(graph, outputs: outputs, updates: updates)
    let first = Schedule(traced, threads: threads)
    let again = Rematerialization.plan(traced, first)
    plan = again ?? traced
    schedule = again.map { Schedule($0, threads: threads) } ?? first
    let placement = Placement(plan, schedule)
    let code = Lowering.code(plan, schedule, placement)
    self.threads = min(threads, max(1, code.widestPhase))
    let execution = Execution(code, threads: self.threads)
    self.execution = execution
    job = { thread in execution.work(thread: thread) }
    homes = Self.homes(of: outputs, plan.outputs, placement, plan)
    inputHomes = Self.inputHomes(graph, placement, plan)
    storeSources(graph, placement)
  }

  private static func homes(
    of tensors: [Tensor], _ operations: [Int], _ placement: Placement, _ plan: Plan
  ) -> [Int: (offset: Int, layout: Layout)] {
    var homes: [Int: (offset: Int, layout: Layout)] = [:]
    for (tensor, operation) in zip(tensors, operations) {
      guard case .memory(let offset) = placement.homes[operation] else {
        preconditionFailure("an output of shape \(tensor.shape) has no place in memory")
      }
      homes[tensor.node] = (offset, plan.operations[operation].layout)
    }
    return homes
  }

  private static func inputHomes(
    _ graph: Graph, _ placement: Placement, _ plan: Plan
  ) -> [Int: Int] {
    var homes: [Int: Int] = [:]
    for (index, operation) in plan.inputs.enumerated() {
      guard let operation, case .memory(let offset) = placement.homes[operation] else { continue }
      homes[graph.inputNodes[index]] = offset
    }
    return homes
  }

  private func storeSources(_ graph: Graph, _ placement: Placement) {
    for (index, operation) in plan.operations.enumerated() {
      guard case .memory(let offset) = placement.homes[index] else { continue }
      switch operation.kind {
      case .constant(let value): execution.memory[offset] = value
      case .literal(let literal): store(graph.literals[literal], offset, operation.layout)
      default: break
      }
    }
  }

  // MARK: Values

  /// Whether the program depends on an input.
  public func uses(_ input: Tensor) -> Bool { inputHomes[input.node] != nil }

  /// Stores an input's value, row-major. An input that the program does not use is passed over.
  public func write(_ values: [Float], to input: Tensor) {
    precondition(
      values.count == input.shape.count, "\(values.count) numbers for shape \(input.shape)")
    guard let offset = inputHomes[input.node] else { return }
    store(values, offset, Layout(input.shape))
  }

  /// The value of an output after a run, or of an input now; row-major.
  public func read(_ tensor: Tensor) -> [Float] {
    if let (offset, layout) = homes[tensor.node] { return load(offset, layout) }
    guard let offset = inputHomes[tensor.node] else {
      preconditionFailure("a tensor of shape \(tensor.shape) is neither an output nor an input")
    }
    return load(offset, Layout(tensor.shape))
  }

  private func store(_ values: [Float], _ offset: Int, _ layout: Layout) {
    values.withUnsafeBufferPointer { source in
      guard let start = source.baseAddress else { return }
      for row in 0..<layout.rows {
        (execution.memory + offset + row * layout.stride)
          .update(from: start + row * layout.columns, count: layout.columns)
      }
    }
  }

  private func load(_ offset: Int, _ layout: Layout) -> [Float] {
    [Float](unsafeUninitializedCapacity: layout.rows * layout.columns) { buffer, count in
      guard let start = buffer.baseAddress else { return }
      for row in 0..<layout.rows {
        (start + row * layout.columns)
          .initialize(from: execution.memory + offset + row * layout.stride, count: layout.columns)
      }
      count = layout.rows * layout.columns
    }
  }

  // MARK: Running

  /// Runs once: reads the inputs, computes the outputs, replaces the updated inputs.
  ///
  /// - Parameters:
  ///   - seed, step: what random primitives draw from.
  ///   - pool: threads that help; nil runs on the caller's thread alone.
  public func run(seed: UInt64, step: UInt32, on pool: WorkerPool? = nil) {
    guard let pool, threads > 1, pool.threads > 1 else {
      execution.prepare(seed: seed, step: step, threads: 1)
      execution.work(thread: 0)
      execution.finish()
      return
    }
    let helpers = min(threads, pool.threads)
    execution.prepare(seed: seed, step: step, threads: helpers)
    pool.run(threads: helpers, job)
    execution.finish()
  }

  // MARK: Looking

  /// The name of the kernels, and whether their bits are those of every fused kind.
  public static var kernel: (name: String, isFused: Bool) {
    let kernels = ck_best().pointee
    return (String(cString: kernels.name), kernels.fused != 0)
  }

  /// Memory that the program holds, in bytes.
  public var byteCount: Int {
    (execution.code.memorySize + execution.code.scratchSize * threads) * MemoryLayout<Float>.size
  }

  /// Floating-point operations of the matrix products in one run, a multiply–add counted twice.
  public var productWork: Int {
    plan.operations.reduce(0) { total, operation in
      guard case .product(let contraction) = operation.kind else { return total }
      return total + 2 * contraction.inner * operation.layout.count
    }
  }

  /// Phases, segments and instructions, for people who want to know where the time goes.
  public var summary: String {
    var lines: [String] = []
    for (phase, segments) in schedule.phases.enumerated() {
      for segment in segments {
        let rows =
          segment.isSerial ? "serial" : "\(segment.rows) rows in tiles of \(segment.tileRows)"
        lines.append("phase \(phase): \(rows), \(segment.operations.count) operations")
      }
    }
    lines.append(
      "memory \(execution.code.memorySize) floats, scratch \(execution.code.scratchSize)")
    lines.append(
      "\(execution.code.instructions.count) instructions, \(execution.code.copies.count) copies")
    return lines.joined(separator: "\n")
  }
}
