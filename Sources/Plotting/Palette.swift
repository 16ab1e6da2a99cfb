/// Which colours the meanings of ``Plotting/Style`` have on a terminal of some depth.
///
/// Every ink has a contrast of at least 4.5 : 1 on every ground, in every theme; and the field's
/// two ends are colours that eyes of every common kind keep apart.
package struct Palette: Sendable {
  package let depth: ColorDepth
  package let theme: Theme
  /// Whether the levels of D's field have colours; else they are shaded by characters.
  package let colorsField: Bool
  /// The pairs that differ, to be numbered from 1 on: an old terminal has room for 63 of them.
  package let pairs: [Pair]
  private let numbers: [Int16]

  package init(depth: ColorDepth, theme: Theme = Theme()) {
    self.depth = depth
    self.theme = theme
    let table = Self.table(theme, depth)
    colorsField = !(table?.field.isEmpty ?? true)
    var pairs: [Pair] = []
    var numbers: [Int16] = []
    for ink in Ink.allCases {
      for ground in Self.grounds {
        let pair = Pair(
          foreground: table?.number(of: ink, on: ground) ?? -1,
          background: table?.number(of: ground) ?? -1)
        if !pairs.contains(pair) { pairs.append(pair) }
        numbers.append(Int16(1 + (pairs.firstIndex(of: pair) ?? 0)))
      }
    }
    (self.pairs, self.numbers) = (pairs, numbers)
  }

  private static func table(_ theme: Theme, _ depth: ColorDepth) -> ColorTable? {
    switch depth {
    case .monochrome: nil
    case .eight: .eight(theme)
    case .sixteen: .sixteen(theme)
    case .full: .full(theme)
    }
  }

  /// A foreground and a background, as the terminal numbers them; -1 is the terminal's own.
  package struct Pair: Sendable, Hashable {
    package var foreground: Int16
    package var background: Int16
  }

  /// Grounds in one row: normal, selection, the levels of the field.
  package static let grounds: [Ground] =
    [.normal, .selection] + (0..<fieldLevels).map { Ground.field($0) }
  package static let fieldLevels: UInt8 = 9

  /// The number of the pair of an ink on a ground.
  package func number(_ ink: Ink, on ground: Ground) -> Int16 {
    numbers[Int(ink.rawValue) * Self.grounds.count + Self.index(of: ground)]
  }

  /// The colours of an ink on a ground.
  package func pair(_ ink: Ink, on ground: Ground) -> Pair {
    pairs[Int(number(ink, on: ground)) - 1]
  }

  private static func index(of ground: Ground) -> Int {
    switch ground {
    case .normal: 0
    case .selection: 1
    case .field(let level): 2 + Int(min(level, fieldLevels - 1))
    }
  }
}
