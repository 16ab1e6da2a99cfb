extension Mixture {
  /// Modes evenly on a circle: centres (r cos 2πk/n, r sin 2πk/n) for k = 0 … n−1. The end point
  /// of a full turn is the start, so that all n centres are distinct.
  /// - Parameter weights: one a mode; equal ones where it is nil.
  public static func ring(
    modes: Int, radius: Float, deviation: Float, weights: [Float]? = nil
  ) throws(DesignError) -> Mixture {
    try Mixture(
      (0..<modes).map { index in
        let direction = Circle.point(index, of: modes)
        return Component(
          centre: SIMD2(Float(direction.x) * radius, Float(direction.y) * radius),
          deviation: deviation, weight: weights?[index] ?? 1)
      })
  }

  /// The ring as a widely copied program has it: the full turn divided by n − 1, so that the last
  /// mode falls on the first. Always refused: it is here to say why.
  public static func duplicatedRing(
    modes: Int, radius: Float, deviation: Float
  ) throws(DesignError) -> Mixture {
    try Mixture(
      (0..<modes).map { index in
        let direction = Circle.point(index, of: max(1, modes - 1))
        return Component(
          centre: SIMD2(Float(direction.x) * radius, Float(direction.y) * radius),
          deviation: deviation, weight: 1)
      })
  }

  /// side × side modes, `spacing` apart, around the origin (VEEGAN, PacGAN: 5 × 5, spacing 2).
  public static func grid(
    side: Int, spacing: Float, deviation: Float
  ) throws(DesignError) -> Mixture {
    let offset = Float(side - 1) / 2
    return try Mixture(
      (0..<(side * side)).map { index in
        let (row, column) = (Float(index / side), Float(index % side))
        return Component(
          centre: SIMD2((column - offset) * spacing, (row - offset) * spacing),
          deviation: deviation, weight: 1)
      })
  }
}

/// Points of the unit circle by plain arithmetic: the data's centres must not depend on a
/// system's sine.
enum Circle {
  /// (cos, sin) of the `index`-th of `count` equal steps of a full turn.
  static func point(_ index: Int, of count: Int) -> SIMD2<Double> {
    // Eighths of the turn: the series is used within [0, π/4] alone, the rest is symmetry.
    let position = 8 * (index % count)
    let (octant, rest) = (position / count, Double(position % count) / Double(count))
    let angle = Double.pi / 4 * (octant.isMultiple(of: 2) ? rest : 1 - rest)
    let (cosine, sine) = (Elementary.series(1, angle, 0), Elementary.series(angle, angle, 1))
    switch octant {
    case 0: return SIMD2(cosine, sine)
    case 1: return SIMD2(sine, cosine)
    case 2: return SIMD2(-sine, cosine)
    case 3: return SIMD2(-cosine, sine)
    case 4: return SIMD2(-cosine, -sine)
    case 5: return SIMD2(-sine, -cosine)
    case 6: return SIMD2(sine, -cosine)
    default: return SIMD2(cosine, -sine)
    }
  }
}
