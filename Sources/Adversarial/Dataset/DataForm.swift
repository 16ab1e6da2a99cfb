/// Data of the reader's own in place of the page's, as a text that a knob, a preset and a recorded
/// command carry:
///
/// - `none`: the page's data.
/// - `modes:(2,0)(0,2,0.1)(-2,0,0.1,3)`: a mixture: x, y, and where given deviation and weight.
/// - `+(0,0,0.1)`, `-3`, `-3+(0,0)`: the page's data with a mode more, without its third one, both.
/// - `text:GAN`: letters of dots, as wide as the page's data.
/// - `curve:cos(t),sin(2*t)` or `curve:t,t^2;t=-1..1`: points evenly along it; t in 0…2π.
/// - `points:spiral.csv#9f3a…`: rows of a file, by its name and a hash of them.
public enum DataForm: Sendable, Hashable {
  case none
  case modes([OwnMode])
  /// Modes of the page that are left out, from 0, and those that come besides.
  case changes(without: [Int], with: [OwnMode])
  case text(String)
  case curve(FormulaCurve)
  case points(PointSet)

  /// The word for the page's own data.
  public static let noneText = "none"

  /// Canonical: reads back as the same, and equal forms have equal texts.
  public var text: String {
    switch self {
    case .none: Self.noneText
    case .modes(let modes): "modes:" + modes.map(\.text).joined()
    case .changes(let without, let with):
      without.map { "-\($0 + 1)" }.joined() + (with.isEmpty ? "" : "+")
        + with.map(\.text).joined()
    case .text(let text): "text:" + text
    case .curve(let curve): "curve:" + curve.text
    case .points(let points): "points:\(points.name)#\(points.digest)"
    }
  }

  /// Points along the strokes of a text, reaching so far from the origin.
  public static func points(ofText text: String, reach: Float) -> [SIMD2<Float>] {
    Banner(text).points(reach: reach)
  }

  /// The points of a file, where it is such.
  public var points: PointSet? {
    guard case .points(let set) = self else { return nil }
    return set
  }

  /// In a few characters: "9 modes", "spiral.csv".
  public var title: String {
    switch self {
    case .none, .text, .curve: text
    case .modes(let modes): modes.count == 1 ? "1 mode" : "\(modes.count) modes"
    case .changes(let without, let with):
      (without.map { "-\($0 + 1)" } + (with.isEmpty ? [] : ["+\(with.count)"]))
        .joined(separator: " ")
    case .points(let points): points.name
    }
  }
}

/// Why a text describes no data: one sentence, and where it goes wrong.
public struct DataError: Error, Sendable, Equatable {
  public let sentence: String
  /// What is wrong with the formula that the sentence ends in.
  public let formula: FormulaError?

  public init(_ sentence: String, _ formula: FormulaError? = nil) {
    (self.sentence, self.formula) = (sentence, formula)
  }
}
