import Adversarial
import Experiments
import Notebook
import Plotting

/// A fan: one preset with many seeds, a few of them training at a time.
struct FanState: Sendable {
  /// One seed.
  struct Member: Sendable {
    let seed: UInt64
    var moment: Moment?
    /// What is kept of each column's plane from look to look.
    var planes: [PlaneMemory] = []
    /// Why it brings no result, in a sentence.
    var failure: String?

    /// Whether nothing more comes of it.
    var isOver: Bool {
      guard failure == nil else { return true }
      switch moment?.status {
      case .finished, .diverged: return true
      case .training, .paused, nil: return false
      }
    }
  }

  let page: Experiment
  let preset: Preset
  private(set) var members: [Member]
  /// The place of the seed that the keys are about.
  var chosen = 0
  /// The column of a twin that the planes show.
  var focus = 0
  /// The layers of all planes.
  var plane = PlaneState()
  var lookedAt = -Double.infinity

  /// Seeds that a press of the key asks for.
  static let seedsATime = 8
  /// More would be a list, not a picture; `ganbook run --seeds` takes any number.
  static let most = 64
  /// Seconds between two pictures: there are many, and they are small.
  private static let interval = 0.5

  init(page: Experiment, preset: Preset) {
    self.page = page
    self.preset = preset
    members = []
    _ = widen()
  }

  /// Adds seeds after the last one; returns a preset for each.
  mutating func widen() -> [Preset] {
    let count = min(Self.seedsATime, Self.most - members.count)
    let first = members.last.map { $0.seed &+ 1 } ?? preset.seed
    let seeds = (0..<UInt64(max(0, count))).map { first &+ $0 }
    members += seeds.map { Member(seed: $0) }
    return seeds.map(preset(seed:))
  }

  func preset(seed: UInt64) -> Preset {
    var copy = preset
    copy.seed = seed
    // Many runs at once are looked at, not guided.
    copy.script = nil
    return copy
  }

  var isTwin: Bool { preset.columns.count > 1 }
  var isOver: Bool { members.allSatisfy(\.isOver) }
  var finishedCount: Int { members.count(where: \.isOver) }

  /// All that the seeds have brought so far, as `ganbook run --seeds` tells it.
  var table: SeedTable {
    var results = SeedResults()
    var failures: [SeedTable.Failure] = []
    for member in members {
      if let failure = member.failure {
        failures.append(.init(seed: member.seed, reason: failure))
      } else if let moment = member.moment, let result = SeedResult(moment, of: preset) {
        // Seeds differ and everything else is alike: there is nothing to refuse.
        try? results.add(result)
      }
    }
    return SeedTable(results, failures: failures)
  }

  mutating func take(_ report: Trainer.Report, of seed: UInt64) {
    guard let place = members.firstIndex(where: { $0.seed == seed }) else { return }
    switch report {
    case .moment(let moment): members[place].take(moment)
    case .failed(let sentence): members[place].failure = sentence
    case .refused, .unrecorded, .restoring: break
    }
  }

  /// When the next moments are to be asked for; infinity where these last.
  var nextLook: Double { isOver ? .infinity : lookedAt + Self.interval }
}

extension FanState.Member {
  fileprivate mutating func take(_ new: Moment) {
    moment = new
    for (index, column) in new.columns.enumerated() {
      if index == planes.count { planes.append(PlaneMemory()) }
      if case .plane(let plane) = column.picture { planes[index].take(plane, step: new.step) }
    }
  }
}
