/// What a person wants to see of a plane: how finely, which part, and what beside the points and
/// D's field. Only what is asked for is computed.
public struct PlaneLook: Sendable, Hashable {
  /// The grid at whose cells the fields are wanted.
  public var columns: Int
  public var rows: Int
  /// The part of the plane that the grid covers; nil for all that the page shows.
  public var window: Bounds?
  public var extras: Extras
  /// A place to be read: ``Plane/reading`` tells of the cell that it lies in.
  public var probe: SIMD2<Float>?

  /// What costs a program of its own.
  public struct Extras: OptionSet, Sendable, Hashable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// ``Plane/manifold``.
    public static let manifold = Extras(rawValue: 1)
    /// ``Plane/pulls``.
    public static let pulls = Extras(rawValue: 2)
    /// ``Plane/optimum``, also where the page does not compare it.
    public static let optimum = Extras(rawValue: 4)
    /// ``Plane/densities``.
    public static let densities = Extras(rawValue: 8)
  }

  public init(
    columns: Int, rows: Int, window: Bounds? = nil, extras: Extras = [],
    probe: SIMD2<Float>? = nil
  ) {
    self.columns = columns
    self.rows = rows
    self.window = window
    self.extras = extras
    self.probe = probe
  }
}

/// What is known of one cell of the plane.
public struct PlaneReading: Sendable, Equatable {
  /// The cell's centre.
  public var place: SIMD2<Float>
  /// D's probability "real" there.
  public var discriminator: Float
  /// D* of the cell; not a number where no sample of either kind falls.
  public var optimum: Float
  /// The means over the cell of p_data, which is exact, and of p_model, counted from 12,500
  /// samples where it is not known; per unit of the plane's area.
  public var realDensity: Double
  public var generatedDensity: Double
  /// nil where the data have no modes.
  public var mode: NearestMode?

  /// The mode of the data that is nearest to the cell's centre.
  public struct NearestMode: Sendable, Equatable {
    /// From 0 on, in the order of the data.
    public var index: Int
    /// Modes in all.
    public var count: Int
    public var centre: SIMD2<Float>
    public var distance: Float
    /// The share of the samples that reached it when measures were last taken.
    public var share: Double

    public init(
      index: Int, count: Int, centre: SIMD2<Float>, distance: Float, share: Double
    ) {
      self.index = index
      self.count = count
      self.centre = centre
      self.distance = distance
      self.share = share
    }
  }

  public init(
    place: SIMD2<Float>, discriminator: Float, optimum: Float, realDensity: Double,
    generatedDensity: Double, mode: NearestMode?
  ) {
    self.place = place
    self.discriminator = discriminator
    self.optimum = optimum
    self.realDensity = realDensity
    self.generatedDensity = generatedDensity
    self.mode = mode
  }
}
