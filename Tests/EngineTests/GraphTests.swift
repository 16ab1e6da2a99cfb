import Engine
import Testing

@Suite struct Graphs {
  @Test(arguments: 0..<40)
  func `random graphs are well formed`(_ seed: Int) {
    #expect(RandomGraph(seed: 900 + seed, rows: 6, operations: 40).graph.check() == nil)
  }

  @Test func `a graph prints one line a node`() {
    let graph = Graph()
    let x = graph.input("noise", [4, 3])
    _ = (x * 2).sum([1])
    #expect(
      graph.description.split(separator: "\n") == [
        "%0 [4, 3] = input noise", "%1 [] = 2.0", "%2 [1, 1] = reshape([1, 1]) %1",
        "%3 [4, 3] = broadcast([4, 3]) %2", "%4 [4, 3] = multiply %0 %3",
        "%5 [4, 1] = sum(axes: [1]) %4",
      ])
  }

  @Test func `inputs of one name and shape stay apart`() {
    let graph = Graph()
    let (a, b) = (graph.input("x", [2]), graph.input("x", [2]))
    let difference = a - b
    let program = Program(graph, outputs: [difference])
    program.write([3, 4], to: a)
    program.write([1, 1], to: b)
    program.run(seed: 0, step: 0)
    #expect(program.read(difference) == [2, 3])
  }

  @Test func `draws of one stream are one draw, of two streams two`() {
    let graph = Graph()
    let draws = [1, 1, 2].map { graph.random(.normal, [3], stream: $0) }
    let program = Program(graph, outputs: draws)
    program.run(seed: 0, step: 0)
    #expect(program.read(draws[0]) == program.read(draws[1]))
    #expect(program.read(draws[0]) != program.read(draws[2]))
  }
}
