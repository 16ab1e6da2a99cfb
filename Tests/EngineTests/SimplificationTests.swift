import Engine
import Testing

/// A rule: what is traced, and what should stand there instead.
private struct Rule: CustomTestStringConvertible, Sendable {
  let name: String
  let traced: @Sendable (Tensor, Tensor) -> Tensor
  let simpler: @Sendable (Tensor, Tensor) -> Tensor
  var testDescription: String { name }

  init(
    _ name: String, _ traced: @escaping @Sendable (Tensor, Tensor) -> Tensor,
    is simpler: @escaping @Sendable (Tensor, Tensor) -> Tensor
  ) {
    (self.name, self.traced, self.simpler) = (name, traced, simpler)
  }
}

private let rules: [Rule] = [
  Rule("x + 0", { x, _ in x + 0 }, is: { x, _ in x }),
  Rule("0 + x", { x, _ in 0 + x }, is: { x, _ in x }),
  Rule("x − 0", { x, _ in x - 0 }, is: { x, _ in x }),
  Rule("0 − x", { x, _ in 0 - x }, is: { x, _ in -x }),
  Rule("x · 1", { x, _ in x * 1 }, is: { x, _ in x }),
  Rule("x · −1", { x, _ in x * -1 }, is: { x, _ in -x }),
  Rule("x · 0", { x, _ in x * 0 }, is: { x, _ in x - x }),
  Rule("x / 1", { x, _ in x / 1 }, is: { x, _ in x }),
  Rule("−−x", { x, _ in -(-x) }, is: { x, _ in x }),
  Rule("x + −y", { x, y in x + -y }, is: { x, y in x - y }),
  Rule("x − −y", { x, y in x - -y }, is: { x, y in x + y }),
  Rule("−(x − y)", { x, y in -(x - y) }, is: { x, y in y - x }),
  Rule("x + y is y + x", { x, y in x + y }, is: { x, y in y + x }),
  Rule("x · y is y · x", { x, y in x * y }, is: { x, y in y * x }),
  Rule("2 · (3 · x)", { x, _ in 2 * (3 * x) }, is: { x, _ in 6 * x }),
  Rule("transposed twice", { x, _ in x.transposed().transposed() }, is: { x, _ in x }),
  Rule("reshaped twice", { x, _ in x.reshaped([12]).reshaped([3, 4]) }, is: { x, _ in x }),
  Rule("the whole slice", { x, _ in x.slice(axis: 1, from: 0, count: 4) }, is: { x, _ in x }),
  Rule("no padding", { x, _ in x.padded(axis: 0, before: 0, after: 0) }, is: { x, _ in x }),
  Rule("detached twice", { $0.detached().detached() + $1 }, is: { $0.detached() + $1 }),
  Rule(
    "two halves of a selection",
    { x, y in
      let c = Tensor.greater(x, y)
      return Tensor.select(c, x, x * 0) + Tensor.select(c, y * 0, y) * 3
    }, is: { x, y in Tensor.select(Tensor.greater(x, y), x, y * 3) }),
  Rule(
    "three neighbours beside padding",
    { x, y in
      x.padded(axis: 1, before: 4, after: 4) + y.padded(axis: 1, before: 0, after: 8)
        + x.padded(axis: 1, before: 8, after: 0)
    }, is: { x, y in Tensor.concatenate([y, x, x], axis: 1) }),
  Rule(
    "a transposed factor", { x, y in x.transposed().product(y) },
    is: { x, y in x.product(y, transposingFirst: true) }),
  Rule(
    "a transposed second factor", { x, y in x.product(y.transposed()) },
    is: { x, y in x.product(y, transposingSecond: true) }),
]

@Suite struct Simplifications {
  @Test(arguments: rules)
  private func `a rule gives the simpler tensor, and the same value`(_ rule: Rule) {
    let graph = Graph()
    let (x, y) = (graph.input("x", [3, 4]), graph.input("y", [3, 4]))
    let simpler = rule.simpler(x, y)
    let before = graph.description
    let traced = rule.traced(x, y)
    // The rule's left side may have left steps behind, but its result is the simpler side's node.
    let lines = graph.description.split(separator: "\n")
    #expect(graph.description.hasPrefix(before))
    if rule.name != "x · 0" {
      let probe = Tensor.concatenate([traced, simpler], axis: 0)
      let operands = graph.description.split(separator: "\n").last?.split(separator: " ")
        .filter { $0.hasPrefix("%") }.dropFirst()
      #expect(Set(operands ?? []).count == 1, "\(lines)")
      #expect(probe.shape[0] == 2 * traced.shape[0])
    }
    let program = Program(graph, outputs: [traced, simpler])
    var numbers = Numbers(seed: 2)
    program.write(numbers.floats(12), to: x)
    program.write(numbers.floats(12), to: y)
    program.run(seed: 0, step: 0)
    #expect(program.read(traced) == program.read(simpler))
  }

  @Test func `numbers known while tracing are folded`() {
    let graph = Graph()
    let folded = (graph.constant(2) * 3 + 1).squareRoot()
    #expect(graph.description.contains("2.6457512"))
    let program = Program(graph, outputs: [folded])
    #expect(program.read(folded) == [Float(7).squareRoot()])
  }

  @Test func `the same operation is one node`() {
    let graph = Graph()
    let x = graph.input("x", [3])
    let once = (x.tanh() + 1).exp()
    let before = graph.description
    let again = (x.tanh() + 1).exp()
    #expect(graph.description == before)
    #expect(once.shape == again.shape)
  }

  @Test func `the sum of what was stretched is a multiple`() {
    let graph = Graph()
    let x = graph.input("x", [1, 4])
    let total = x.broadcast(to: [50, 4]).sum([0])
    #expect(!graph.description.contains("sum"))
    let program = Program(graph, outputs: [total])
    program.write([1, 2, 3, 4], to: x)
    program.run(seed: 0, step: 0)
    #expect(program.read(total) == [50, 100, 150, 200])
  }
}
