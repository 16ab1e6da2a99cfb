import CKernels
import Foundation
import Testing

/// A function of the chain kernel, what it should be, where, and how far off it may be.
struct Function: CustomTestStringConvertible, Sendable {
  let name: String
  let operation: ck_operation
  let range: ClosedRange<Double>
  /// Allowed error in units of the last place of the exact value.
  var ulp = Double.infinity
  /// Allowed absolute error; it is enough to keep one of the two.
  var absolute = 0.0
  let exact: @Sendable (Double) -> Double
  var testDescription: String { name }
}

/// The bounds are those that functions.h states.
let functions: [Function] = [
  Function(name: "exp", operation: CK_EXP, range: -87...88.7, ulp: 1.05) { exp($0) },
  Function(name: "exp, denormal", operation: CK_EXP, range: -103...(-87.4), absolute: 1.5e-45) {
    exp($0)
  },
  Function(name: "log", operation: CK_LOG, range: 1e-3...1e4, ulp: 0.8) { log($0) },
  Function(name: "log near 1", operation: CK_LOG, range: 0.5...2, ulp: 0.8) { log($0) },
  Function(name: "log of tiny", operation: CK_LOG, range: 1e-44...1e-37, ulp: 0.8) { log($0) },
  Function(name: "tanh", operation: CK_TANH, range: -12...12, ulp: 4.6) { tanh($0) },
  Function(name: "tanh near 0", operation: CK_TANH, range: -1e-3...1e-3, ulp: 4.6) { tanh($0) },
  Function(name: "sigmoid", operation: CK_SIGMOID, range: -87...40, ulp: 2.5) {
    1 / (1 + exp(-$0))
  },
  Function(name: "softplus", operation: CK_SOFTPLUS, range: -87...100, ulp: 2.5) {
    max($0, 0) + log1p(exp(-abs($0)))
  },
  Function(name: "sin", operation: CK_SIN, range: -8192...8192, absolute: 1.3e-7) { sin($0) },
  Function(name: "sin of one turn", operation: CK_SIN, range: -3.2...3.2, ulp: 2) { sin($0) },
  Function(name: "sqrt", operation: CK_SQRT, range: 0...1e6, ulp: 0.5001) { $0.squareRoot() },
]

/// Applies one operation to numbers, as one row.
func apply(_ operation: ck_operation, _ kind: Kind, _ values: [Float]) -> [Float] {
  var from = values
  var to = [Float](repeating: 0, count: values.count + 16)
  Chain(rows: 1, columns: values.count).run(
    kind, [ck_micro(operation, to: 1, 0)], &from, &to)
  return Array(to.prefix(values.count))
}

@Suite struct Functions {
  @Test(arguments: Kind.all, functions)
  func `errors stay below the stated bounds`(_ kind: Kind, _ function: Function) {
    let count = 200_000
    // Without fused multiply–add a sum rounds twice.
    let slack = kind.isFused ? 1.0 : 2.0
    let (low, high) = (function.range.lowerBound, function.range.upperBound)
    let points = (0...count).map { Float(low + (high - low) * Double($0) / Double(count)) }
    var worst = (units: 0.0, at: Float(0))
    for (x, y) in zip(points, apply(function.operation, kind, points)) {
      let exact = function.exact(Double(x))
      let error = abs(Double(y) - exact)
      if error <= function.absolute * slack { continue }
      let unit = Double(Float(abs(exact)).ulp)
      if !(error / unit <= worst.units) { worst = (error / unit, x) }
    }
    let bound = function.ulp.isFinite ? function.ulp * slack : 0
    #expect(worst.units <= bound, "at \(worst.at)")
  }

  @Test(arguments: Kind.all)
  func `the ends of each function are exact`(_ kind: Kind) {
    let (inf, nan) = (Float.infinity, Float.nan)
    func check(_ operation: ck_operation, _ pairs: [(Float, Float)]) {
      let got = apply(operation, kind, pairs.map(\.0))
      #expect(bits(got) == bits(pairs.map(\.1)), "operation \(operation.rawValue)")
    }
    check(CK_EXP, [(0, 1), (-0.0, 1), (inf, inf), (-inf, 0), (89, inf), (-120, 0), (nan, nan)])
    check(CK_LOG, [(1, 0), (0, -inf), (-0.0, -inf), (inf, inf), (-1, nan), (nan, nan)])
    check(CK_TANH, [(0, 0), (-0.0, -0.0), (inf, 1), (-inf, -1), (30, 1), (nan, nan)])
    check(CK_SIGMOID, [(0, 0.5), (inf, 1), (-inf, 0), (nan, nan)])
    check(CK_SOFTPLUS, [(inf, inf), (-inf, 0), (200, 200), (nan, nan)])
    check(CK_SQRT, [(0, 0), (-0.0, -0.0), (4, 2), (-1, nan), (inf, inf), (nan, nan)])
    check(CK_SIN, [(0, 0), (inf, nan), (-inf, nan), (nan, nan)])
    check(CK_NEGATE, [(1, -1), (0, -0.0), (inf, -inf), (nan, nan)])
  }

  @Test(arguments: Kind.all)
  func `tanh and sigmoid never leave their range and never fall`(_ kind: Kind) {
    let points = (-40_000...40_000).map { Float($0) / 2_000 }
    let bounded = apply(CK_TANH, kind, points)
    #expect(bounded.allSatisfy { $0 >= -1 && $0 <= 1 })
    #expect(apply(CK_SIGMOID, kind, points).allSatisfy { $0 >= 0 && $0 <= 1 })
    #expect(apply(CK_SOFTPLUS, kind, points).allSatisfy { $0 > 0 })
  }
}
