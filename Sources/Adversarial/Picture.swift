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
  /// The heading that it stands under; nil where its name tells (costs, probabilities, the rest).
  public let heading: String?

  /// A level worth drawing.
  public struct Reference: Sendable, Hashable {
    public let value: Double
    public let title: String
    public init(_ value: Double, title: String) {
      self.value = value
      self.title = title
    }
  }

  public init(
    _ name: String, title: String, reference: Reference? = nil, heading: String? = nil
  ) {
    self.name = name
    self.title = title
    self.reference = reference
    self.heading = heading
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
    /// A number beside what theory says it is: `ofReal` holds the latter.
    case theory
    /// How hard costs pull at single samples, and what the most pulled of them bring.
    case pulls
    /// The rest of what is told of those pulls: variance, effective samples, and D's answers.
    case spread
    /// The generator's samples class by class.
    case classes
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
  /// Where a game of two numbers has been, over its vector field.
  case phase(PhasePortrait)
  /// Densities and discriminators over a line.
  case line(LinePicture)
}

/// Densities over a stretch of the line, and what discriminators say there, at evenly spaced
/// places from left to right.
public struct LinePicture: Sendable {
  public var bounds: ClosedRange<Float>
  /// p_data and p_model, per unit of the line.
  public var data: [Float]
  public var model: [Float]
  /// D's probability "real"; nil where none learns.
  public var discriminator: [Float]?
  /// The optimal discriminator's.
  public var optimum: [Float]

  public init(
    bounds: ClosedRange<Float>, data: [Float], model: [Float], discriminator: [Float]?,
    optimum: [Float]
  ) {
    self.bounds = bounds
    self.data = data
    self.model = model
    self.discriminator = discriminator
    self.optimum = optimum
  }
}

/// A game of two numbers: where it stands, and where the field points. Where it has been are the
/// histories of its two curves.
public struct PhasePortrait: Sendable {
  public var bounds: Bounds
  public var place: SIMD2<Float>
  public var start: SIMD2<Float>
  public var arrows: [Arrow]
  /// The names of the curves that are the path's coordinates.
  public var curves: (x: String, y: String)
  /// What theory says of the game around its equilibrium.
  public var words: String

  /// The vector field at one place.
  public struct Arrow: Sendable {
    public let at: SIMD2<Float>
    public let direction: SIMD2<Float>
    public init(at: SIMD2<Float>, direction: SIMD2<Float>) {
      self.at = at
      self.direction = direction
    }
  }

  public init(
    bounds: Bounds, place: SIMD2<Float>, start: SIMD2<Float>, arrows: [Arrow],
    curves: (x: String, y: String), words: String
  ) {
    self.bounds = bounds
    self.place = place
    self.start = start
    self.arrows = arrows
    self.curves = curves
    self.words = words
  }
}

/// Real and generated points in the plane, and D's field beneath them.
public struct Plane: Sendable {
  /// The part of the plane that the page shows; fixed for a run, so that frames compare.
  public var bounds: Bounds
  /// The part that the fields cover: the bounds, or what was asked for.
  public var window: Bounds
  public var real: [SIMD2<Float>]
  /// From the same z at every snapshot, so that motion means something.
  public var generated: [SIMD2<Float>]
  /// D's probability "real" at the centres of a grid over the window.
  public var field: Field
  /// D's outputs at the same places, of which the field holds the sigmoid; nil where only that is
  /// known.
  public var scores: Field?
  /// The meaning of those outputs.
  public var answers = DiscriminatorCost.Answers.probability
  /// The optimal discriminator D* at the same places, where the page compares the two or it was
  /// asked for; not a number where no sample of either kind falls.
  public var optimum: Field?
  /// Where data and samples are how dense.
  public var densities: Densities?
  /// A fixed family of lines in z pushed through G, each as points in their order.
  public var manifold: [[SIMD2<Float>]]?
  /// −n ∂J_G/∂x for the first of the generated points: where each is told to go. n is the batch,
  /// so that the length does not depend on it.
  public var pulls: [SIMD2<Float>]?
  /// What stands at the place that was asked for.
  public var reading: PlaneReading?
  /// Costs over D(G(z)), on a page that compares them.
  public var costs: CostPicture?

  public init(
    bounds: Bounds, real: [SIMD2<Float>], generated: [SIMD2<Float>], field: Field,
    optimum: Field? = nil, window: Bounds? = nil
  ) {
    self.bounds = bounds
    self.window = window ?? bounds
    self.real = real
    self.generated = generated
    self.field = field
    self.optimum = optimum
  }
}

/// How dense the data and the generator's samples are over the cells of a grid, per unit of the
/// plane's area.
public struct Densities: Sendable, Equatable {
  /// The mean of p_data over each cell, which is exact.
  public var data: Field
  /// p_model, counted from 12,500 samples; exact too where the generator's is known.
  public var model: Field

  public init(data: Field, model: Field) { (self.data, self.model) = (data, model) }
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
