import Adversarial
import Notebook
import Plotting

/// Where a run branched off another one.
struct Fork: Sendable, Equatable {
  /// The other run: its number in the notebook, or its preset where it is not recorded.
  let name: String
  let step: Int
}

extension RunState {
  /// The step that training has reached.
  var live: Int { moment?.time.live ?? 0 }

  /// Whether the person looks back, or is about to.
  var isLookingBack: Bool { goal != nil }

  /// Whether the moment that was asked for is still on its way.
  var isGoing: Bool { moment != nil && (goal.map { $0 != step } ?? isPast) }

  /// Whether the moment on the screen is a past one.
  var isPast: Bool { moment?.isPast ?? false }

  /// The steps that the keys go through: those with a record in the history.
  var records: [Int] { moment?.fullest.steps ?? [] }

  /// Where the keys set out from.
  private var place: Int { goal ?? live }

  /// The record before or after the place in view; nil for the live step.
  func record(by offset: Int) -> Int? {
    let records = records
    if offset < 0 { return records.last { $0 < place } ?? min(0, place) }
    return clamped(records.first { $0 > place } ?? live)
  }

  /// The record nearest to a place one twentieth of the run away; nil for the live step.
  func leap(by direction: Int) -> Int? {
    let wanted = place.addingReportingOverflow(direction * max(1, live / 20)).partialValue
    guard wanted < live else { return nil }
    return clamped(nearestRecord(to: max(0, wanted)))
  }

  private func nearestRecord(to step: Int) -> Int {
    records.last { $0 <= step } ?? 0
  }

  private func clamped(_ step: Int) -> Int? { step < live ? max(0, step) : nil }

  /// What a moment says of where the person is: a fork has come, or the live step was reached.
  mutating func settleTime() {
    guard let moment else { return }
    if let wanted = pendingFork, !moment.isPast, moment.time.live <= wanted.step {
      parent = wanted
      pendingFork = nil
    }
    if let goal, goal >= moment.time.live { self.goal = nil }
  }

  /// Everything written about the run, oldest first.
  var remarks: [Remark] {
    (moment?.time.commands ?? []).compactMap { Remark($0) }.sorted { $0.step < $1.step }
  }

  /// The steps at which something was turned.
  var tweaks: [Int] {
    (moment?.time.commands ?? []).filter { $0.command.isTweak }.map(\.step)
  }
}

extension Moment {
  /// The history that reaches farthest: a side that diverged has none behind its last step.
  var fullest: History {
    columns.dropFirst().reduce(columns[0].history) {
      ($1.history.steps.last ?? -1) > ($0.steps.last ?? -1) ? $1.history : $0
    }
  }
}

extension Moment.Column {
  /// The place of the newest record up to a step; −1 where there is none, or the column had
  /// diverged.
  func record(at step: Int) -> Int {
    if case .diverged(let last) = status, step >= last { return -1 }
    return history.count(upTo: step) - 1
  }
}
