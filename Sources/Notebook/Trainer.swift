private import Adversarial
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
  /// - Parameter prepareThread: called first on the new thread: the place to block signals, which
  ///   the engine's own threads then inherit.
  public init(
    experiment: Experiment, preset: Preset, threads: Int,
    prepareThread: @escaping @Sendable () -> Void = {}
  ) {
    let desk = desk
    let thread = Thread {
      prepareThread()
      desk.work(experiment, preset, threads: threads)
      desk.ended.signal()
    }
    thread.name = "ganbook trainer"
    thread.stackSize = 16 << 20
    thread.start()
  }

  deinit { desk.send(.stop) }

  /// Hands in a command; it applies at the next step boundary.
  public func send(_ command: Command) { desk.send(.command(command)) }

  /// Asks for a moment with D's field at so many cells; it comes after the step in progress.
  public func look(fieldColumns: Int, fieldRows: Int) {
    desk.send(.look(columns: fieldColumns, rows: fieldRows))
  }

  /// Looks back at a step, or at the live one again with nil. While a person looks back, training
  /// waits; commands other than notes go to the live run all the same.
  public func view(_ step: Int?) { desk.send(.view(step)) }

  /// Goes on from the step in view as a run of its own; the run that was left keeps its recording.
  public func fork() { desk.send(.fork) }

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
    case look(columns: Int, rows: Int)
    case view(Int?)
    case fork
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

  /// The life of the training thread: it sleeps while nothing moves and nobody asks.
  func work(_ experiment: Experiment, _ preset: Preset, threads: Int) {
    let run: Run
    do {
      run = try Run(experiment: experiment, preset: preset, threads: threads)
    } catch {
      notices.send(.failed(error.description))
      return
    }
    var table = Table(run: run)
    while let moved = table.answer(letters.take(), self) {
      if !moved { arrived.wait() }
    }
  }
}

/// What the training thread works at: the run, and the step that a person looks at.
private struct Table {
  var run: Run
  /// The past step in view; nil for the live one.
  var past: Int?

  init(run: Run) { self.run = run }

  /// One step boundary. Returns whether to go on at once, or nil at the end.
  mutating func answer(_ letters: [Desk.Letter], _ desk: Desk) -> Bool? {
    var commands: [Command] = []
    var look: (columns: Int, rows: Int)?
    for letter in letters {
      switch letter {
      case .command(let command): commands.append(command)
      case .look(let columns, let rows): look = (columns, rows)
      case .view(let step): past = step.flatMap { $0 < run.step ? max(0, $0) : nil }
      case .fork: fork(desk)
      case .stop: return nil
      }
    }
    let moved = advance(commands, desk)
    if let look { desk.moments.put(moment(look)) }
    return moved
  }

  /// Commands are applied; a step is taken unless the person looks back.
  private func advance(_ commands: [Command], _ desk: Desk) -> Bool {
    guard past != nil else {
      let outcome = run.advance(commands)
      for refusal in outcome.refusals { desk.notices.send(.refused(refusal)) }
      return outcome.moved
    }
    for command in commands {
      do { try run.apply(command) } catch { desk.notices.send(.refused(error)) }
    }
    return false
  }

  private func moment(_ look: (columns: Int, rows: Int)) -> Moment {
    past.map { run.moment(at: $0, fieldColumns: look.columns, fieldRows: look.rows) }
      ?? run.moment(fieldColumns: look.columns, fieldRows: look.rows)
  }

  private mutating func fork(_ desk: Desk) {
    do {
      run = try run.fork(at: past ?? run.step)
      past = nil
    } catch {
      desk.notices.send(.refused(CommandError(error.description)))
    }
  }
}
