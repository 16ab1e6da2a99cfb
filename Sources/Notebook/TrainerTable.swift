internal import Adversarial

/// What the training thread works at: the run, and the step that a person looks at.
struct TrainerTable {
  var run: Run
  /// The past step in view; nil for the live one.
  var past: Int?

  private let keeper: (any Keeper)?
  private var hasNews = true

  init(run: Run, keeper: (any Keeper)?) {
    self.run = run
    self.keeper = keeper
  }

  /// One step boundary; while it rests nothing moves. Returns whether to go on at once, or nil at
  /// the end.
  mutating func answer(_ letters: [TrainerDesk.Letter], rests: Bool, _ desk: TrainerDesk) -> Bool? {
    var commands: [Command] = []
    var look: PlaneLook?
    for letter in letters {
      switch letter {
      case .command(let command):
        commands.append(command)
        hasNews = true
      case .goOn(let step):
        // The distance is that at this very step: what came before has been done.
        _ = apply(commands, desk)
        commands = step > run.step ? [.advance(steps: step - run.step)] : []
        hasNews = true
      case .look(let wanted): look = wanted
      case .view(let step): past = step.flatMap { $0 < run.step ? max(0, $0) : nil }
      case .fork: fork(desk)
      case .pulse(let done):
        flush(desk)
        done()
      case .stop: return nil
      }
    }
    let moved = advance(commands, rests: rests, desk)
    hasNews = hasNews || moved
    desk.tellProblems(of: run.recorder)
    if let look { desk.moments.put(moment(look)) }
    return moved
  }

  /// Commands are applied; a step is taken unless it rests or the person looks back.
  private func advance(_ commands: [Command], rests: Bool, _ desk: TrainerDesk) -> Bool {
    guard past != nil || rests else {
      let outcome = run.advance(commands)
      for refusal in outcome.refusals { desk.notices.send(.refused(refusal)) }
      return outcome.moved
    }
    return apply(commands, desk)
  }

  private func apply(_ commands: [Command], _ desk: TrainerDesk) -> Bool {
    for command in commands {
      do { try run.apply(command) } catch { desk.notices.send(.refused(error)) }
    }
    return false
  }

  private func moment(_ look: PlaneLook) -> Moment {
    past.map { run.moment(at: $0, look) } ?? run.moment(look)
  }

  private mutating func fork(_ desk: TrainerDesk) {
    do {
      let fork = try run.fork(at: past ?? run.step)
      let parent = run.id.map { ($0, fork.step) }
      end(desk)
      run = fork
      past = nil
      desk.keep(fork, keeper, parent: parent)
      hasNews = true
    } catch {
      desk.notices.send(.refused(CommandError(error.description)))
    }
  }

  /// Whether the run has changed since the last time.
  mutating func takeNews() -> Bool {
    defer { hasNews = false }
    return hasNews
  }

  func flush(_ desk: TrainerDesk) {
    run.flush()
    desk.tellProblems(of: run.recorder)
  }

  /// Leaves the run; what could not be written at the very end is told too.
  func end(_ desk: TrainerDesk) {
    let recorder = run.recorder
    run.end()
    desk.tellProblems(of: recorder)
  }
}
