import Plotting

/// What the colours of the plane, or its contours where there is no colour, stand for.
struct FieldWords {
  /// The name of what is shown.
  let name: String
  private let scale: FieldScale

  init(_ view: PlaneView, _ scale: FieldScale) {
    switch view {
    case .overlay, .costs, .split, .generated, .density, .field: name = "D"
    case .optimum: name = "D*"
    case .difference: name = "D − D*"
    }
    self.scale = scale
  }

  /// "D .49 ▮▮▮▮ ▮▮▮▮ .51", the colours of the scale between the values at its ends; the colours
  /// alone where there is no room for the values.
  func legend(columns: Int) -> Line {
    let ends = scale.words(at: 1)
    let bar = (0...Heatmap.middle * 2).reduce(Line()) {
      $0 + Line(" ", Style(.normal, on: .field($1)))
    }
    let tries = [
      Line("\(name) \(ends.below) ", .faint) + bar + Line(" \(ends.above)", .faint), bar,
    ]
    return tries.first { $0.width <= columns } ?? Line()
  }

  /// The same for contours at the middle and half way to the ends.
  func contours(columns: Int, _ glyphs: Glyphs) -> Line {
    let (ends, middle) = (scale.words(at: 0.5), scale.words(at: 0).above)
    let sign = glyphs.hasBraille ? Dots.braille(0x12) : PlaneLines.middleLetter
    let line = "\(Character(sign)) \(middle)"
    let tries = ["\(name): - \(ends.below)  \(line)  + \(ends.above)", "\(name): \(line)"]
    return Line(tries.first { Text.width(of: $0) <= columns } ?? "", .faint)
  }
}
