import Notebook
import Plotting

extension State {
  /// The one entrance: takes a message in, returns what the world should do.
  mutating func take(_ message: Message) -> [Effect] {
    switch message {
    case .key(let key): return press(key)
    case .resized(let columns, let rows):
      // A terminal reports its size; nothing larger than a wall of screens is believed.
      self.columns = min(max(0, columns), 2_000)
      self.rows = min(max(0, rows), 1_000)
      return [.repaint] + look() + lookAtFan()
    case .paste(let text): paste(text)
    case .mouse(let mouse): return take(mouse)
    case .report(let report): return take(report)
    case .seed(let seed, let report): fan?.take(report, of: seed)
    case .runs(let cards): runs.take(cards)
    case .someRuns(let cards, let count): runs.take(some: cards, of: count)
    case .card(let card): runs.take(card)
    case .notebook(let path, let isReadOnly, let problem):
      runs.folder = RunsState.Folder(path: path, isReadOnly: isReadOnly)
      if let problem { notice = Notice(problem, until: nil) }
    case .firstStart: isWelcoming = true
    case .choose(let run):
      guard runs.rows.contains(where: { $0.card.id == run }) else { break }
      runs.chosen = run
      return performOnRuns(.openRun)
    case .ledger(let findings, let problem): take(findings, problem: problem)
    case .found(let found): take(found)
    case .trials(let progress): ledger.take(progress, at: seconds)
    case .opened(let preset): run?.adopt(preset)
    case .library(let library): self.library = library
    case .replay(let step): return replay(to: step)
    case .notice(let sentence): say(sentence)
    case .plane(let gesture): return take(gesture)
    case .tick(let seconds): return tick(seconds)
    }
    return []
  }

  private mutating func take(_ report: Trainer.Report) -> [Effect] {
    guard run != nil else { return [] }
    switch report {
    case .moment(let moment):
      run?.take(moment, at: seconds)
      let effects = followGuide()
      return effects.isEmpty ? lookAgain() : effects
    case .restoring(let step, let last):
      say("Restoring the run: step \(Number.spaced(step)) of \(Number.spaced(last)) …")
      return []
    case .refused(let error):
      run?.revert()
      say(error.description, warning: true)
      return look()
    case .unrecorded(let sentence):
      run?.isUnrecorded = true
      // It stays until it was seen: the next key takes it away.
      notice = Notice(sentence, isWarning: true, until: nil)
      return look()
    case .failed(let sentence):
      run?.failure = sentence
      return []
    }
  }

  private mutating func tick(_ now: Double) -> [Effect] {
    guard now.isFinite, now >= seconds else { return [] }
    let passed = now - seconds
    seconds = now
    if let until = notice?.until, now >= until { notice = nil }
    run?.pass(passed, now: now)
    // A layer that was in the way may have closed.
    return followGuide() + lookAgain() + lookAtFanAgain()
  }

  /// When the next tick can change something; infinity where only news will.
  var nextTick: Double {
    min(
      notice?.until ?? .infinity, run?.nextLook(at: seconds) ?? .infinity,
      fan?.nextLook ?? .infinity)
  }

  /// Asks for the next moment when it is time: pictures follow the terminal, not the training.
  private mutating func lookAgain() -> [Effect] {
    guard let run, seconds >= run.nextLook(at: seconds) else { return [] }
    return look()
  }

  /// Asks for a moment that fits the plane on the screen.
  mutating func look() -> [Effect] {
    guard let run else { return [] }
    self.run?.lookedAt = seconds
    self.run?.isAwaitingMoment = true
    let field = RunLayout(state: self).field(of: run.view)
    return [.look(run.look(columns: field.columns, rows: field.rows))]
  }
}
