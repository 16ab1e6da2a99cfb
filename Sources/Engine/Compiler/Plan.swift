/// What a program has to compute: the reachable nodes of a graph as operations on memory.
///
/// Nodes that move nothing vanish here: a reshape of the same rows and columns is the same
/// buffer, and a broadcast is a way of reading (``Spread``).
struct Plan {
  var operations: [Operation] = []
  /// For each requested output, the operation that holds it.
  var outputs: [Int] = []
  /// Inputs that a run replaces, and the operation that holds the new value.
  var updates: [(input: Int, value: Int)] = []
  /// For each of the graph's inputs, its operation, or nil where the program does not use it.
  var inputs: [Int?] = []
}

/// One operation and the operations it reads.
struct Operation {
  enum Kind: Hashable {
    case input(Int)
    case constant(Float)
    case literal(Int)
    case random(Distribution, stream: UInt32)
    case elementwise(Primitive)
    /// Operands: A, B, and the matrix or row that the sums start from, if any.
    case product(Contraction)
    /// A column times a row, and a matrix or row (or zero) added in the same rounding: a product
    /// without a sum, computed element by element.
    case outer
    case sumColumns
    case sumRows
    case largestColumns
    case reduce(Primitive, from: Shape)
    case transpose
    /// Strided movement between shapes; pad and concatenate first fill with zeros.
    case move(Primitive, from: [Shape], to: Shape)
    case reshape
    case unfold(Patches)
    case fold(Patches)
  }

  /// How a product reads its factors.
  struct Contraction: Hashable {
    /// C = AᵀB, contracting the rows of both (and their middle axis).
    var transposingFirst = false
    /// B has few columns: inner products in lanes along the rows of A.
    var dots = false
    /// B is given as Bᵀ (only with `dots`; elsewhere it is transposed in memory first).
    var secondIsTransposed = false
    /// Matrix rows within one row of A's layout (the middle axis of [n, p, k]).
    var middle = 1
    var inner: Int
    var columns: Int
  }

  var kind: Kind
  var operands: [Operand]
  var layout: Layout

  /// Whether the value lies in memory before a run begins.
  var isSource: Bool {
    switch kind {
    case .input, .constant, .literal: true
    default: false
    }
  }

  var isElementwise: Bool {
    switch kind {
    case .elementwise, .outer: true
    default: false
    }
  }

  /// Floating-point work of one row, in multiply–adds counted twice; what tiles are sized by.
  var workPerRow: Int {
    let elements = layout.columns
    switch kind {
    case .input, .constant, .literal: return 0
    case .random: return 24 * elements
    case .elementwise(let primitive):
      switch primitive {
      case .exponential, .logarithm, .tanh, .sigmoid, .softplus, .sine: return 16 * elements
      default: return 2 * elements
      }
    case .product(let contraction): return 2 * contraction.inner * elements
    case .outer: return 2 * elements
    case .sumColumns, .sumRows, .largestColumns, .transpose, .reshape, .move: return 4 * elements
    case .reduce(_, let from): return 8 * from.count / max(1, layout.rows)
    case .unfold, .fold: return 16 * elements
    }
  }
}

/// One operand of an operation.
struct Operand: Hashable {
  var operation: Int
  var spread: Spread = .matrix
  /// The first of the columns that are read, where they are not all.
  var window: Int?
  /// Whether row i of the result needs row i of the operand alone.
  var isLocal: Bool
}

/// How an operand's elements spread over the rows and columns of a result.
enum Spread: Int32, Hashable {
  case matrix
  case row
  case column
  case scalar
}
