import Adversarial
import Plotting

/// What a screen keeps of a plane from look to look.
struct PlaneMemory: Sendable {
  /// D's field.
  private(set) var learned = FieldMemory()
  /// The optimal D's, and how far the learned one is from it.
  private(set) var optimum = FieldMemory()
  private(set) var difference = FieldMemory()
  /// Around half and around nine tenths of the generator's samples; nil while it is not asked for.
  private(set) var model: DensityContours?
  private(set) var trail = PlaneTrail()
  /// What the fields cover.
  private(set) var window: Bounds?

  /// - Parameter keepsField: whether the fields stay as they are for now, lines and colours.
  mutating func take(_ plane: Plane, step: Int, keepsField: Bool = false) {
    if plane.window != window {
      // Levels hold on to what stood at the same place.
      (learned, optimum, difference) = (FieldMemory(), FieldMemory(), FieldMemory())
      window = plane.window
    }
    let field = plane.field
    takeLearned(plane, keepsField)
    trail.take(plane.generated, step: step)
    model = plane.densities.map { DensityContours($0.model) }
    guard let best = plane.optimum, best.values.count == field.values.count else {
      (optimum, difference) = (FieldMemory(), FieldMemory())
      return
    }
    optimum.take(
      best.values.map { $0.isNaN ? .nan : FieldScale.logit($0) }, best.values,
      columns: best.columns, rows: best.rows, .probability, keepsField: keepsField)
    difference.take(
      zip(field.values, best.values).map { $0 - $1 }, columns: best.columns, rows: best.rows,
      .difference, keepsField: keepsField)
  }

  private mutating func takeLearned(_ plane: Plane, _ keepsField: Bool) {
    let field = plane.field
    let scores = plane.scores?.values ?? field.values.map(FieldScale.logit)
    switch plane.answers {
    case .probability:
      learned.take(
        scores, field.values, columns: field.columns, rows: field.rows, .probability,
        keepsField: keepsField)
    case .score:
      learned.take(
        scores, columns: field.columns, rows: field.rows, .score, keepsField: keepsField)
    case .comparison:
      learned.take(
        scores, columns: field.columns, rows: field.rows, .score,
        middle: plane.middle(of: scores), keepsField: keepsField)
    }
  }

  /// The field of a view.
  func field(of view: PlaneView) -> FieldMemory {
    switch view {
    case .optimum: optimum
    case .difference: difference
    case .overlay, .costs, .split, .generated, .density, .field: learned
    }
  }

  /// The levels of a view's colours, over a part of the plane at so many cells.
  func heatmap(
    _ view: PlaneView, isAbsolute: Bool, over shown: Bounds, columns: Int, rows: Int
  ) -> Heatmap {
    let whole = field(of: view).heatmap(isAbsolute: isAbsolute)
    guard let window, window != shown else { return whole }
    let (width, height) = window.extent
    func share(_ value: Double, _ start: Double, _ span: Double) -> Double {
      span > 0 ? (value - start) / span : 0
    }
    let (x, y) = (shown.horizontal, shown.vertical)
    let (left, top) = (window.horizontal.lowerBound, window.vertical.upperBound)
    return whole.part(
      from: SIMD2(share(x.lowerBound, left, width), share(top, y.upperBound, height)),
      to: SIMD2(share(x.upperBound, left, width), share(top, y.lowerBound, height)),
      columns: columns, rows: rows)
  }
}

extension Plane {
  /// Half way between what D says of the data in view and of the samples in view, in the mean: the
  /// middle for a D whose outputs tell by their differences alone. Where either is out of view, the
  /// middle of all outputs.
  fileprivate func middle(of scores: [Float]) -> Double {
    let field = Field(columns: field.columns, rows: field.rows, values: scores)
    func mean(_ points: [SIMD2<Float>]) -> Double? {
      let values = points.compactMap { value(of: field, at: SIMD2<Double>($0)) }
        .filter(\.isFinite)
      return values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
    }
    if let real = mean(real), let generated = mean(generated) { return (real + generated) / 2 }
    let finite = scores.filter(\.isFinite)
    return finite.isEmpty ? 0 : Double(finite.reduce(0, +)) / Double(finite.count)
  }
}
