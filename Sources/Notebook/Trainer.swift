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

  /// What a trainer is told of the world around it.
  public struct Surroundings: Sendable {
    /// Gives the run, and every fork of it, a place to be written down.
    public var keeper: (any Keeper)?
    /// Seconds that go by: with them the run is written down once a second.
    public var clock: (@Sendable () -> Double)?
    /// Whether the run is for the eye: a page that is too fast to watch keeps its
    /// ``Experiment/pace``.
    public var isWatched = false
    /// Called first on the new thread: the place to block signals, which the engine's own threads
    /// then inherit.
    public var prepareThread: @Sendable () -> Void = {}
    /// Called on the new thread when there is something to read in ``Trainer/reports()``.
    public var ring: @Sendable () -> Void = {}

    public init(keeper: (any Keeper)? = nil) { self.keeper = keeper }
  }

  private let desk: Desk

  /// Starts a thread that builds the run and trains it.
  public convenience init(
    experiment: Experiment, preset: Preset, threads: Int, in surroundings: Surroundings = .init()
  ) {
    self.init(surroundings) { desk in
      let run = try Run(experiment: experiment, preset: preset, threads: threads)
      desk.keep(run, surroundings.keeper, parent: nil)
      return run
    }
  }

  /// Starts a thread that goes on with a recorded run: paused at its last step, or as it ended,
  /// with its whole past. Where it can't be written it can still be looked at and tried out.
  public convenience init(
    resuming id: String, of store: RunStore, threads: Int, in surroundings: Surroundings = .init()
  ) {
    self.init(surroundings) { desk in
      let (run, remarks) = try store.resume(id, threads: threads)
      for remark in remarks { desk.remark(remark) }
      return run
    }
  }

  private init(
    _ surroundings: Surroundings, _ make: @escaping @Sendable (Desk) throws -> Run
  ) {
    let desk = Desk(ring: surroundings.ring)
    self.desk = desk
    let thread = Thread {
      surroundings.prepareThread()
      desk.work(in: surroundings, make)
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

  /// Writes down how the run stands at once.
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
  let notices: Mailbox<Trainer.Report>
  let moments: Latest<Moment>
  let ended = DispatchSemaphore(value: 0)
  private let arrived = DispatchSemaphore(value: 0)

  init(ring: @escaping @Sendable () -> Void) {
    notices = Mailbox(ring: ring)
    moments = Latest(ring: ring)
  }

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
  func work(in surroundings: Trainer.Surroundings, _ make: (Desk) throws -> Run) {
    let run: Run
    do {
      run = try make(self)
    } catch {
      notices.send(.failed("\(error)"))
      return
    }
    let clock = surroundings.clock
    var table = Table(run: run, keeper: surroundings.keeper)
    var tact = Tact(pace: surroundings.isWatched ? run.experiment.pace : nil, clock: clock)
    var heartbeat = Heartbeat(clock)
    while let moved = table.answer(letters.take(), rests: tact.left > 0, self) {
      if table.takeNews() { heartbeat.noteNews() }
      if heartbeat.left == 0 {
        table.flush(self)
        heartbeat.beat()
      }
      if tact.left == 0, moved {
        tact.beat()
      } else {
        sleep(seconds: min(tact.left > 0 ? tact.left : .infinity, heartbeat.left))
      }
    }
    table.run.end()
    table.tellProblem(self)
  }

  /// Until a letter comes, or time is up.
  private func sleep(seconds: Double) {
    guard seconds.isFinite else { return arrived.wait() }
    _ = arrived.wait(timeout: .now() + seconds)
  }
}

/// What the training thread works at: the run, and the step that a person looks at.
private struct Table {
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
  mutating func answer(_ letters: [Desk.Letter], rests: Bool, _ desk: Desk) -> Bool? {
    var commands: [Command] = []
    var look: PlaneLook?
    for letter in letters {
      switch letter {
      case .command(let command):
        commands.append(command)
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

  func flush(_ desk: Desk) {
    run.flush()
    tellProblem(desk)
  }

  func tellProblem(_ desk: Desk) {
    if let problem = run.recorder?.takeProblem() { desk.remark(problem) }
  }
}
