package import Workbench

/// Plays a recorded run on the screen: goes from record to record at a pace, until the recording's
/// end or until a person presses a key. Where the terminal is slower than the pace, records are
/// passed over, not the time.
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

  /// When there is something to tell; infinity at the end.
  package var nextLook: Double { isOver || moment == nil ? .infinity : 0 }

  /// What the screen is to be told now, if anything.
  package mutating func message(at seconds: Double) -> Message? {
    guard !isOver, let (step, live) = moment else { return nil }
    guard let begin else {
      self.begin = seconds
      return .key(.home)
    }
    let goal = Int(min(Double(live), (seconds - begin) * speed))
    return goal > step ? .replay(step: goal) : nil
  }
}
