/// A line of text in which each stretch has its own look.
public struct Line: Sendable, Equatable {
  /// A stretch of one look.
  public struct Stretch: Sendable, Equatable {
    public var text: String
    public var style: Style
  }

  public private(set) var stretches: [Stretch]

  /// One stretch.
  public init(_ text: String = "", _ style: Style = Style()) {
    stretches = text.isEmpty ? [] : [Stretch(text: text, style: style)]
  }

  /// One stretch in an ink.
  public init(_ text: String, _ ink: Ink, _ attributes: Style.Attributes = []) {
    self.init(text, Style(ink, attributes))
  }

  /// Cells that it takes.
  public var width: Int { stretches.reduce(0) { $0 + Text.width(of: $1.text) } }

  public static func + (left: Line, right: Line) -> Line {
    var line = left
    line += right
    return line
  }

  public static func += (left: inout Line, right: Line) {
    left.stretches += right.stretches
  }

  /// The line, cut to so many cells; a cut shows as an ellipsis.
  public func clipped(to columns: Int) -> Line {
    guard width > columns else { return self }
    var line = Line()
    var room = columns
    for stretch in stretches {
      let needed = Text.width(of: stretch.text)
      // The last stretch that fits whole would hide that more was cut behind it.
      let cut = needed < room ? stretch.text : Text.clipped(stretch.text + "  ", to: room)
      line += Line(cut, stretch.style)
      room -= Text.width(of: cut)
      if needed != Text.width(of: cut) || room <= 0 { break }
    }
    return line
  }
}

extension Style {
  /// A look on the ground that stands there already.
  public init(_ foreground: Ink, _ attributes: Attributes) {
    self.init(foreground, on: .normal, attributes)
  }
}
