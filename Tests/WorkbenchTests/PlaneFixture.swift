import Adversarial
import Notebook
import Plotting

@testable import Workbench

/// A training thread in closed form: it answers looks as a run would, with what was asked for and
/// nothing else.
enum PlaneFixture {
  /// D of it at a point: ½ on the line x = 0, real on the right.
  static func discriminator(_ x: Float, _ y: Float) -> Float { min(max(0.5 + x / 6, 0), 1) }

  static func plane(_ look: PlaneLook, shift: Float = 0) -> Plane {
    guard case .plane(var plane) = Fixture.moment(step: 1, field: (1, 1)).columns[0].picture
    else { preconditionFailure("the fixture's picture is a plane") }
    plane.window = look.window ?? plane.bounds
    plane.field = field(look, plane.window) { discriminator($0 - shift, $1) }
    plane.generated = plane.generated.map { $0 + SIMD2(shift, 0) }
    if look.extras.contains(.optimum) {
      plane.optimum = field(look, plane.window) { _, y in y > 0 ? 1 : 0 }
    }
    if look.extras.contains(.manifold) {
      plane.manifold = [[SIMD2(-2, 0), SIMD2(0, 0), SIMD2(2, 0)], [SIMD2(0, -2), SIMD2(0, 2)]]
    }
    if look.extras.contains(.pulls) {
      plane.pulls = plane.generated.map { _ in SIMD2(0, 0.25) }
    }
    if look.extras.contains(.densities) {
      plane.densities = Densities(
        data: field(look, plane.window) { x, _ in x > 0 ? 4 : 0 },
        model: field(look, plane.window) { _, y in y > 0 ? 1 : 0.001 })
    }
    if let probe = look.probe {
      plane.reading = PlaneReading(
        place: probe, discriminator: discriminator(probe.x, probe.y), optimum: 0.75,
        realDensity: 1.5, generatedDensity: 0.5,
        mode: .init(index: 2, count: 8, centre: SIMD2(0, 2), distance: 1.25, share: 0.125))
    }
    return plane
  }

  private static func field(
    _ look: PlaneLook, _ window: Bounds, _ value: (Float, Float) -> Float
  ) -> Field {
    let area = PlaneArea(
      showing: window, in: Rect(column: 0, row: 0, columns: look.columns, rows: look.rows))
    let values = (0..<look.rows).flatMap { row in
      (0..<look.columns).map { column in
        let point = SIMD2<Float>(area.point(row: row, column: column))
        return value(point.x, point.y)
      }
    }
    return Field(columns: look.columns, rows: look.rows, values: values)
  }
}

extension Workbench {
  /// Presses keys and lets the training thread answer the last look.
  mutating func press(_ keys: Key..., step: Int = 6_120) {
    for key in keys { answer(update(.key(key)), step: step) }
  }

  mutating func press(_ keys: String, step: Int = 6_120) {
    for key in keys { press(.character(key), step: step) }
  }

  /// Lets the training thread answer the last look among the effects.
  mutating func answer(_ effects: [Effect], step: Int = 6_120) {
    let looks = effects.compactMap { effect -> PlaneLook? in
      if case .look(let look) = effect { look } else { nil }
    }
    guard let look = looks.last, let count = state.run?.columns.count else { return }
    var moment = state.run?.moment ?? Fixture.moment(step: step)
    moment.step = step
    moment.time = .init(live: step)
    for index in 0..<count where moment.columns.indices.contains(index) {
      moment.columns[index].picture = .plane(PlaneFixture.plane(look, shift: Float(index)))
    }
    _ = update(.report(.moment(moment)))
  }
}

extension [Effect] {
  /// The looks that were asked for.
  var looks: [PlaneLook] {
    compactMap { if case .look(let look) = $0 { look } else { nil } }
  }
}
