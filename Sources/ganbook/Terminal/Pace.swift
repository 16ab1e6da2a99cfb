/// When the next frame is due: thirty a second while something moves, fewer on a terminal that
/// takes its time, a few when all is still.
package struct Pace: Sendable, Equatable {
  /// Seconds between frames at best.
  package static let shortest = 1.0 / 30
  /// Seconds between looks when nothing has changed for a while.
  package static let idle = 0.25
  /// Of the time, at most this share goes into drawing.
  package static let share = 0.25
  /// Still for so many seconds is idle.
  package static let patience = 0.7

  private var cost = 0.0
  private var lastChange = 0.0

  package init() {}

  /// Something moved, or a person did something.
  package mutating func noteChange(at seconds: Double) { lastChange = seconds }

  /// Showing a frame took so many seconds; one slow frame fades in a few.
  package mutating func noteCost(_ seconds: Double) {
    cost = max(seconds, cost * 0.7 + seconds * 0.3)
  }

  /// Seconds to wait between the beginnings of two frames.
  package func interval(at seconds: Double) -> Double {
    let busy = max(Self.shortest, min(cost / Self.share, 1))
    return seconds - lastChange < Self.patience ? busy : max(busy, Self.idle)
  }
}
