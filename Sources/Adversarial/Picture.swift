/// How a run stands.
public enum RunStatus: Sendable, Equatable {
  case training
  case paused
  /// It has taken the steps it was asked for.
  case finished
  /// A parameter or a cost was no longer finite after this step. A result, not an error.
  case diverged(step: Int)
}

/// A quantity that every step yields: a cost, D(x), a gradient's norm.
public struct Curve: Sendable, Hashable {
  /// The name in files: `discriminatorCost`.
  public let name: String
  /// The name on the screen: "J_D".
  public let title: String
  /// A level worth drawing, with its name: ln 2.
  public let reference: Reference?

  /// A level worth drawing.
  public struct Reference: Sendable, Hashable {
    public let value: Double
    public let title: String
    public init(_ value: Double, title: String) {
      self.value = value
      self.title = title
    }
  }

  public init(_ name: String, title: String, reference: Reference? = nil) {
    self.name = name
    self.title = title
    self.reference = reference
  }
}

/// One measure of a sample, beside the same measure of real data.
public struct Measurement: Sendable, Equatable {
  /// The name in files: `modesCaptured`.
  public let name: String
  /// The name on the screen: "captured".
  public let title: String
  public let value: Double
  /// The same measure of as many real samples: its floor or ceiling.
  public let ofReal: Double
  /// How to write it.
  public let format: Format
  /// What it is a measure of.
  public let group: Group

  /// What a measure is taken of: measures of one group stand together.
  public enum Group: Sendable, Hashable, CaseIterable {
    /// The generator's samples.
    case sample
    /// J_D after 0, 1, … K inner updates of an unrolled game: points of one curve.
    case lookAhead
    /// What differentiating through the inner updates adds to G's gradient.
    case secondOrder
    /// The learned discriminator beside the optimal one.
    case optimum
    /// How hard costs pull at single samples, and what the most pulled of them bring.
    case pulls
    /// The rest of what is told of those pulls: variance, effective samples, and D's answers.
    case spread
  }

  /// How a measure is written.
  public enum Format: Sendable, Equatable {
    /// "3 of 8".
    case count(of: Int)
    /// "51.2 %", from a share of 1.
    case percent
    /// ".87".
    case number
  }

  public init(
    _ name: String, title: String, value: Double, ofReal: Double, format: Format,
    group: Group = .sample
  ) {
    self.name = name
    self.title = title
    self.value = value
    self.ofReal = ofReal
    self.format = format
    self.group = group
  }
}

/// The closed set of pictures that the panels know how to draw.
public enum Picture: Sendable {
  /// Points in the plane over the discriminator's field.
  case plane(Plane)
}

/// Real and generated points in the plane, and D's field beneath them.
public struct Plane: Sendable {
  /// The part of the plane that the page shows; fixed for a run, so that frames compare.
  public var bounds: Bounds
  public var real: [SIMD2<Float>]
  /// From the same z at every snapshot, so that motion means something.
  public var generated: [SIMD2<Float>]
  /// D's probability "real" at the centres of a grid over the bounds.
  public var field: Field
  /// The optimal discriminator D* at the same places, where the page compares the two; not a
  /// number where no sample of either kind falls.
  public var optimum: Field?

  public init(
    bounds: Bounds, real: [SIMD2<Float>], generated: [SIMD2<Float>], field: Field,
    optimum: Field? = nil
  ) {
    self.bounds = bounds
    self.real = real
    self.generated = generated
    self.field = field
    self.optimum = optimum
  }
}

/// A rectangle of the plane.
public struct Bounds: Sendable, Hashable {
  public var x: ClosedRange<Float>
  public var y: ClosedRange<Float>
  public init(x: ClosedRange<Float>, y: ClosedRange<Float>) {
    self.x = x
    self.y = y
  }
}

/// Values at the centres of a grid of cells, row 0 at the top (largest y).
public struct Field: Sendable, Equatable {
  public let columns: Int
  public let rows: Int
  /// Row by row, `columns` a row.
  public let values: [Float]

  public init(columns: Int, rows: Int, values: [Float]) {
    precondition(
      values.count == columns * rows, "a \(columns)×\(rows) field has \(values.count) values")
    self.columns = columns
    self.rows = rows
    self.values = values
  }
}
