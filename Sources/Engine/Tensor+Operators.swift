extension Tensor {
  public static func + (a: Tensor, b: Tensor) -> Tensor { binary(.add, a, b) }
  public static func - (a: Tensor, b: Tensor) -> Tensor { binary(.subtract, a, b) }
  public static func * (a: Tensor, b: Tensor) -> Tensor { binary(.multiply, a, b) }
  public static func / (a: Tensor, b: Tensor) -> Tensor { binary(.divide, a, b) }
  public static prefix func - (a: Tensor) -> Tensor { a.apply(.negate) }

  public static func + (a: Tensor, b: Float) -> Tensor { a + a.graph.constant(b) }
  public static func - (a: Tensor, b: Float) -> Tensor { a - a.graph.constant(b) }
  public static func * (a: Tensor, b: Float) -> Tensor { a * a.graph.constant(b) }
  public static func / (a: Tensor, b: Float) -> Tensor { a / a.graph.constant(b) }
  public static func + (a: Float, b: Tensor) -> Tensor { b.graph.constant(a) + b }
  public static func - (a: Float, b: Tensor) -> Tensor { b.graph.constant(a) - b }
  public static func * (a: Float, b: Tensor) -> Tensor { b.graph.constant(a) * b }
  public static func / (a: Float, b: Tensor) -> Tensor { b.graph.constant(a) / b }

  /// The larger of both, element by element; where they tie the gradient goes to the second.
  public static func maximum(_ a: Tensor, _ b: Tensor) -> Tensor { binary(.maximum, a, b) }

  /// 1 where `a` is greater than `b`, else 0. Has no gradient.
  public static func greater(_ a: Tensor, _ b: Tensor) -> Tensor { binary(.greater, a, b) }

  /// `a` where the condition is not 0, else `b`.
  public static func select(_ condition: Tensor, _ a: Tensor, _ b: Tensor) -> Tensor {
    let shape = common(condition.shape, common(a.shape, b.shape))
    return condition.broadcast(to: shape).apply(
      .select, a.broadcast(to: shape), b.broadcast(to: shape))
  }

  private static func binary(_ primitive: Primitive, _ a: Tensor, _ b: Tensor) -> Tensor {
    let shape = common(a.shape, b.shape)
    return a.broadcast(to: shape).apply(primitive, b.broadcast(to: shape))
  }

  private static func common(_ a: Shape, _ b: Shape) -> Shape {
    guard let shape = Shape.broadcast(a, b) else {
      preconditionFailure("shapes \(a) and \(b) do not broadcast")
    }
    return shape
  }
}

// MARK: - Movement

extension Tensor {
  /// The same elements in row-major order under another shape.
  public func reshaped(_ shape: Shape) -> Tensor { apply(.reshape(shape)) }

  /// Stretched to a shape; leading axes are added and extents of one repeat.
  public func broadcast(to shape: Shape) -> Tensor {
    let padded = self.shape.rank == shape.rank ? self : reshaped(self.shape.padded(to: shape.rank))
    return padded.apply(.broadcast(shape))
  }

  /// Axis `i` of the result is axis `order[i]` of this; without an order a matrix's two change
  /// places.
  public func transposed(_ order: [Int]? = nil) -> Tensor { apply(.permute(order ?? [1, 0])) }

  /// `count` elements along an axis, starting at `from`.
  public func slice(axis: Int, from: Int, count: Int) -> Tensor {
    apply(.slice(axis: axis, from: from, count: count))
  }

  /// Zeros before and after along an axis.
  public func padded(axis: Int, before: Int, after: Int) -> Tensor {
    apply(.pad(axis: axis, before: before, after: after))
  }

  /// The tensors end to end along an axis.
  public static func concatenate(_ tensors: [Tensor], axis: Int) -> Tensor {
    tensors[0].graph.apply(.concatenate(axis: axis), tensors)
  }
}

// MARK: - Contraction

extension Tensor {
  /// The matrix product; leading axes of this tensor count as rows.
  public func product(
    _ other: Tensor, transposingFirst: Bool = false, transposingSecond: Bool = false
  ) -> Tensor {
    apply(
      .product(transposingFirst: transposingFirst, transposingSecond: transposingSecond), other)
  }

  /// Patches of channel-last images [n, h, w, c], as rows: [n, positions, size].
  public func unfolded(_ patches: Patches) -> Tensor { apply(.unfold(patches)) }

  /// The adjoint of ``unfolded(_:)``.
  public func folded(_ patches: Patches) -> Tensor { apply(.fold(patches)) }
}
