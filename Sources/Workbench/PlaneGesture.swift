/// What can be done to the plane without a key: by a wheel, a click, a drag.
///
/// Places are cells of the screen. One where no plane stands is no place to do anything at: the
/// gesture is passed over, so that it can be sent without knowing what lies there.
public enum PlaneGesture: Sendable, Hashable {
  /// Shows or hides a layer, 1 to 9, as the number keys do.
  case layer(Int)
  /// Zooms in by so many notches, out below 0; what lies at the place stays there.
  case zoom(notches: Int, at: ScreenPlace)
  /// Drags the plane: what was at one place comes to the other.
  case pan(from: ScreenPlace, to: ScreenPlace)
  /// Shows all that the page shows.
  case whole
  /// Opens the crosshair at a place, or moves it there.
  case crosshair(at: ScreenPlace)
  /// Closes the crosshair.
  case leaveCrosshair
}

/// A cell of the screen, counted from the top left.
public struct ScreenPlace: Sendable, Hashable {
  public var column: Int
  public var row: Int
  public init(column: Int, row: Int) {
    self.column = column
    self.row = row
  }
}
