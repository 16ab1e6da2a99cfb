internal import Engine

/// Where a parameter starts.
public enum Initializer: Sendable, Hashable {
  case zeros
  case ones
  /// Every entry the same number.
  case constant(Float)
  /// N(0, deviation²).
  case normal(deviation: Float)
  /// U(−1/√fanIn, 1/√fanIn), as PyTorch draws a dense layer.
  case uniform
  /// N(0, 2/fanIn): keeps the variance of rectified layers (He et al., arXiv 1502.01852).
  case he
  /// Rows or columns orthonormal, times a gain (Saxe et al., arXiv 1312.6120).
  case orthogonal(gain: Float)

  /// The initial entries of a parameter, row-major: a function of the seed and the stream alone.
  func values(_ shape: Shape, seed: UInt64, stream: UInt32) -> [Float] {
    let fanIn = Float(shape.rank < 2 ? 1 : shape.count / shape[shape.rank - 1])
    switch self {
    case .zeros: return Array(repeating: 0, count: shape.count)
    case .ones: return Array(repeating: 1, count: shape.count)
    case .constant(let value): return Array(repeating: value, count: shape.count)
    case .normal(let deviation):
      return draw(.normal, shape, seed, stream).map { $0 * deviation }
    case .uniform:
      let bound = 1 / fanIn.squareRoot()
      return draw(.uniform, shape, seed, stream).map { (2 * $0 - 1) * bound }
    case .he:
      let deviation = (2 / fanIn).squareRoot()
      return draw(.normal, shape, seed, stream).map { $0 * deviation }
    case .orthogonal(let gain):
      let normals = draw(.normal, shape, seed, stream).map(Double.init)
      return orthonormalized(
        normals, rows: shape.count / shape[shape.rank - 1],
        columns: shape[shape.rank - 1]
      ).map { Float($0) * gain }
    }
  }

  private func draw(
    _ distribution: Distribution, _ shape: Shape, _ seed: UInt64, _ stream: UInt32
  ) -> [Float] {
    let graph = Graph()
    let numbers = graph.random(distribution, shape, stream: stream)
    let program = Program(graph, outputs: [numbers])
    program.run(seed: seed, step: 0)
    return program.read(numbers)
  }
}

/// Gram–Schmidt, twice over for precision, along the shorter side of a matrix.
private func orthonormalized(_ matrix: [Double], rows: Int, columns: Int) -> [Double] {
  let (count, length) = (min(rows, columns), max(rows, columns))
  func position(_ vector: Int, _ element: Int) -> Int {
    rows <= columns ? vector * columns + element : element * columns + vector
  }
  var vectors: [[Double]] = []
  for index in 0..<count {
    var vector = (0..<length).map { matrix[position(index, $0)] }
    for _ in 0..<2 {
      for earlier in vectors {
        let share = inner(vector, earlier)
        for element in vector.indices { vector[element] -= share * earlier[element] }
      }
    }
    let norm = inner(vector, vector).squareRoot()
    vectors.append(vector.map { $0 / norm })
  }
  var result = Array(repeating: 0.0, count: rows * columns)
  for (index, vector) in vectors.enumerated() {
    for (element, value) in vector.enumerated() { result[position(index, element)] = value }
  }
  return result
}

private func inner(_ a: [Double], _ b: [Double]) -> Double {
  var sum = 0.0
  for index in a.indices { sum += a[index] * b[index] }
  return sum
}
