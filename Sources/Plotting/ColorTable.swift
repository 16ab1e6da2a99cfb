/// The numbers of a theme's colours on a terminal of some depth.
struct ColorTable: Sendable {
  /// An ink on the normal ground, on the selection and on the field.
  struct Inks: Sendable {
    let normal: Int16
    let selected: Int16
    let field: Int16

    init(_ normal: Int16, _ selected: Int16, _ field: Int16) {
      (self.normal, self.selected, self.field) = (normal, selected, field)
    }

    /// The same on every ground.
    init(_ number: Int16) { self.init(number, number, number) }
  }

  var ground: Int16
  var selection: Int16
  /// A colour a level, or none where the field is shaded by characters.
  var field: [Int16]
  var normal: Inks
  var faint: Inks
  var real: Inks
  var generated: Inks
  var both: Inks
  var boundary: Inks
  var accent: Inks
  var good: Inks
  var warning: Inks

  func number(of ground: Ground) -> Int16 {
    switch ground {
    case .normal: self.ground
    case .selection: selection
    case .field(let level):
      field.isEmpty ? self.ground : field[min(Int(level), field.count - 1)]
    }
  }

  func number(of ink: Ink, on ground: Ground) -> Int16 {
    let inks = self[ink]
    return switch ground {
    case .normal: inks.normal
    case .selection: inks.selected
    case .field: inks.field
    }
  }

  private subscript(ink: Ink) -> Inks {
    switch ink {
    case .normal: normal
    case .faint: faint
    case .real: real
    case .generated: generated
    case .both: both
    case .boundary: boundary
    case .accent: accent
    case .good: good
    case .warning: warning
    }
  }
}
