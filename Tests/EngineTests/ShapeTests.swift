import Engine
import Testing

@Suite struct Shapes {
  @Test func `broadcasting matches axes from the last`() {
    #expect(Shape.broadcast([4, 1], [3]) == [4, 3])
    #expect(Shape.broadcast([2, 1, 5], [7, 1]) == [2, 7, 5])
    #expect(Shape.broadcast([], [2, 2]) == [2, 2])
    #expect(Shape.broadcast([2, 3], [2]) == nil)
  }

  @Test func `a shape counts its elements and prints its extents`() {
    #expect(Shape([2, 3, 4]).count == 24)
    #expect(Shape.scalar.count == 1)
    #expect("\(Shape([64, 2]))" == "[64, 2]")
  }

  @Test func `shapes that do not broadcast are named`() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      let graph = Graph()
      _ = graph.input("a", [2, 3]) + graph.input("b", [4])
    }
    expect(result, "[2, 3] and [4] do not broadcast")
  }

  @Test func `factors that do not fit are named`() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      let graph = Graph()
      _ = graph.input("a", [64, 2]).product(graph.input("b", [3, 128]))
    }
    expect(result, "[64, 2] × [3, 128] share no inner dimension")
  }

  @Test func `a reshape of another count is refused`() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { _ = Graph().input("a", [2, 3]).reshaped([4]) }
    expect(result, "[2, 3] does not reshape to [4]")
  }

  @Test func `a slice outside is refused`() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { _ = Graph().input("a", [2, 3]).slice(axis: 1, from: 1, count: 4) }
    expect(result, "slice 1..<5 of axis 1 of [2, 3]")
  }

  @Test func `only a scalar has a gradient`() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      let a = Graph().input("a", [2, 3])
      _ = gradient(of: a, for: [a])
    }
    expect(result, "the gradient of a tensor of shape [2, 3]")
  }

  @Test func `tensors of two graphs do not mix`() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { _ = Graph().input("a", [2]) + Graph().input("b", [2]) }
    expect(result, "another graph")
  }

  @Test func `values of a wrong count are refused`() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      let graph = Graph()
      let a = graph.input("a", [2])
      Program(graph, outputs: [a + 1]).write([1, 2, 3], to: a)
    }
    expect(result, "3 numbers for shape [2]")
  }

  /// A misuse stops the program with both values named. An optimized build stops without words.
  private func expect(
    _ result: ExitTest.Result?, _ words: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #if DEBUG
    let output = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(output.contains(words), sourceLocation: sourceLocation)
    #endif
  }
}
