import Adversarial
import Plotting

// The plane's layers, the part of it in view, and the crosshair. None of it reaches the training:
// only what the next look asks for.

extension State {
  /// What the keys of the plane ask for.
  mutating func performOnPlane(_ action: Action) -> [Effect] {
    // Where costs are in its place, the plane comes back.
    if run?.view == .costs { run?.view = .overlay }
    if let layer = PlaneLayer(action) { return turn(layer) }
    if action == .absoluteScale { return turnScale() }
    guard run?.bounds != nil else { return [] }
    switch action {
    case .zoomIn: return zoom(by: 1, at: run?.plane.crosshair)
    case .zoomOut: return zoom(by: -1, at: run?.plane.crosshair)
    case .panLeft: return pan(by: SIMD2(-Self.panStep, 0))
    case .panRight: return pan(by: SIMD2(Self.panStep, 0))
    case .panUp: return pan(by: SIMD2(0, Self.panStep))
    case .panDown: return pan(by: SIMD2(0, -Self.panStep))
    case .wholePlane:
      run?.plane.zoom = PlaneZoom()
      return showPlane()
    case .inspect:
      guard let area = planeAreas.first else { return [] }
      return read(area.point(row: area.rect.rows / 2, column: area.rect.columns / 2))
    case .leaveCrosshair:
      run?.plane.crosshair = nil
      return look()
    case .crosshairLeft: return moveCrosshair(columns: -1, rows: 0)
    case .crosshairRight: return moveCrosshair(columns: 1, rows: 0)
    case .crosshairUp: return moveCrosshair(columns: 0, rows: -1)
    case .crosshairDown: return moveCrosshair(columns: 0, rows: 1)
    default: return []
    }
  }

  /// What was done to the plane without a key; nothing while something lies over the page.
  mutating func take(_ gesture: PlaneGesture) -> [Effect] {
    guard layers.isEmpty else { return [] }
    if case .layer(let number) = gesture {
      guard run != nil || fan != nil, let layer = PlaneLayer(rawValue: number) else { return [] }
      return turn(layer)
    }
    guard run?.bounds != nil else { return [] }
    switch gesture {
    case .layer: return []
    case .zoom(let notches, let place):
      guard let point = point(at: place) else { return [] }
      return zoom(by: notches, at: point)
    case .pan(let start, let end):
      guard let area = area(at: start) else { return [] }
      let cells = SIMD2(Double(end.column - start.column), Double(end.row - start.row))
      let size = SIMD2(Double(area.rect.columns), Double(area.rect.rows))
      return pan(by: SIMD2(-cells.x, cells.y) / size)
    case .whole: return performOnPlane(.wholePlane)
    case .crosshair(let place): return point(at: place).map { read($0) } ?? []
    case .leaveCrosshair: return performOnPlane(.leaveCrosshair)
    }
  }

  /// How far a key moves the view, in its widths and heights.
  private static let panStep = 0.125

  // MARK: Where planes stand

  /// Every plane on the screen, a view of several parts as several.
  var planeAreas: [PlaneArea] {
    guard let run, run.view != .costs, let bounds = run.bounds else { return [] }
    return RunLayout(state: self).planes.flatMap { _, rect in
      PlaneParts(of: run.view, in: rect).parts.map {
        PlaneArea(showing: run.window ?? bounds, in: $0.rect)
      }
    }
  }

  private func area(at place: ScreenPlace) -> PlaneArea? {
    planeAreas.first { $0.point(at: place) != nil }
  }

  func point(at place: ScreenPlace) -> SIMD2<Double>? {
    area(at: place)?.point(at: place)
  }

  // MARK: Layers

  private mutating func turn(_ layer: PlaneLayer) -> [Effect] {
    let isOn = run?.plane.turn(layer) ?? fan?.plane.turn(layer) ?? false
    say("\(layer.rawValue) \(isOn ? "on" : "off"): \(layer.title).")
    // What is off asks for nothing; the points and the field are there already.
    return layer.extras.isEmpty ? [] : run == nil ? lookAtFan() : look()
  }

  /// The field's colours follow the field, or stand for the same in every frame.
  private mutating func turnScale() -> [Effect] {
    let isAbsolute = !(run?.plane.isAbsolute ?? fan?.plane.isAbsolute ?? false)
    run?.plane.isAbsolute = isAbsolute
    fan?.plane.isAbsolute = isAbsolute
    say(
      isAbsolute
        ? "Absolute colours: the same for every frame, D from 0 to 1."
        : "Automatic colours: their scale follows what D says in view.")
    return []
  }

  // MARK: The part in view

  private mutating func zoom(by notches: Int, at point: SIMD2<Double>?) -> [Effect] {
    guard let run, let bounds = run.bounds else { return [] }
    let centre = point.map { PlaneZoom.share(of: $0, in: bounds) } ?? run.plane.zoom.centre
    self.run?.plane.zoom.zoom(by: notches, at: centre)
    return showPlane()
  }

  private mutating func pan(by widths: SIMD2<Double>) -> [Effect] {
    run?.plane.zoom.pan(by: widths)
    return showPlane()
  }

  /// Brings the plane to the front where others hide it, and the crosshair into it.
  private mutating func showPlane() -> [Effect] {
    if planeAreas.isEmpty { run?.tab = .plane }
    if let place = run?.plane.crosshair, let area = planeAreas.first, area.place(of: place) == nil,
      let nearest = area.nearest(to: place)
    {
      run?.plane.crosshair = area.point(row: nearest.row, column: nearest.column)
    }
    return look()
  }

  // MARK: The crosshair

  private mutating func read(_ point: SIMD2<Double>) -> [Effect] {
    run?.plane.crosshair = point
    return showPlane()
  }

  private mutating func moveCrosshair(columns: Int, rows: Int) -> [Effect] {
    guard let place = run?.plane.crosshair, let area = planeAreas.first,
      let cell = area.nearest(to: place)
    else { return [] }
    let column = min(max(0, cell.column + columns), area.rect.columns - 1)
    let row = min(max(0, cell.row + rows), area.rect.rows - 1)
    return read(area.point(row: row, column: column))
  }
}

extension PlaneLayer {
  /// The layer that an action turns.
  init?(_ action: Action) {
    switch action {
    case .layerReal: self = .real
    case .layerGenerated: self = .generated
    case .layerField: self = .field
    case .layerContour: self = .contour
    case .layerManifold: self = .manifold
    case .layerArrows: self = .arrows
    case .layerTrails: self = .trails
    case .layerOptimum: self = .optimum
    case .layerModel: self = .model
    default: return nil
    }
  }
}
