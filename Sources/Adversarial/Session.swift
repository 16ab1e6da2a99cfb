/// A game in training: parameters, optimizer states and the compiled program. Born and dead on
/// one thread.
///
/// A step is a function of the seed, the settings and the step's number alone: looking at a
/// session (``snapshot(fieldColumns:fieldRows:)``) draws from streams of its own and never changes
/// what the next step does.
public final class Session {
  /// Steps trained so far.
  public private(set) var step = 0
  /// Curves of the last step, in the order of ``curveList``.
  public private(set) var curves: [Float] = []
  public let curveList: [Curve] = []
  public let seed: UInt64

  /// Traces and compiles the design.
  public init(design: Design, settings: Settings, seed: UInt64, threads: Int) {
    self.seed = seed
  }

  /// One whole step: every player moves as the schedule says.
  public func advance() { step += 1 }

  /// One update of the discriminator alone, or of the generator alone.
  public func advanceDiscriminator() {}
  public func advanceGenerator() {}

  /// Goes on with these settings: numbers are stored, a structural change retraces and keeps
  /// the state that still fits.
  public func adopt(design: Design, settings: Settings) {}

  /// Whether every parameter and curve is finite.
  public var isFinite: Bool { true }

  /// A hash of all parameter bits, in declared order.
  public var fingerprint: UInt64 { 0 }

  /// The measures of 2,500 generated samples, and of as many real ones.
  public func measurements() -> [Measurement] { [] }

  /// The points and D's field on a grid of so many cells.
  public func picture(fieldColumns: Int, fieldRows: Int) -> Picture {
    .plane(
      Plane(
        bounds: Bounds(x: -3...3, y: -3...3), real: [], generated: [],
        field: Field(columns: 0, rows: 0, values: [])))
  }
}
