public import Adversarial
private import Dispatch
public import Experiments
private import Foundation

/// The thread that drives a run at its own pace. Only values cross: commands go in by a mailbox,
/// moments come out by a slot that keeps the newest.
public final class Trainer: Sendable {
  /// What comes out.
  public enum Report: Sendable {
    case moment(Moment)
    /// A command was refused, in one sentence.
    case refused(CommandError)
    /// The preset's settings describe no game.
    case failed(String)
  }

  private let desk = Desk()

  /// Starts a thread that builds the run and trains it.
  ///
  /// - Parameters:
  ///   - keeper: gives the run, and every fork of it, a place to be written down.
  ///   - clock: seconds that go by, with which a page that is too fast to watch keeps its
  ///     ``Experiment/pace``; without one it trains as fast as it can.
  ///   - prepareThread: called first on the new thread: the place to block signals, which the
  ///     engine's own threads then inherit.
  public convenience init(
    experiment: Experiment, preset: Preset, threads: Int, keeper: (any Keeper)? = nil,
    prepareThread: @escaping @Sendable () -> Void = {}, clock: (@Sendable () -> Double)? = nil
  ) {
    self.init(keeper: keeper, clock: clock, prepareThread: prepareThread) { desk in
      let run = try Run(experiment: experiment, preset: preset, threads: threads)
      desk.keep(run, keeper, parent: nil)
      return run
    }
  }

  /// Starts a thread that goes on with a recorded run: paused at its last step, or as it ended,
  /// with its whole past. Where it can't be written it can still be looked at and tried out.
  public convenience init(
    resuming id: String, in store: RunStore, threads: Int, keeper: (any Keeper)? = nil,
    prepareThread: @escaping @Sendable () -> Void = {}, clock: (@Sendable () -> Double)? = nil
  ) {
    self.init(keeper: keeper, clock: clock, prepareThread: prepareThread) { desk in
      let (run, remarks) = try store.resume(id, threads: threads)
      for remark in remarks { desk.remark(remark) }
      return run
    }
  }

  private init(
    keeper: (any Keeper)?, clock: (@Sendable () -> Double)?,
    prepareThread: @escaping @Sendable () -> Void, _ make: @escaping @Sendable (Desk) throws -> Run
  ) {
    let desk = desk
    let thread = Thread {
      prepareThread()
      desk.work(keeper, clock: clock, make)
      desk.ended.signal()
    }
    thread.name = "ganbook trainer"
    thread.stackSize = 16 << 20
    thread.start()
  }

  deinit { desk.send(.stop) }

  /// Hands in a command; it applies at the next step boundary.
  public func send(_ command: Command) { desk.send(.command(command)) }

  /// Asks for a moment with what is wanted of the plane; it comes after the step in progress.
  public func look(_ look: PlaneLook) { desk.send(.look(look)) }

  /// Asks for a moment with D's field at so many cells.
  public func look(fieldColumns: Int, fieldRows: Int) {
    look(PlaneLook(columns: fieldColumns, rows: fieldRows))
  }

  /// Looks back at a step, or at the live one again with nil. While a person looks back, training
  /// waits; commands other than notes go to the live run all the same.
  public func view(_ step: Int?) { desk.send(.view(step)) }

  /// Goes on from the step in view as a run of its own; the run that was left keeps its recording.
  public func fork() { desk.send(.fork) }

  /// Writes down how the run stands; to be called once or twice a second.
  ///
  /// - Parameter done: called on the trainer's thread when that is on the disk.
  public func pulse(_ done: @escaping @Sendable () -> Void = {}) { desk.send(.pulse(done)) }

  /// What has come out since the last time: refusals and failures in order, and the newest moment.
  public func reports() -> [Report] {
    let notices = desk.notices.take()
    return notices + (desk.moments.take().map { [.moment($0)] } ?? [])
  }

  /// Ends the thread and returns when it has ended.
  public func stop() {
    desk.send(.stop)
    desk.ended.wait()
    // Whoever stops again finds it ended.
    desk.ended.signal()
  }
}

