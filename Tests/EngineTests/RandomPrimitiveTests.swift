import Engine
import Testing

@Suite struct RandomPrimitives {
  /// What a program reads of one draw, with other work beside it or not.
  private func draw(
    _ distribution: Distribution, rows: Int, columns: Int, besideWork: Bool, threads: Int = 1,
    seed: UInt64 = 5, step: UInt32 = 6
  ) -> [Float] {
    let graph = Graph()
    let numbers = graph.random(distribution, [rows, columns], stream: 2)
    var outputs = [numbers]
    if besideWork {
      var weights = Numbers(seed: 1)
      let w = graph.literal(weights.floats(columns * 96), [columns, 96])
      outputs.append(numbers.product(w).tanh().product(w, transposingSecond: true).sum())
    }
    let program = Program(graph, outputs: outputs, threads: threads)
    if besideWork { #expect(program.summary.contains("rows in tiles")) }
    program.run(seed: seed, step: step, on: WorkerPool(threads: threads))
    return program.read(numbers)
  }

  @Test(arguments: [Distribution.normal, .uniform], [33, 80])
  func `draws do not depend on tiles or threads`(_ distribution: Distribution, _ columns: Int) {
    let plain = draw(distribution, rows: 500, columns: columns, besideWork: false)
    for threads in 1...3 {
      let tiled = draw(
        distribution, rows: 500, columns: columns, besideWork: true, threads: threads)
      #expect(tiled == plain)
    }
  }

  @Test func `a smaller batch draws the first rows of a larger one`() {
    let few = draw(.normal, rows: 7, columns: 10, besideWork: false)
    let many = draw(.normal, rows: 90, columns: 10, besideWork: false)
    #expect(few == Array(many.prefix(70)))
  }

  @Test func `seed and step each change the numbers`() {
    let base = draw(.normal, rows: 3, columns: 9, besideWork: false)
    #expect(base == draw(.normal, rows: 3, columns: 9, besideWork: false))
    #expect(base != draw(.normal, rows: 3, columns: 9, besideWork: false, seed: 6))
    #expect(base != draw(.normal, rows: 3, columns: 9, besideWork: false, step: 7))
  }

  @Test func `no gradient passes into a draw`() {
    let graph = Graph()
    let x = graph.input("x", [2, 2])
    let noise = graph.random(.normal, [2, 2], stream: 0)
    let slope = gradient(of: (x * noise).sum(), for: [x])[0]
    let program = Program(graph, outputs: [noise, slope])
    program.run(seed: 1, step: 1)
    #expect(program.read(slope) == program.read(noise))
  }
}
