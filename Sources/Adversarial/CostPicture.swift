private import Foundation

/// What costs make of a sample by its D(G(z)) (figure 16), and where the live minibatch stands.
public struct CostPicture: Sendable, Equatable {
  /// D(G(z)) of the minibatch that G's next update is made of, as both players stand.
  public var beliefs: [Float]
  public var curves: [Curve]

  /// One cost.
  public struct Curve: Sendable, Equatable {
    public var title: String
    /// Whether it is what G minimises.
    public var isPlayed: Bool
    /// J_G of one sample where D(G(z)) is (i + ½)/n, i = 0 … n − 1.
    public var values: [Float]
    /// Means over the minibatch: of J_G, and of |∂J_G/∂l| with l = σ⁻¹(D(G(z))).
    public var cost: Float
    public var slope: Float

    public init(title: String, isPlayed: Bool, values: [Float], cost: Float, slope: Float) {
      self.title = title
      self.isPlayed = isPlayed
      self.values = values
      self.cost = cost
      self.slope = slope
    }
  }

  public init(beliefs: [Float], curves: [Curve]) {
    self.beliefs = beliefs
    self.curves = curves
  }

  /// Places along a curve.
  static let placeCount = 400

  /// Of a minibatch's logits: the costs that are asked for, and the one that is played.
  init(logits: [Float], _ costs: [GeneratorCost], played: GeneratorCost, fakeTarget: Double) {
    let count = Self.placeCount
    let places = (0..<count).map { index -> Double in
      let belief = (Double(index) + 0.5) / Double(count)
      return log(belief / (1 - belief))
    }
    let rows = logits.map(Double.init)
    func mean(_ value: (Double) -> Double) -> Float {
      Float(rows.reduce(0) { $0 + value($1) } / Double(max(1, rows.count)))
    }
    beliefs = rows.map { Float(1 / (1 + exp(-$0))) }
    let others = costs.contains { $0.name == played.name } ? costs : costs + [played]
    curves = others.compactMap { cost in
      cost.ofSample.map { sample in
        Curve(
          title: sample.title, isPlayed: cost.name == played.name,
          values: places.map { Float(sample.value($0, fakeTarget)) },
          cost: mean { sample.value($0, fakeTarget) },
          slope: mean { abs(sample.slope($0, fakeTarget)) })
      }
    }
  }
}