/// What the two threads share.
fileprivate final class Desk: Sendable {
  enum Letter: Sendable {
    case command(Command)
    case look(PlaneLook)
    case view(Int?)
    case fork
    case pulse(@Sendable () -> Void)
    case stop
  }

  let letters = Mailbox<Letter>()
  let notices = Mailbox<Trainer.Report>()
  let moments = Latest<Moment>()
  let ended = DispatchSemaphore(value: 0)
  private let arrived = DispatchSemaphore(value: 0)

  func send(_ letter: Letter) {
    letters.send(letter)
    arrived.signal()
  }

  /// A sentence for the person.
  func remark(_ sentence: String) { notices.send(.refused(CommandError(sentence))) }

  /// Begins to write a run down; where that can't be, the person is told and the run goes on.
  func keep(_ run: Run, _ keeper: (any Keeper)?, parent: (id: String, step: Int)?) {
    guard let keeper else { return }
    do {
      run.attach(try keeper.begin(run, parent: parent))
    } catch {
      remark("not recorded: \(error.description)")
    }
  }

  /// The life of the training thread: it sleeps while nothing moves and nobody asks.
  func work(
    _ keeper: (any Keeper)?, clock: (@Sendable () -> Double)?, _ make: (Desk) throws -> Run
  ) {
    let run: Run
    do {
      run = try make(self)
    } catch {
      notices.send(.failed("\(error)"))
      return
    }
    var table = Table(run: run, keeper: keeper)
    var tact = Tact(pace: run.experiment.pace, clock: clock)
    while let moved = table.answer(letters.take(), rests: tact.left > 0, self) {
      if tact.left > 0 {
        _ = arrived.wait(timeout: .now() + tact.left)
      } else if moved {
        tact.beat()
      } else {
        arrived.wait()
      }
    }
    table.run.end()
    table.tellProblem(self)
  }
}

/// What the training thread works at: the run, and the step that a person looks at.
private struct Table {
  var run: Run
  /// The past step in view; nil for the live one.
  var past: Int?

  private let keeper: (any Keeper)?

  init(run: Run, keeper: (any Keeper)?) {
    self.run = run
    self.keeper = keeper
  }

  /// One step boundary; while it rests nothing moves. Returns whether to go on at once, or nil at
  /// the end.
  mutating func answer(_ letters: [Desk.Letter], rests: Bool, _ desk: Desk) -> Bool? {
    var commands: [Command] = []
    var look: PlaneLook?
    for letter in letters {
      switch letter {
      case .command(let command): commands.append(command)
      case .look(let wanted): look = wanted
      case .view(let step): past = step.flatMap { $0 < run.step ? max(0, $0) : nil }
      case .fork: fork(desk)
      case .pulse(let done):
        run.flush()
        done()
      case .stop: return nil
      }
    }
    let moved = advance(commands, rests: rests, desk)
    tellProblem(desk)
    if let look { desk.moments.put(moment(look)) }
    return moved
  }

  /// Commands are applied; a step is taken unless it rests or the person looks back.
  private func advance(_ commands: [Command], rests: Bool, _ desk: Desk) -> Bool {
    guard past != nil || rests else {
      let outcome = run.advance(commands)
      for refusal in outcome.refusals { desk.notices.send(.refused(refusal)) }
      return outcome.moved
    }
    for command in commands {
      do { try run.apply(command) } catch { desk.notices.send(.refused(error)) }
    }
    return false
  }

  private func moment(_ look: PlaneLook) -> Moment {
    past.map { run.moment(at: $0, look) } ?? run.moment(look)
  }

  private mutating func fork(_ desk: Desk) {
    do {
      let fork = try run.fork(at: past ?? run.step)
      let parent = run.id.map { ($0, fork.step) }
      run.end()
      tellProblem(desk)
      run = fork
      past = nil
      desk.keep(fork, keeper, parent: parent)
    } catch {
      desk.notices.send(.refused(CommandError(error.description)))
    }
  }

  func tellProblem(_ desk: Desk) {
    if let problem = run.recorder?.takeProblem() { desk.remark(problem) }
  }
}
