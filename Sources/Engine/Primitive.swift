/// The closed list of operations that a graph is made of.
///
/// Each interpretation (result shape, pullback, reference value, lowering) is one exhaustive
/// switch in a file of its own, so that a new case makes the compiler list what is missing.
/// Elementwise cases take operands of one shape; broadcasting is a primitive of its own.
public enum Primitive: Hashable, Sendable {
  // MARK: Sources

  /// The graph's input of this index.
  case input(Int)
  /// One number; the bit pattern, so that equal bits are equal primitives.
  case constant(UInt32)
  /// An array of numbers known while tracing, by its index in the graph.
  case literal(Int)
  /// Random numbers of this stream: a function of (seed, stream, step, row, column) alone.
  case random(Distribution, stream: UInt32)

  // MARK: Elementwise, one operand

  case negate
  case exponential
  case logarithm
  case tanh
  /// 1 / (1 + e⁻ˣ).
  case sigmoid
  /// ln(1 + eˣ).
  case softplus
  /// The square root, whose derivative at 0 is taken to be 0.
  case squareRoot
  case sine

  // MARK: Elementwise, two and three operands

  case add
  case subtract
  case multiply
  case divide
  case maximum
  /// 1 where the first is greater, else 0. Has no derivative.
  case greater
  /// The second where the first is not 0, else the third.
  case select

  // MARK: Reductions, which keep each axis with extent one

  case sum(axes: [Int])
  case largest(axes: [Int])

  // MARK: Movement

  case reshape(Shape)
  /// Stretches axes of extent one; the rank stays.
  case broadcast(Shape)
  /// Axis `i` of the result is axis `order[i]` of the operand.
  case permute([Int])
  case slice(axis: Int, from: Int, count: Int)
  /// Zeros before and after.
  case pad(axis: Int, before: Int, after: Int)
  case concatenate(axis: Int)

  // MARK: Contraction

  /// The product of two matrices, each as it is or transposed. Leading axes of the first count as
  /// rows: [n, p, k]·[k, m] is [n, p, m], and [n, p, k]ᵀ·[n, p, m] contracts n and p.
  case product(transposingFirst: Bool, transposingSecond: Bool)
  /// Patches of channel-last images: [n, h, w, c] → [n, h'·w', kh·kw·c].
  case unfold(Patches)
  /// The adjoint of `unfold`: sums patches back into images.
  case fold(Patches)

  // MARK: Control

  /// The same value; no gradient passes.
  case detach
}

/// What a random primitive draws from.
public enum Distribution: Hashable, Sendable {
  /// Mean 0, variance 1.
  case normal
  /// In the open interval (0, 1).
  case uniform
}

/// How a kernel window moves over channel-last images, with zeros around them.
public struct Patches: Hashable, Sendable {
  public let height: Int
  public let width: Int
  public let channels: Int
  public let kernelHeight: Int
  public let kernelWidth: Int
  public let stride: Int
  public let padding: Int

  /// - Precondition: at least one window fits.
  public init(
    height: Int, width: Int, channels: Int, kernelHeight: Int, kernelWidth: Int, stride: Int,
    padding: Int
  ) {
    precondition(stride > 0 && padding >= 0, "stride \(stride), padding \(padding)")
    precondition(
      height + 2 * padding >= kernelHeight && width + 2 * padding >= kernelWidth,
      "a \(kernelHeight)×\(kernelWidth) kernel does not fit \(height)×\(width) images")
    self.height = height
    self.width = width
    self.channels = channels
    self.kernelHeight = kernelHeight
    self.kernelWidth = kernelWidth
    self.stride = stride
    self.padding = padding
  }

  /// Windows down.
  public var outHeight: Int { (height + 2 * padding - kernelHeight) / stride + 1 }
  /// Windows across.
  public var outWidth: Int { (width + 2 * padding - kernelWidth) / stride + 1 }
  /// Windows in one image.
  public var positions: Int { outHeight * outWidth }
  /// Numbers in one window.
  public var size: Int { kernelHeight * kernelWidth * channels }
}

extension Primitive {
  /// Whether element i of the result depends on element i of each operand alone.
  var isElementwise: Bool {
    switch self {
    case .negate, .exponential, .logarithm, .tanh, .sigmoid, .softplus, .squareRoot, .sine, .add,
      .subtract, .multiply, .divide, .maximum, .greater, .select:
      true
    case .input, .constant, .literal, .random, .sum, .largest, .reshape, .broadcast, .permute,
      .slice, .pad, .concatenate, .product, .unfold, .fold, .detach:
      false
    }
  }

  /// Whether the operands of an elementwise primitive may change places.
  var isCommutative: Bool { self == .add || self == .multiply }
}
