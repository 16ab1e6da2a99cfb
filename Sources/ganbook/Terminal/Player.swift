package import Workbench

/// Plays a recorded run on the screen: presses the keys of the time bar at a pace, until the
/// recording's end or until a person presses one.
package struct Player {
  /// Steps of the run a second.
  private let speed: Double
  private var begin: Double?
  private var moment: (step: Int, live: Int)?
  private var hasLookedBack = false
  private var isOver = false

  package init(speed: Double) { self.speed = speed }

  /// A moment has come to the screen.
  package mutating func see(step: Int, live: Int) {
    if step < live {
      hasLookedBack = begin != nil
    } else if hasLookedBack {
      isOver = true
    }
    moment = (step, live)
  }

  /// The key to press now, if any; one for each moment, so that no picture is passed over that the
  /// terminal has the time to show.
  package mutating func key(at seconds: Double) -> Key? {
    guard !isOver, let (step, live) = moment else { return nil }
    guard let begin else {
      self.begin = seconds
      moment = nil
      return .home
    }
    guard step < live, Double(step) < (seconds - begin) * speed else { return nil }
    moment = nil
    return .character(".")
  }
}
