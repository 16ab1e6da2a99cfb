/// A mixture of isotropic Gaussians in the plane: the data of the tutorial's toy experiments.
public struct Mixture: Sendable, Equatable {
  /// One mode.
  public struct Component: Sendable, Equatable {
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
}
