import Adversarial
import Notebook

/// What a person has set the plane to show.
struct PlaneState: Sendable, Equatable {
  var layers = PlaneLayer.atFirst
  var zoom = PlaneZoom()
  /// Whether the field's colours have the scale that never changes, rather than the one that
  /// follows the field.
  var isAbsolute = false
  /// The place that is read, in units of the plane; nil while the crosshair is closed.
  var crosshair: SIMD2<Double>?

  /// Where the pointer holds the plane; nil while it does not.
  var grip: ScreenPlace?

  /// What all layers that are on need.
  var extras: PlaneLook.Extras {
    layers.reduce(into: []) { $0.formUnion($1.extras) }
  }

  /// Shows a layer, or hides it; returns whether it is on now.
  mutating func turn(_ layer: PlaneLayer) -> Bool {
    if layers.remove(layer) != nil { return false }
    layers.insert(layer)
    return true
  }
}

extension RunState {
  /// The page's part of the plane; nil before the first moment.
  var bounds: Bounds? {
    guard case .plane(let plane)? = moment?.columns[0].picture else { return nil }
    return plane.bounds
  }

  /// The part in view where it is not the page's; columns of a twin are looked at together.
  var window: Bounds? {
    guard let bounds, !plane.zoom.isWhole else { return nil }
    return plane.zoom.window(in: bounds)
  }

  /// What the next moment is to show of the plane.
  func look(columns: Int, rows: Int) -> PlaneLook {
    PlaneLook(
      columns: columns, rows: rows, window: window, extras: plane.extras.union(view.extras),
      probe: plane.crosshair.map { SIMD2<Float>($0) })
  }
}
