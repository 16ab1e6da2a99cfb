public import Engine

/// Rows chosen once for all runs: the reference batch of a normalisation (§4.3), or the real
/// points among which a discriminator that looks at whole batches is asked about a single one.
public struct Company: Sendable {
  public let shape: Shape
  /// Row-major.
  public let values: [Float]

  /// Real points, [rows, 2].
  public static func data(_ data: any Dataset, rows: Int) -> Company {
    Company([rows, 2]) { data.draw(rows, in: $0, stream: Stream.company) }
  }

  /// z ~ N(0, I), [rows, columns]; by another number, other rows.
  public static func noise(rows: Int, columns: Int, number: UInt32 = 0) -> Company {
    Company([rows, columns], number) {
      $0.random(.normal, [rows, columns], stream: Stream.company + 2)
    }
  }

  private init(_ shape: Shape, _ number: UInt32 = 0, draw: (Graph) -> Tensor) {
    let graph = Graph()
    let rows = draw(graph)
    let program = Program(graph, outputs: [rows])
    program.run(seed: 0, step: number)
    self.shape = shape
    values = program.read(rows)
  }
}
