import Engine

/// Numbers that a seed determines.
struct Numbers {
  private var state: UInt64

  init(seed: Int) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  mutating func next(below bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }

  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[next(below: elements.count)]
  }

  /// In [−1.5, 1.5).
  mutating func float() -> Float { Float(next(below: 3 << 16)) / Float(1 << 16) - 1.5 }

  mutating func floats(_ count: Int) -> [Float] { (0..<count).map { _ in float() } }
}

/// A graph of random primitives over random shapes, with gradients, updates and draws in it.
///
/// Values are kept of moderate size, so that single and double precision stay comparable.
struct RandomGraph {
  let graph = Graph()
  private(set) var inputs: [(tensor: Tensor, values: [Float])] = []
  private(set) var outputs: [Tensor] = []
  /// New values of inputs, by the position of the input.
  private(set) var newValues: [(input: Int, value: Tensor)] = []
  private(set) var pool: [Tensor] = []
  private var numbers: Numbers
  private let rows: Int
  private var streams: UInt32 = 0

  /// - Parameters:
  ///   - rows: the leading extent that most tensors share.
  ///   - operations: how many to trace before the gradient.
  init(seed: Int, rows: Int, operations: Int) {
    numbers = Numbers(seed: seed)
    self.rows = rows
    for shape in [[rows, 5], [rows, 16], [1, 16], [16], [rows, 1], [], [rows, 2, 3]] {
      pool.append(input(Shape(shape)))
    }
    for _ in 0..<operations { pool.append(bounded(operation())) }
    finish()
  }

  var updates: [(input: Tensor, value: Tensor)] {
    newValues.map { (inputs[$0.input].tensor, $0.value) }
  }

  private mutating func input(_ shape: Shape) -> Tensor {
    let tensor = graph.input("x\(inputs.count)", shape)
    inputs.append((tensor, numbers.floats(shape.count)))
    return tensor
  }

  /// The value itself, or through tanh where it might have grown.
  private mutating func bounded(_ tensor: Tensor) -> Tensor {
    numbers.next(below: 3) == 0 ? tensor : (tensor * 0.3).tanh()
  }

  private mutating func operation() -> Tensor {
    let a = numbers.pick(pool)
    switch numbers.next(below: 11) {
    case 0, 1: return unary(a)
    case 2, 3, 4: return binary(a)
    case 5: return reduction(a)
    case 6: return movement(a)
    case 7, 8: return product(a)
    case 9: return shaped(a)
    default:
      streams += 1
      let distribution: Distribution = numbers.next(below: 2) == 0 ? .normal : .uniform
      return graph.random(distribution, a.shape, stream: streams)
    }
  }

  private mutating func unary(_ a: Tensor) -> Tensor {
    switch numbers.next(below: 10) {
    case 0: -a
    case 1: (a * 0.3).exp()
    case 2: (a.squared() + 0.2).log()
    case 3: a.tanh()
    case 4: a.sigmoid()
    case 5: a.softplus()
    case 6: (a.squared() + 0.1).squareRoot()
    case 7: a.sin()
    case 8: a.relu()
    default: a.detached() * 0.7
    }
  }

  private mutating func binary(_ a: Tensor) -> Tensor {
    let partners = pool.filter { Shape.broadcast(a.shape, $0.shape) != nil }
    let b = numbers.pick(partners)
    switch numbers.next(below: 7) {
    case 0: return a + b
    case 1: return a - b
    case 2: return a * b
    case 3: return a * b + numbers.pick(partners.filter { $0.shape == a.shape })
    case 4: return a / (b.squared() + 0.6)
    case 5: return Tensor.maximum(a, b)
    default: return Tensor.select(Tensor.greater(a, a.sin() * 0.9), b, a)
    }
  }

  private mutating func reduction(_ a: Tensor) -> Tensor {
    guard a.shape.rank > 0 else { return a }
    let axes = (0..<a.shape.rank).filter { _ in numbers.next(below: 2) == 0 }
    switch numbers.next(below: 4) {
    case 0: return a.mean()
    case 1: return a.largest(axes)
    case 2: return a.logSumExp(axis: a.shape.rank - 1)
    default: return a.mean(axes)
    }
  }

  private mutating func movement(_ a: Tensor) -> Tensor {
    guard a.shape.rank > 0 else { return a.broadcast(to: [rows, 3]) }
    let axis = numbers.next(below: a.shape.rank)
    let extent = a.shape[axis]
    switch numbers.next(below: 4) {
    case 0:
      let from = numbers.next(below: extent)
      return a.slice(axis: axis, from: from, count: 1 + numbers.next(below: extent - from))
    case 1:
      return a.padded(
        axis: axis, before: numbers.next(below: 3), after: 1 + numbers.next(below: 2))
    case 2: return Tensor.concatenate([a, a.sin(), a], axis: axis)
    default: return a.transposed((0..<a.shape.rank).map { ($0 + axis) % a.shape.rank })
    }
  }

  /// Another view of the same elements, or more of them.
  private mutating func shaped(_ a: Tensor) -> Tensor {
    let count = a.shape.count
    switch numbers.next(below: 3) {
    case 0: return a.reshaped([count])
    case 1: return count % rows == 0 ? a.reshaped([rows, count / rows]) : a.reshaped([1, count])
    default:
      return a.shape.rank == 2
        ? a.reshaped([a.shape[0], 1, a.shape[1]]) : a.reshaped([count])
    }
  }

  private mutating func product(_ a: Tensor) -> Tensor {
    guard a.shape.rank >= 2, a.shape.count <= 200_000 else { return a.sin() }
    let inner = a.shape[a.shape.rank - 1]
    let scale = 1 / Float(inner).squareRoot()
    if numbers.next(below: 4) == 0, a.shape.rank == 2 {
      let partners = pool.filter { $0.shape.rank == 2 && $0.shape[0] == a.shape[0] }
      let b = numbers.pick(partners)
      guard inner * b.shape[1] < 40_000 else { return a.sin() }
      return a.product(b, transposingFirst: true) * (1 / Float(a.shape[0]).squareRoot())
    }
    guard inner <= 300 else { return a.sin() }
    let columns = numbers.pick([1, 2, 3, 7, 8, 16, 24, 33])
    let isTransposed = numbers.next(below: 2) == 0
    let weights = input(isTransposed ? [columns, inner] : [inner, columns])
    let product = a.product(weights, transposingSecond: isTransposed) * scale
    return numbers.next(below: 2) == 0 ? product : product + input([columns])
  }

  /// Outputs, a gradient through all of it, and updates of inputs of every sort.
  private mutating func finish() {
    let cost = pool.suffix(12).map { $0.squared().mean() }.reduce(graph.constant(0), +)
    let targets = inputs.map(\.tensor)
    let slopes = gradient(of: cost, for: targets)
    outputs = [cost, numbers.pick(pool), numbers.pick(pool), pool[pool.count - 1]]
    for (index, slope) in slopes.enumerated() where numbers.next(below: 3) > 0 {
      newValues.append((index, targets[index] - slope * 0.1))
    }
    // Two inputs of one shape change places.
    let (a, b) = (input([rows, 4]), input([rows, 4]))
    newValues += [(inputs.count - 2, b), (inputs.count - 1, a)]
  }
}
