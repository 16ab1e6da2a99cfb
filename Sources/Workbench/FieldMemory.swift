import Adversarial
import Plotting

/// One field as the screen keeps it from look to look: the levels of its colours, which are calm,
/// and the line where it passes its middle, which is that of the newest values alone.
struct FieldMemory: Sendable {
  private(set) var line = Contour()
  private var automatic: Colours?
  private var absolute: Colours?

  /// A scale, and the field under it.
  private struct Colours {
    var scale: FieldScale
    var heatmap = Heatmap()
    /// The newest values in shares of the scale.
    var shares: [Float] = []
    var gain = Gain(within: 0...1)
  }

  /// Whether nothing is known of it.
  var isEmpty: Bool { automatic == nil }

  /// The levels, under the scale that follows the field or under the one that stands still.
  func heatmap(isAbsolute: Bool) -> Heatmap {
    (isAbsolute ? absolute?.heatmap : automatic?.heatmap) ?? Heatmap()
  }

  /// That scale; nil while nothing is known.
  func scale(isAbsolute: Bool) -> FieldScale? {
    isAbsolute ? absolute?.scale : automatic?.scale
  }

  /// Where the field passes half of the scale on either side: what screens without colours show.
  func halves(isAbsolute: Bool) -> (below: Contour, above: Contour) {
    guard let colours = isAbsolute ? absolute : automatic else { return (Contour(), Contour()) }
    func line(_ level: Double) -> Contour {
      Contour(
        colours.shares, columns: colours.heatmap.columns, rows: colours.heatmap.rows, at: level)
    }
    return (line(-0.5), line(0.5))
  }

  /// Takes the newest values.
  ///
  /// - Parameters:
  ///   - values: outputs of D, logits, or differences.
  ///   - probabilities: what the absolute scale shows, where they are something else.
  ///   - keepsField: whether the field stays as it is for now, its line with its colours: the two
  ///     always show one moment.
  mutating func take(
    _ values: [Float], _ probabilities: [Float]? = nil, columns: Int, rows: Int,
    _ kind: FieldScale.Kind, middle: Double = 0, keepsField: Bool = false
  ) {
    guard columns > 0, rows > 0 else { return self = FieldMemory() }
    let shown = automatic.map { ($0.heatmap.columns, $0.heatmap.rows) } ?? (0, 0)
    if keepsField, shown == (columns, rows), automatic?.scale.kind == kind { return }
    let distances = values.map { $0 - Float(middle) }
    line = Contour(distances, columns: columns, rows: rows, at: 0)
    takeAutomatic(distances, columns, rows, kind, middle)
    let still = FieldScale.absolute(kind, middle: middle)
    var colours =
      absolute.flatMap { $0.scale.kind == kind ? $0 : nil } ?? Colours(scale: still)
    colours.scale = still
    colours.shares =
      probabilities.map { $0.map { 2 * $0 - 1 } } ?? distances.map { $0 / Float(still.gain) }
    colours.heatmap.take(colours.shares, columns: columns, rows: rows)
    absolute = colours
  }

  private mutating func takeAutomatic(
    _ distances: [Float], _ columns: Int, _ rows: Int, _ kind: FieldScale.Kind, _ middle: Double
  ) {
    let limits = FieldScale.limits(of: kind)
    var gain = Gain(within: limits)
    if let automatic, automatic.scale.kind == kind { gain = automatic.gain }
    let isNew = gain.take(distances)
    let scale = FieldScale(kind: kind, middle: middle, gain: gain.value ?? limits.upperBound)
    // Levels of another scale hold on to nothing.
    var colours = isNew ? nil : automatic
    if colours?.scale.kind != kind { colours = nil }
    var next = colours ?? Colours(scale: scale)
    (next.scale, next.gain) = (scale, gain)
    next.shares = distances.map { $0 / Float(scale.gain) }
    next.heatmap.take(next.shares, columns: columns, rows: rows)
    automatic = next
  }
}
