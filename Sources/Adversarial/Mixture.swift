/// A mixture of isotropic Gaussians in the plane: the data of the tutorial's toy experiments.
public struct Mixture: Sendable, Equatable {
  /// One mode.
  public struct Component: Sendable, Hashable {
    public var centre: SIMD2<Float>
    /// Standard deviation, the same in every direction, in units of the plane.
    public var deviation: Float
    /// Share of the samples; the shares of a mixture sum to 1.
    public var weight: Float
    public init(centre: SIMD2<Float>, deviation: Float, weight: Float) {
      self.centre = centre
      self.deviation = deviation
      self.weight = weight
    }
  }

  public let components: [Component]

  /// A mixture of these modes, their weights divided by the sum.
  /// - Throws: ``DesignError`` where two centres coincide (a ring whose end point is its start
  ///   again has one mode less than it claims), where there is no mode, or where a number is no
  ///   use as a deviation or a weight.
  public init(_ components: [Component]) throws(DesignError) {
    guard !components.isEmpty else { throw DesignError("a mixture needs at least one mode") }
    let total = components.reduce(0) { $0 + $1.weight }
    for (index, mode) in components.enumerated() {
      guard mode.deviation > 0, mode.deviation.isFinite else {
        throw DesignError(
          "mode \(index + 1) has deviation \(mode.deviation) and so no density; "
            + "it must be above 0")
      }
      guard mode.weight > 0, mode.weight.isFinite else {
        throw DesignError("mode \(index + 1) has weight \(mode.weight); it must be above 0")
      }
      guard mode.centre.x.isFinite, mode.centre.y.isFinite else {
        throw DesignError("mode \(index + 1) has no finite centre")
      }
      for earlier in 0..<index where coincide(components[earlier].centre, mode.centre) {
        let distinct = distinctCount(components)
        throw DesignError(
          "modes \(earlier + 1) and \(index + 1) have the same centre: of \(components.count) "
            + "modes only \(distinct) \(distinct == 1 ? "is" : "are") distinct")
      }
    }
    self.components = components.map {
      Component(centre: $0.centre, deviation: $0.deviation, weight: $0.weight / total)
    }
  }

  /// Whether it has the modes of another in their places, and more behind them.
  public func continues(_ other: Mixture) -> Bool {
    components.count > other.components.count
      && zip(components, other.components).allSatisfy { $0.centre == $1.centre }
  }

  /// The distance from each mode to its nearest neighbour; infinite where it is alone.
  public var neighbourDistances: [Float] {
    components.indices.map { index in
      components.indices.filter { $0 != index }
        .map { distance(components[index].centre, components[$0].centre) }.min() ?? .infinity
    }
  }
}

private func coincide(_ a: SIMD2<Float>, _ b: SIMD2<Float>) -> Bool {
  distance(a, b) <= 1e-5 * (1 + abs(a.x) + abs(a.y))
}

private func distinctCount(_ components: [Mixture.Component]) -> Int {
  components.indices.count { index in
    !(0..<index).contains { coincide(components[$0].centre, components[index].centre) }
  }
}

func distance(_ a: SIMD2<Float>, _ b: SIMD2<Float>) -> Float {
  let apart = a - b
  return (apart.x * apart.x + apart.y * apart.y).squareRoot()
}
