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
private final class Desk: Sendable {
  enum Letter: Sendable {
    case command(Command)
    case look(columns: Int, rows: Int)
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
    while let asked = answer(letters.take(), run) {
      if !asked { arrived.wait() }
    }
  }

  /// One step boundary. Returns whether to go on at once, or nil at the end.
  private func answer(_ letters: [Letter], _ run: Run) -> Bool? {
    var commands: [Command] = []
    var view: (columns: Int, rows: Int)?
    for letter in letters {
      switch letter {
      case .command(let command): commands.append(command)
      case .look(let columns, let rows): view = (columns, rows)
      case .stop: return nil
      }
    }
    let outcome = run.advance(commands)
    for refusal in outcome.refusals { notices.send(.refused(refusal)) }
    if let view {
      moments.put(run.moment(fieldColumns: view.columns, fieldRows: view.rows))
    }
    return outcome.moved
  }
}
