/// Which colours the meanings of ``Plotting/Style`` have on a terminal of some depth.
///
/// In 256 colours the background is set as well, so that every ink has a contrast of at least
/// 4.5 : 1 on every ground whatever the terminal's own theme; and the field goes from brown over
/// grey to blue, which all common kinds of colour blindness keep apart.
package struct Palette: Sendable {
  package let depth: ColorDepth
  /// The pairs that differ, to be numbered from 1 on: an old terminal has room for 63 of them.
  package let pairs: [Pair]
  private let numbers: [Int16]

  package init(depth: ColorDepth) {
    self.depth = depth
    var pairs: [Pair] = []
    var numbers: [Int16] = []
    for ink in Ink.allCases {
      for ground in Self.grounds {
        let pair = Self.pair(ink, on: ground, depth: depth)
        if !pairs.contains(pair) { pairs.append(pair) }
        numbers.append(Int16(1 + (pairs.firstIndex(of: pair) ?? 0)))
      }
    }
    (self.pairs, self.numbers) = (pairs, numbers)
  }

  /// A foreground and a background, as the terminal numbers them; -1 is the terminal's own.
  package struct Pair: Sendable, Hashable {
    package var foreground: Int16
    package var background: Int16
  }

  /// Grounds in one row: normal, selection, eight levels of the field.
  package static let grounds: [Ground] =
    [.normal, .selection] + (0..<fieldLevels).map { Ground.field($0) }
  package static let fieldLevels: UInt8 = 8

  /// The number of the pair of an ink on a ground.
  package func number(_ ink: Ink, on ground: Ground) -> Int16 {
    numbers[Int(ink.rawValue) * Self.grounds.count + Self.index(of: ground)]
  }

  /// The colours of an ink on a ground.
  package func pair(_ ink: Ink, on ground: Ground) -> Pair {
    pairs[Int(number(ink, on: ground)) - 1]
  }

  private static func pair(_ ink: Ink, on ground: Ground, depth: ColorDepth) -> Pair {
    switch depth {
    case .monochrome: Pair(foreground: -1, background: -1)
    case .eight: Pair(foreground: eight(ink), background: eight(ground))
    case .full: Pair(foreground: full(ink, on: ground), background: full(ground))
    }
  }

  private static func index(of ground: Ground) -> Int {
    switch ground {
    case .normal: 0
    case .selection: 1
    case .field(let level): 2 + Int(min(level, fieldLevels - 1))
    }
  }

  // MARK: 256 colours

  private static let field: [Int16] = [94, 240, 238, 236, 235, 237, 24, 25]

  private static func full(_ ground: Ground) -> Int16 {
    switch ground {
    case .normal: 16
    case .selection: 238
    case .field(let level): field[Int(min(level, fieldLevels - 1))]
    }
  }

  /// Brighter the lighter the ground is.
  private static func full(_ ink: Ink, on ground: Ground) -> Int16 {
    let (normal, selected, field): (Int16, Int16, Int16) =
      switch ink {
      case .normal: (252, 255, 255)
      case .faint: (245, 250, 254)
      case .real: (51, 51, 51)
      case .generated: (226, 226, 226)
      case .both: (231, 231, 231)
      case .accent: (213, 219, 230)
      case .good: (114, 120, 157)
      case .warning: (209, 216, 229)
      }
    return switch ground {
    case .normal: normal
    case .selection: selected
    case .field: field
    }
  }

  // MARK: Eight colours

  private enum Eight {
    static let black: Int16 = 0
    static let red: Int16 = 1
    static let green: Int16 = 2
    static let yellow: Int16 = 3
    static let blue: Int16 = 4
    static let magenta: Int16 = 5
    static let cyan: Int16 = 6
    static let white: Int16 = 7
  }

  private static func eight(_ ink: Ink) -> Int16 {
    switch ink {
    case .normal, .faint, .both: Eight.white
    case .real: Eight.cyan
    case .generated, .warning: Eight.yellow
    case .accent: Eight.magenta
    case .good: Eight.green
    }
  }

  /// Three bands of the field; the selection is shown in reverse.
  private static func eight(_ ground: Ground) -> Int16 {
    switch ground {
    case .normal, .selection, .field(2...5): Eight.black
    case .field(let level): level < 2 ? Eight.red : Eight.blue
    }
  }
}
