/// What the terminal is told of a cell: a character, the number of a colour pair and attributes
/// that every terminal understands in its way.
package struct Look: Sendable, Hashable {
  package var character: Unicode.Scalar
  package var mark: Unicode.Scalar?
  package var ink: Ink
  package var ground: Ground
  package var attributes: Style.Attributes

  /// A cell as a terminal with these colours and this character set shows it.
  package init(_ cell: Cell, on palette: Palette, ascii: Bool) {
    character = Self.printable(cell.character, ascii: ascii)
    mark = ascii ? nil : cell.mark
    ink = cell.style.foreground
    ground = cell.style.background
    attributes = cell.style.attributes
    switch palette.depth {
    case .full: shadeByColor()
    case .sixteen: weigh(palette, ascii: ascii)
    case .eight:
      weigh(palette, ascii: ascii)
      if palette.theme.base == .dark { brighten() }
    case .monochrome: expressWithoutColor(ascii: ascii)
    }
  }

  /// Whether only its background shows: then its ink does not matter, and a blank can share the
  /// colour pair of its neighbour, which saves half of the bytes of a field full of dots.
  package var isBlank: Bool {
    character == " " && mark == nil && attributes.isDisjoint(with: [.underline, .reverse])
  }

  /// A preset's text must not steer the terminal, and an ASCII terminal shows no other character.
  private static func printable(_ character: Unicode.Scalar, ascii: Bool) -> Unicode.Scalar {
    switch character.value {
    case 0x20..<0x7F: character
    case Cell.continuation.value: character
    case 1..<0xA0: "?"
    default: ascii || character.properties.generalCategory == .format ? "?" : character
    }
  }

  /// A terminal's own dimming would take the contrast away. Cyan and white are close for an eye
  /// without red cones, so that weight tells them apart as well.
  private mutating func shadeByColor() {
    if ink == .both { attributes.insert(.bold) }
    guard attributes.remove(.dim) != nil else { return }
    if ink == .normal { ink = .faint }
  }

  /// Few colours: the selection is in reverse, and a field without a colour of its own in
  /// characters. Many of these terminals turn bold black into grey, so that it is left plain.
  private mutating func weigh(_ palette: Palette, ascii: Bool) {
    attributes.remove(.dim)
    if ground == .selection {
      ink = .normal
      attributes.remove(.bold)
      attributes.formSymmetricDifference(.reverse)
    }
    if palette.theme.base == .light { attributes.remove(.bold) }
    if case .field(let level) = ground, !palette.colorsField, isBlank {
      shade(level, ascii: ascii)
      (ink, ground, attributes) = (.faint, .normal, [])
    }
  }

  /// With eight colours bold is bright.
  private mutating func brighten() {
    switch ground {
    case .selection: break
    case .normal: if ink != .normal && ink != .faint { attributes.insert(.bold) }
    case .field: attributes.insert(.bold)
    }
  }

  private mutating func expressWithoutColor(ascii: Bool) {
    switch ink {
    case .normal, .real, .boundary: break
    case .faint: attributes.insert(.dim)
    case .generated, .accent, .good: attributes.insert(.bold)
    case .both, .warning: attributes.formUnion([.bold, .underline])
    }
    switch ground {
    case .normal: break
    case .selection: attributes.formSymmetricDifference(.reverse)
    case .field(let level): if isBlank { shade(level, ascii: ascii) }
    }
    ink = .normal
    ground = .normal
  }

  /// The field in three bands of characters, the more the realer: fake, between, real.
  private mutating func shade(_ level: UInt8, ascii: Bool) {
    guard level > 2 else { return }
    character = level < 6 ? (ascii ? "." : "·") : (ascii ? ":" : "░")
    attributes = .dim
  }
}
