/// How the screen is coloured: on a dark or a light ground, with inks for some kind of eye.
package struct Theme: Sendable, Hashable {
  /// Whether text is lighter or darker than what it stands on.
  package enum Base: String, Sendable, Hashable, CaseIterable {
    case dark, light
  }

  /// Which colours the meanings have. All keep real and generated samples apart for every common
  /// kind of sight; each of the others does so widest for one.
  package enum Scheme: String, Sendable, Hashable, CaseIterable {
    /// Cyan and yellow over brown and blue.
    case standard
    /// For protanopia and deuteranopia: nothing rests on red against green.
    case redGreen = "red-green"
    /// For tritanopia: nothing rests on blue against yellow.
    case blueYellow = "blue-yellow"
    /// For weak sight: a contrast of at least 7 : 1 in 256 colours (WCAG 2.1, level AAA).
    case contrast
  }

  package var base: Base
  package var scheme: Scheme

  package init(_ base: Base = .dark, _ scheme: Scheme = .standard) {
    self.base = base
    self.scheme = scheme
  }

  package static let all = Base.allCases.flatMap { base in
    Scheme.allCases.map { Theme(base, $0) }
  }
}
