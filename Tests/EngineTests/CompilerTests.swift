import CKernels
import Testing

@testable import Engine

/// What passes of the compiler come to, beside their results, which ``Programs`` compares.
@Suite struct CompilerTests {
  private func schedule(
    _ graph: Graph, _ outputs: [Tensor]
  ) -> (traced: Plan, plan: Plan) {
    let traced = PlanBuilder.plan(graph, outputs: outputs, updates: [])
    return (traced, Rematerialization.plan(traced, Schedule(traced)) ?? traced)
  }

  /// tanh and its derivative in one pass, and both again after all rows have met.
  @Test func `a cheap value that is read late is computed again there, and memory is less`() {
    let graph = Graph()
    let (x, w) = (graph.input("x", [512, 128]), graph.input("w", [128, 128]))
    let h = x.product(w).tanh()
    let slope = 1 - h * h
    let early = slope.transposed([1, 0]).product(x)
    let late = h.product(early) * slope + h
    let (traced, plan) = schedule(graph, [late])
    #expect(plan.operations.count > traced.operations.count)
    let sizes = [traced, plan].map { Placement($0, Schedule($0)).memorySize }
    #expect(sizes[1] <= sizes[0])
    let copied = Schedule(plan)
    let readers = plan.operations.indices.filter {
      plan.operations[$0].kind == .elementwise(.subtract)
    }
    #expect(Set(readers.map { copied.phaseOf[$0] }).count == 2)
  }

  @Test func `what would have to be fetched for it is not computed again`() {
    let graph = Graph()
    let (x, w) = (graph.input("x", [512, 128]), graph.input("w", [128, 128]))
    let h = x.product(w).tanh()
    let slope = 1 - h * h
    let early = slope.transposed([1, 0]).product(x)
    // h is not read late: the slope alone is.
    let (traced, plan) = schedule(graph, [x.product(early) * slope])
    #expect(plan.operations.count == traced.operations.count)
  }

  @Test func `what leaves little of much does not wait for the sum that it goes into`() {
    let graph = Graph()
    let (x, w, v) = (
      graph.input("x", [512, 128]), graph.input("w", [128, 128]), graph.input("v", [128, 2])
    )
    let h = x.product(w).tanh()
    let little = h.product(v)
    let joined = h.transposed([1, 0]).product(h)
    let (_, plan) = schedule(graph, [x.product(joined).tanh().product(v) + little])
    let schedule = Schedule(plan)
    let phases = plan.operations.indices.filter {
      if case .product(let contraction) = plan.operations[$0].kind { return contraction.dots }
      return false
    }.map { schedule.phaseOf[$0] }
    #expect(phases.count == 2)
    #expect(phases.min() == 0)
  }

  @Test(arguments: [1, 2, 3, 4, 7, 16])
  func `tiles cover all rows, and threads have about as much to do`(threads: Int) {
    let graph = Graph()
    let (x, w) = (graph.input("x", [512, 128]), graph.input("w", [128, 128]))
    let outputs = [x.product(w).tanh().product(w).tanh()]
    let plan = PlanBuilder.plan(graph, outputs: outputs, updates: [])
    let segment = Schedule(plan, threads: threads).phases[0][0]
    #expect(segment.rows == 512)
    let (full, rest) = 512.quotientAndRemainder(dividingBy: segment.tileRows)
    #expect(segment.tiles == full + (rest > 0 ? 1 : 0))
    let (rounds, left) = full.quotientAndRemainder(dividingBy: threads)
    let longest = rounds * segment.tileRows + (left > 0 ? segment.tileRows : rest)
    #expect(Double(longest * threads) < 512 * 1.25)
  }

  // MARK: Chains

  private func memory(_ operand: Int) -> UInt16 { UInt16(CK_REGISTERS) + UInt16(operand) }

  @Test func `a step of Adam takes five passes`() {
    let (g, m, v, p) = (memory(0), memory(1), memory(2), memory(3))
    let (beta, rest, rate, epsilon) = (memory(4), memory(5), memory(6), memory(7))
    let chain = [
      ck_micro(CK_MULTIPLY, to: 0, [g, rest]), ck_micro(CK_FMA, to: m, [m, beta, 0]),
      ck_micro(CK_MULTIPLY, to: 1, [g, g]), ck_micro(CK_MULTIPLY, to: 1, [1, rest]),
      ck_micro(CK_FMA, to: v, [v, beta, 1]), ck_micro(CK_SQRT, to: 1, [v]),
      ck_micro(CK_ADD, to: 1, [1, epsilon]), ck_micro(CK_MULTIPLY, to: 0, [m, rate]),
      ck_micro(CK_DIVIDE, to: 0, [0, 1]), ck_micro(CK_SUBTRACT, to: p, [p, 0]),
    ]
    let joined = ChainJoining(chain) { $0 == $1 }.operations
    #expect(
      joined.map(\.operation)
        == [
          CK_MULTIPLY_FMA, CK_MULTIPLY_MULTIPLY, CK_FMA, CK_SQRT_ADD, CK_QUOTIENT_SUBTRACT,
        ].map { UInt16($0.rawValue) })
    #expect(joined.last?.destination == p)
  }

  @Test func `nothing is joined over a write to what it reads`() {
    let (a, b, c) = (memory(0), memory(1), memory(2))
    let chain = [
      ck_micro(CK_MULTIPLY, to: 0, [a, b]), ck_micro(CK_ADD, to: c, [b, b]),
      ck_micro(CK_NEGATE, to: b, [0]),
    ]
    #expect(ChainJoining(chain) { $0 == $1 }.operations.count == 2)
    // c is the place of a.
    #expect(ChainJoining(chain) { $0 == $1 || Set([$0, $1]) == [a, c] }.operations.count == 3)
  }

  @Test func `a result that is read twice is kept`() {
    let (a, b) = (memory(0), memory(1))
    let chain = [
      ck_micro(CK_MULTIPLY, to: 0, [a, a]), ck_micro(CK_NEGATE, to: 1, [0]),
      ck_micro(CK_ADD, to: b, [0, 1]),
    ]
    #expect(ChainJoining(chain) { $0 == $1 }.operations.count == 3)
  }
}
