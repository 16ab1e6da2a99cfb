/// How many colours a terminal shows.
package enum ColorDepth: Sendable, Hashable {
  /// No colour, or none wanted: meaning goes into attributes and characters.
  case monochrome
  /// The eight colours of old terminals and consoles, whatever they look like there.
  case eight
  /// Those eight, and each of them bright.
  case sixteen
  /// The fixed palette of 256.
  case full

  /// - Parameters:
  ///   - colors: what the terminal database says.
  ///   - noColor: the value of `NO_COLOR`; any text but an empty one asks for none
  ///     (https://no-color.org).
  package init(colors: Int, noColor: String?) {
    if let noColor, !noColor.isEmpty {
      self = .monochrome
    } else {
      self = colors >= 256 ? .full : colors >= 16 ? .sixteen : colors >= 8 ? .eight : .monochrome
    }
  }
}
