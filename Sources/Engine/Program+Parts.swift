internal import CKernels

extension Program {
  /// One instruction of a compiled program, for people who want to know where the time goes.
  public struct Part: Sendable {
    /// What runs between two joins of the threads.
    public let phase: Int
    /// Which of the program's segments, counted through.
    public let segment: Int
    /// Rows of the segment, and of one of its tiles.
    public let rows: Int
    public let tileRows: Int
    /// "product", "chain", "normals" …
    public let kernel: String
    /// What it works on: "512×128×128" of a product (rows × inner × columns), "512×128 tanh, fma"
    /// of a chain.
    public let shape: String
    /// Floating-point operations of a product in one run, a multiply–add counted twice; else 0.
    public let work: Double
  }

  /// Every instruction, in the order in which one thread runs them.
  public var parts: [Part] {
    let code = execution.code
    var phases = Array(repeating: 0, count: code.segments.count)
    var rows = Array(repeating: 0, count: code.segments.count)
    for phase in 0..<(code.phaseStarts.count - 1) {
      for task in code.tasks[code.phaseStarts[phase]..<code.phaseStarts[phase + 1]] {
        phases[task.segment] = phase
        rows[task.segment] += task.rows
      }
    }
    return code.segments.enumerated().flatMap { number, segment in
      (0..<segment.instructionCount).map { index in
        let label = code.label(of: segment.firstInstruction + index, tile: rows[number])
        return Part(
          phase: phases[number], segment: number, rows: rows[number], tileRows: segment.tileRows,
          kernel: label.kernel, shape: label.shape, work: label.work)
      }
    }
  }

  /// Runs once on the caller's thread, with the same result as ``run(seed:step:on:)``.
  ///
  /// - Parameter done: called after each instruction on each tile, with its place in ``parts``.
  public func run(seed: UInt64, step: UInt32, telling done: (_ part: Int) -> Void) {
    execution.prepare(seed: seed, step: step, threads: 1)
    execution.work(telling: done)
    execution.finish()
  }
}

extension Code {
  typealias Label = (kernel: String, shape: String, work: Double)

  /// An instruction in words.
  /// - Parameter tile: the rows that those instructions take which compute a tile's.
  func label(of instruction: Int, tile: Int) -> Label {
    func size(_ call: ReduceCall) -> String { "\(call.sourceRows)×\(call.columns)" }
    func rows(_ fixed: Int) -> Int { fixed > 0 ? fixed : tile }
    return switch instructions[instruction] {
    case .product(let call): product("product", call, rows(call.rows))
    case .dots(let call): product("dots", call, rows(call.rows))
    case .chain(let call):
      ("chain", "\(rows(call.rows))×\(call.columns) \(names(of: call))", 0)
    case .random(let call):
      (
        call.distribution == .normal ? "normals" : "uniforms", "\(rows(call.rows))×\(call.columns)",
        0
      )
    case .sumColumns(let call): ("sum columns", "\(rows(call.rows))×\(call.columns)", 0)
    case .largestColumns(let call): ("largest columns", "\(rows(call.rows))×\(call.columns)", 0)
    case .sumRows(let call): ("sum rows", size(call), 0)
    case .transpose(let call): ("transpose", size(call), 0)
    case .reduce(let call):
      ("reduce", "\(call.outer.size(call.isFixed ? 0 : tile))←\(call.inner.size(0))", 0)
    case .copy(let call): ("copy", call.outer.size(call.isFixed ? 0 : tile), 0)
    case .clear(_, let columns, let fixed): ("clear", "\(rows(fixed))×\(columns)", 0)
    case .reshape(let call, _): ("reshape", "\(rows(call.rows))×\(call.columns)", 0)
    case .unfold(let call): ("unfold", call.words(images: rows(call.rows)), 0)
    case .fold(let call): ("fold", call.words(images: rows(call.rows)), 0)
    }
  }

  private func product(_ kernel: String, _ call: ProductCall, _ rows: Int) -> Label {
    let (count, inner) = (rows * call.middle, call.inner * call.images)
    let work = 2 * Double(count) * Double(inner) * Double(call.columns)
    return (kernel, "\(count)×\(inner)×\(call.columns)", work)
  }

  /// The operations of a chain, each once, in order, with how often it occurs.
  private func names(of call: ChainCall) -> String {
    var counted: [(name: String, count: Int)] = []
    for operation in operations[call.firstOperation...].prefix(call.operationCount) {
      let name = Self.names[Int(operation.operation)]
      if let index = counted.firstIndex(where: { $0.name == name }) {
        counted[index].count += 1
      } else {
        counted.append((name, 1))
      }
    }
    return counted.map { $0.count > 1 ? "\($0.count) \($0.name)" : $0.name }.joined(separator: " ")
  }

  /// In the order of `ck_operation`.
  private static let names = [
    "copy", "negate", "exp", "log", "tanh", "sigmoid", "softplus", "sqrt", "sin", "add", "subtract",
    "multiply", "divide", "maximum", "greater", "select", "fma", "fnma", "fms", "−multiply",
    "multiply·multiply", "multiply·divide", "multiply·fma", "multiply·select", "greater·select",
    "fnma·multiply", "add·multiply", "subtract·multiply", "sqrt·add", "divide·subtract",
    "multiply·divide·subtract",
  ]
}

extension ck_walk {
  /// "12×3", with the rows of a tile for the outermost where there are any.
  fileprivate func size(_ tile: Int) -> String {
    let all = [
      tile > 0 ? Int32(tile) : extents.0, extents.1, extents.2, extents.3, extents.4, extents.5,
      extents.6, extents.7,
    ]
    return rank == 0 ? "1" : all.prefix(Int(rank)).map(String.init).joined(separator: "×")
  }
}

extension PatchesCall {
  fileprivate func words(images: Int) -> String {
    "\(images)×\(patches.height)×\(patches.width)×\(patches.channels),"
      + " window \(patches.kernel_height)×\(patches.kernel_width)"
  }
}
