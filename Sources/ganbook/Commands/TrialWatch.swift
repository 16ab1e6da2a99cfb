private import Experiments
private import Foundation
internal import Notebook

/// Waits for trials, with one calm line on the error stream: redrawn in place on a terminal,
/// written anew four times a minute where it goes to a file; and a line for each seed as it comes.
struct TrialWatch {
  private let isTerminal: Bool
  private let watch = Stopwatch()
  private var clock = TrialClock()
  private var said = -1.0
  private var width = 0
  /// Whether something that was found could not be kept.
  private(set) var hasLost = false

  init(isTerminal: Bool) { self.isTerminal = isTerminal }

  /// Returns when all trials are over, or a signal came, with what they found.
  mutating func wait(for court: TrialCourt, until stop: StopSignal) -> Ledger {
    var ledger = Ledger()
    let kept = court.progress.games.count(where: \.isKept)
    if kept > 0 {
      Console.remark("kept from before: \(kept) of \(court.progress.games.count) games")
    }
    while true {
      let isOver = court.isIdle
      take(court.reports(), into: &ledger)
      if isOver { break }
      if stop.exitCode != nil { court.stop() }
      Thread.sleep(forTimeInterval: 0.1)
      clock.note(court.progress, at: watch.seconds)
      show(court.progress)
    }
    clear()
    return ledger
  }

  private mutating func take(_ reports: [TrialCourt.Report], into ledger: inout Ledger) {
    for report in reports {
      clear()
      switch report {
      case .found(let found):
        ledger.take(found)
        Console.remark(
          "\(found.place.page), seed \(found.place.seed): \(found.answer), "
            + Wording.line(found.finding.words))
      case .problem(let sentence):
        hasLost = true
        Console.remark("ganbook: " + sentence)
      }
    }
  }

  // MARK: The line

  /// "4 of 18 games, 31 % of the work, 3:20 left"
  private func line(_ progress: TrialProgress) -> String {
    let count = progress.count()
    let share = Int(100 * progress.share())
    let left = clock.secondsLeft(of: progress).map { "\(ProgressLine.duration($0)) left" }
    return "\(count.done) of \(count.all) games, \(share) % of the work"
      + (left.map { ", \($0)" } ?? "")
  }

  private mutating func show(_ progress: TrialProgress) {
    let pause = isTerminal ? 0.5 : 15.0
    let first = isTerminal ? 0.5 : 5.0
    guard watch.seconds >= first, watch.seconds - said >= pause else { return }
    said = watch.seconds
    if isTerminal { redraw(line(progress)) } else { Console.remark(line(progress)) }
  }

  private mutating func clear() { if width > 0 { redraw("") } }

  private mutating func redraw(_ line: String) {
    let shown = String(line.prefix(max(0, Console.errorColumns - 1)))
    let blanks = String(repeating: " ", count: max(0, width - shown.count))
    Console.redraw(shown, blanks: blanks)
    width = shown.count
  }
}
