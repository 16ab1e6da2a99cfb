internal import Engine

/// What each point is called (§4.1): modes are put into classes, and the players are told them.
public struct Labels: Sendable, Equatable {
  public var use: Use
  /// The class of each mode, from 0.
  public let classes: [Int]
  /// w: the weight of the classifier's cost, where there is one.
  public var weight: Float
  /// The share of the data in each class.
  let shares: [Float]

  /// Who is told, and who tells.
  public enum Use: String, Sendable, CaseIterable {
    /// Nobody knows of classes.
    case none
    /// G is told which class to make, and D of which class a point is said to be (Mirza and
    /// Osindero, arXiv 1411.1784).
    case conditional
    /// G is told; D has to find out: besides real or generated it says which class (Odena et al.,
    /// arXiv 1610.09585). Its cost is w·½ of the cross-entropy on real points and on samples; G
    /// pays that on samples.
    case auxiliary
    /// G is told nothing; D learns the classes of real points besides (§4.1; the tutorial has it of
    /// Salimans et al., arXiv 1606.03498). Its cost is w·½ of the cross-entropy on them.
    case recognized
    /// G is told nothing; D has a logit a class, and one of 0 for "generated": that a point is real
    /// is the sum of its classes, so that what D knows of classes reaches G (Salimans et al., arXiv
    /// 1606.03498, §5). It pays w·½ of the cross-entropy on real points.
    case nPlusOne
  }

  /// Mode i belongs to class i modulo `count`; no more classes than modes.
  public init(_ use: Use, classes count: Int, of data: Mixture, weight: Float = 1) {
    let modes = data.components.indices
    let count = max(1, min(count, modes.count))
    let classes = modes.map { $0 % count }
    self.use = use
    self.weight = weight
    self.classes = classes
    shares = (0..<count).map { kind in
      modes.reduce(0) { classes[$1] == kind ? $0 + data.components[$1].weight : $0 }
    }
  }

  /// Nobody knows of classes, and there are none.
  public static let none = Labels()

  private init() { (use, classes, weight, shares) = (.none, [], 1, [1]) }

  public var count: Int { shares.count }

  /// Whether the generator is told.
  public var isTold: Bool { use == .conditional || use == .auxiliary }
  /// Whether D has a classifier.
  public var areFoundOut: Bool {
    switch use {
    case .auxiliary, .recognized, .nPlusOne: true
    case .none, .conditional: false
    }
  }

  // MARK: Rows

  /// The class of a row whose place alone decides: the shares laid end to end, looked up at the
  /// bit-reversed fractions 0, ½, ¼, ¾, … so that the first rows of any number are told the classes
  /// in their shares.
  func kind(ofRow row: Int) -> Int {
    var (fraction, step, rest) = (Float(0), Float(0.5), row)
    while rest > 0, step > 0 {
      if rest & 1 == 1 { fraction += step }
      (rest, step) = (rest >> 1, step / 2)
    }
    var end: Float = 0
    for (kind, share) in shares.enumerated() {
      end += share
      if fraction < end { return kind }
    }
    return count - 1
  }

  /// A 1 in the column of each row's class, which its place decides: [rows, classes]; `each` rows
  /// after another have the class of one.
  /// - Parameter other: any tensor of the graph.
  func byPlace(rows: Int, each: Int = 1, beside other: Tensor) -> Tensor {
    var values = Array(repeating: Float(0), count: rows * count)
    for row in 0..<rows { values[row * count + kind(ofRow: row / each)] = 1 }
    return other.constants(values, [rows, count])
  }

  /// The batch with those behind it.
  func appended(to batch: Tensor, each: Int = 1) -> Tensor {
    Tensor.concatenate(
      [batch, byPlace(rows: batch.shape[0], each: each, beside: batch)], axis: 1)
  }

  /// A 1 in the column of each row's class.
  /// - Parameter modes: a 1 in the column of each row's mode.
  func rows(ofModes modes: Tensor) -> Tensor {
    modes.product(modes.constants(matrix, [classes.count, count]))
  }

  /// [modes, classes].
  private var matrix: [Float] {
    classes.flatMap { kind in (0..<count).map { $0 == kind ? 1 : 0 } }
  }
}
