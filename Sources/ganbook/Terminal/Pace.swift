/// How long after a frame the next may come: thirty a second, fewer on a terminal that takes its
/// time.
package struct Pace: Sendable, Equatable {
  /// Seconds between frames at best.
  package static let shortest = 1.0 / 30
  /// Of the time, at most this share goes into drawing.
  package static let share = 0.25

  private var cost = 0.0

  package init() {}

  /// Showing a frame took so many seconds; one slow frame fades in a few.
  package mutating func noteCost(_ seconds: Double) {
    cost = max(seconds, cost * 0.7 + seconds * 0.3)
  }

  /// Seconds between the beginnings of two frames.
  package var interval: Double { max(Self.shortest, min(cost / Self.share, 1)) }
}
