import Adversarial
import Engine
import Testing

@testable import ganbook

@Suite struct WorkloadTests {
  /// What the other programs that are measured on this work count, from their own formula.
  static let counts: [(name: String, operations: Double)] = [
    ("ring", 305_659_904), ("small", 1_712_128), ("grid", 2_333_600_000), ("dcgan", 860_880_896),
    ("unrolled-0", 220_987_392), ("unrolled-1-adam", 460_324_864),
    ("unrolled-5-adam", 1_692_401_664), ("unrolled-10-adam", 3_232_497_664),
    ("unrolled-1-sgd", 460_324_864), ("unrolled-5-sgd", 1_692_401_664),
    ("unrolled-10-sgd", 3_232_497_664),
  ]

  @Test func `every workload counts the operations that its peers count`() throws {
    #expect(Self.counts.map(\.name) == Workload.all)
    for (name, operations) in Self.counts {
      #expect(try Workload(named: name).operations == operations, "\(name)")
    }
  }

  @Test(arguments: ["ring", "small", "grid", "dcgan", "unrolled-5-adam"])
  func `a workload's program does little more than the work that is counted`(
    _ name: String
  ) throws {
    let workload = try Workload(named: name)
    let work = Double(Training(workload, threads: 1).program.program.productWork)
    // The choice of a mode is a product too, and looks ahead form some values twice.
    #expect(work > workload.operations * 0.9 && work < workload.operations * 1.4, "\(work)")
  }

  @Test func `an unknown workload is refused with the nearest name`() {
    #expect {
      try Workload(named: "rnig")
    } throws: { error in
      (error as? Failure)?.message.contains("ring") == true
    }
    for name in ["unrolled-21", "unrolled-x", "unrolled-3-rmsprop", ""] {
      #expect(throws: Failure.self, "\(name)") { try Workload(named: name) }
    }
  }

  /// Small enough for an evaluation node by node in double precision.
  static let small = Workload.Proportions(batch: 12, width: 8)
  /// Large enough to be cut into tiles.
  static let tiled = Workload.Proportions(batch: 96, width: 64)

  @Test(arguments: Workload.all)
  func `a workload's steps are what the graph says, evaluated node by node`(
    _ name: String
  ) throws {
    try check(try Workload(named: name, Self.small), steps: 3)
  }

  @Test func `so are those of a program that runs tile by tile on two threads`() throws {
    try check(try Workload(named: "ring", Self.tiled), steps: 1)
  }

  /// Each step from the program's own numbers, so that roundings do not add up.
  private func check(_ workload: Workload, steps: Int) throws {
    let training = Training(workload, threads: 2)
    let traced = training.program.step
    #expect(traced.graph.check() == nil)
    #expect(traced.updates.map(\.input.shape) == traced.variables.map(\.shape))
    for step in 0..<steps {
      let scalars = traced.scalars.map { ($0.tensor, [Double($0.value(workload.settings))]) }
      let before = zip(traced.variables, training.program.values).map {
        ($0.tensor, $1.map(Double.init))
      }
      var interpreter = Interpreter(
        traced.graph, inputs: before + scalars, seed: 1, step: UInt32(step))
      training.advance()
      expectAgreement(training.curves, interpreter.value(of: traced.curves), "curves")
      let after = training.program.values
      var exact: [String: [Double]] = [:]
      for (variable, update) in zip(traced.variables, traced.updates) {
        exact[variable.name] = interpreter.value(of: update.value)
      }
      for (variable, values) in zip(traced.variables, after) {
        let parts = variable.name.split(separator: ".", maxSplits: 1)
        expectAgreement(
          values, exact[variable.name] ?? [], variable.name,
          mean: exact["\(parts[0]).m.\(parts[1])"])
      }
    }
  }

  /// A gradient that is all rounding (that of a bias which a normalization takes away again) has a
  /// direction of its own, and Adam makes a whole step of it: there only the step is bounded.
  private func expectAgreement(
    _ single: [Float], _ double: [Double], _ what: String, mean: [Double]? = nil
  ) {
    #expect(single.count == double.count, "\(what)")
    let scale = double.reduce(1e-3) { max($0, abs($1)) }
    let errors = zip(single, double).map { abs(Double($0) - $1) }
    #expect(errors.allSatisfy { $0 < 5e-3 }, "\(what): \(errors.max() ?? 0)")
    let off = errors.indices.filter { index in
      !(errors[index] <= 2e-4 * scale) && mean.map { abs($0[index]) > 1e-7 } ?? true
    }
    #expect(off.count * 100 <= single.count, "\(what): \(off.count) of \(single.count)")
  }
}
