import Adversarial
import Plotting

/// What a screen keeps of a plane from look to look.
struct PlaneMemory: Sendable {
  /// D's field in levels that don't flicker.
  private(set) var learned = Heatmap()
  /// The optimal D's, and how far the learned one is from it: ½ where they agree.
  private(set) var optimum = Heatmap()
  private(set) var difference = Heatmap()
  private(set) var trail = PlaneTrail()
  /// What the fields cover.
  private var window: Bounds?

  mutating func take(_ plane: Plane, step: Int) {
    if plane.window != window {
      // Levels hold on to what stood at the same place.
      (learned, optimum, difference) = (Heatmap(), Heatmap(), Heatmap())
      window = plane.window
    }
    let field = plane.field
    learned.take(field.values, columns: field.columns, rows: field.rows)
    trail.take(plane.generated, step: step)
    guard let best = plane.optimum, best.values.count == field.values.count else {
      (optimum, difference) = (Heatmap(), Heatmap())
      return
    }
    optimum.take(best.values, columns: best.columns, rows: best.rows)
    let apart = zip(field.values, best.values).map { 0.5 + $0 - $1 }
    difference.take(apart, columns: best.columns, rows: best.rows)
  }

  /// The field of a view, over a part of the plane at so many cells.
  func heatmap(_ view: PlaneView, over shown: Bounds, columns: Int, rows: Int) -> Heatmap {
    let whole =
      switch view {
      case .optimum: optimum
      case .difference: difference
      case .overlay, .costs, .split, .generated, .density, .field: learned
      }
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
