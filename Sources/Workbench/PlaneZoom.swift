import Adversarial

/// Which part of the page's plane is in view: how much larger, and around where. It keeps the
/// page's proportions, so that a circle stays one.
struct PlaneZoom: Sendable, Equatable {
  /// Notches in, or out below 0.
  private(set) var level = 0
  /// The middle of the view, from the middle of the page in its widths and heights: (½, ½) is the
  /// upper right corner.
  private(set) var centre = SIMD2<Double>(0, 0)

  /// From a quarter of the size to 256 times.
  static let levels = -4...16
  /// How far the middle goes: a view that lost the page is no use.
  private static let reach = 1.5

  /// Whether all of the page is in view, and nothing else.
  var isWhole: Bool { self == PlaneZoom() }

  /// 1, 1½, 2, 3, 4, 6, 8 …: round numbers of the plane stay round.
  var factor: Double { Self.factor(of: level) }

  private static func factor(of level: Int) -> Double {
    var (factor, rest) = (level % 2 == 0 ? 1.0 : 1.5, level - (level & 1))
    while rest > 0 { (factor, rest) = (factor * 2, rest - 2) }
    while rest < 0 { (factor, rest) = (factor / 2, rest + 2) }
    return factor
  }

  /// Notches in or out; the point stays where it is in the view.
  mutating func zoom(by notches: Int, at point: SIMD2<Double>) {
    let (low, high) = (Self.levels.lowerBound, Self.levels.upperBound)
    let next = min(max(low, level + min(max(-100, notches), 100)), high)
    let ratio = Self.factor(of: level) / Self.factor(of: next)
    level = next
    moveCentre(to: point + (centre - point) * ratio)
  }

  /// Moves the view by so many of its own widths to the right and heights up.
  mutating func pan(by widths: SIMD2<Double>) { moveCentre(to: centre + widths / factor) }

  private mutating func moveCentre(to place: SIMD2<Double>) {
    guard place.x.isFinite, place.y.isFinite else { return }
    let limit = Self.reach
    centre = place.clamped(
      lowerBound: .init(repeating: -limit), upperBound: .init(repeating: limit))
    // What rounding leaves of a way there and back; less than a dot at any level.
    if abs(centre.x) < 1e-6 { centre.x = 0 }
    if abs(centre.y) < 1e-6 { centre.y = 0 }
  }

  /// The part of a page's plane that is in view.
  func window(in bounds: Bounds) -> Bounds {
    guard !isWhole else { return bounds }
    func part(_ range: ClosedRange<Double>, _ centre: Double) -> ClosedRange<Float> {
      let span = range.upperBound - range.lowerBound
      let middle = (range.lowerBound + range.upperBound) / 2 + centre * span
      let (low, high) = (Float(middle - span / factor / 2), Float(middle + span / factor / 2))
      return low <= high ? low...high : bounds.x
    }
    return Bounds(x: part(bounds.horizontal, centre.x), y: part(bounds.vertical, centre.y))
  }

  /// A point of the plane in the units of ``centre``.
  static func share(of point: SIMD2<Double>, in bounds: Bounds) -> SIMD2<Double> {
    let (x, y) = (bounds.horizontal, bounds.vertical)
    let middle = SIMD2(x.lowerBound + x.upperBound, y.lowerBound + y.upperBound) / 2
    return (point - middle) / SIMD2(x.upperBound - x.lowerBound, y.upperBound - y.lowerBound)
  }
}
