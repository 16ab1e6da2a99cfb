extension Frame {
  /// The same picture in ASCII: what a terminal without Unicode can show. Every character keeps
  /// its cell; one without a likeness becomes a question mark.
  public func plain() -> Frame {
    var frame = self
    for row in 0..<rows {
      for column in 0..<columns {
        let character = frame[row, column].character
        frame[row, column].mark = nil
        if character == Cell.continuation { frame[row, column].character = " " }
        if !character.isASCII { frame[row, column].character = Self.likeness(of: character) }
      }
    }
    return frame
  }

  private static func likeness(of scalar: Unicode.Scalar) -> Unicode.Scalar {
    likenesses[scalar] ?? "?"
  }

  private static let likenesses: [Unicode.Scalar: Unicode.Scalar] = [
    "·": "-", "…": "~", "−": "-", "–": "-", "—": "-", "×": "x", "§": "$", "½": "h", "’": "'",
    "‘": "'", "“": "\"", "”": "\"", "•": "*", "●": "o", "▸": ">", "↑": "^", "↓": "v", "←": "<",
    "→": ">", "↻": "@", "≤": "<", "≥": ">", "≈": "=", "‹": "<", "›": ">", "∞": "8", "√": "V",
    "∇": "V", "∂": "d", "Σ": "S", "π": "p", "σ": "s", "θ": "0", "β": "b", "λ": "l", "γ": "g",
    "μ": "u", "ε": "e", "τ": "t", "φ": "f", "ψ": "y", "₀": "0", "₁": "1", "₂": "2", "₃": "3",
    "²": "2", "³": "3", "‖": "|", "∈": "e", "é": "e", "É": "E", "ö": "o", "ü": "u", "ä": "a",
    "┄": "-", "═": "=", "»": ">", "▲": "^", "○": "o", "─": "-", "│": "|", "█": "#", "▏": "_",
    "\u{A0}": " ", "⇒": ">", "⋅": "-",
  ]
}
