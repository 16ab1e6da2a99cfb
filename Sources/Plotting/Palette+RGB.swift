extension Palette {
  /// The colour of an ink on a ground as a picture file writes it, "#00ffff": the same numbers
  /// that a terminal of 256 colours shows.
  package func hexadecimal(_ ink: Ink, on ground: Ground = .normal) -> String {
    Self.hexadecimal(pair(ink, on: ground).foreground)
  }

  /// The colour of a ground.
  package func hexadecimal(_ ground: Ground) -> String {
    Self.hexadecimal(pair(.normal, on: ground).background)
  }

  /// Of xterm's palette: 16…231 are a cube of six levels a channel, 232…255 greys. The first 16
  /// differ between terminals and are not used here.
  private static func hexadecimal(_ number: Int16) -> String {
    let channels: [Int]
    if number >= 232 {
      channels = Array(repeating: 8 + 10 * (Int(number) - 232), count: 3)
    } else {
      let index = max(0, Int(number) - 16)
      channels = [index / 36, index / 6 % 6, index % 6].map { $0 == 0 ? 0 : 55 + 40 * $0 }
    }
    return "#"
      + channels.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
