public import Engine

extension Cloud {
  /// A batch of samples: one of the points, and a normal number around it.
  ///
  /// The points stand in a table of about √n rows. One uniform number chooses a row, by a product
  /// with a 1 at it, and another one a place in the row: n² numbers are never looked at, and sums
  /// of one number and zeros are exact.
  public func draw(_ count: Int, in graph: Graph, stream: UInt32) -> Tensor {
    let normals = graph.random(.normal, [count, 2], stream: stream)
    let uniform = graph.random(.uniform, [count, 2], stream: stream + 1)
    let table = Table(points)
    let (first, second) = (
      uniform.slice(axis: 1, from: 0, count: 1), uniform.slice(axis: 1, from: 1, count: 1)
    )
    let rows = Table.edges(table.sizes)
    let isRow =
      Tensor.greater(first, graph.literal(rows.below, [1, table.rows]))
      - Tensor.greater(first, graph.literal(rows.above, [1, table.rows]))
    let row = isRow.product(graph.literal(table.values, [table.rows, 4 * table.columns]))
    func part(_ index: Int) -> Tensor {
      row.slice(axis: 1, from: index * table.columns, count: table.columns)
    }
    let isPlace = Tensor.greater(second, part(2)) - Tensor.greater(second, part(3))
    let place = Tensor.concatenate(
      [(isPlace * part(0)).sum([1]), (isPlace * part(1)).sum([1])], axis: 1)
    return normals * deviation + place
  }

  /// Points in rows of equal length but the last: of each row x, y, and between which uniform
  /// numbers each of its places is chosen.
  private struct Table {
    let rows: Int
    let columns: Int
    /// Points in each row.
    let sizes: [Int]
    /// [rows, 4 · columns].
    let values: [Float]

    init(_ points: [SIMD2<Float>]) {
      let width = max(1, Int(Double(points.count).squareRoot().rounded(.up)))
      let starts = Array(stride(from: 0, to: points.count, by: width))
      (rows, columns) = (starts.count, width)
      sizes = starts.map { min(width, points.count - $0) }
      values = zip(starts, sizes).flatMap { start, size -> [Float] in
        let own = points[start..<start + size]
        let (below, above) = Self.edges(Array(repeating: 1, count: size))
        func padded(_ numbers: [Float], _ filler: Float) -> [Float] {
          numbers + Array(repeating: filler, count: width - size)
        }
        // A uniform number is never above 2: the places that a short row lacks are not chosen.
        return padded(own.map(\.x), 0) + padded(own.map(\.y), 0) + padded(below, 2)
          + padded(above, 2)
      }
    }

    /// The cumulated shares on both sides of each part.
    static func edges(_ sizes: [Int]) -> (below: [Float], above: [Float]) {
      let total = Double(sizes.reduce(0, +))
      var sum = 0
      let below = sizes.map { size in
        defer { sum += size }
        return Float(Double(sum) / total)
      }
      return (below, below.dropFirst() + [2])
    }
  }
}
