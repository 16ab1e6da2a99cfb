public import Adversarial
public import Experiments
private import Foundation
private import Synchronization

/// The thread that drives a run at its own pace. Only values cross: commands go in by a mailbox,
/// moments come out by a slot that keeps the newest.
public final class Trainer: Sendable {
  /// What comes out.
  public enum Report: Sendable {
    case moment(Moment)
    /// A command was refused, in one sentence.
    case refused(CommandError)
    /// The run is not written down, or no longer, in one sentence.
    case unrecorded(String)
    /// The preset's settings describe no game.
    case failed(String)
    /// A recorded run is executed again from its newest checkpoint, and is that far.
    case restoring(step: Int, of: Int)
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

  private let desk: TrainerDesk

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
      let last = try store.open(id).lastStep
      var heartbeat = Heartbeat(surroundings.clock)
      let (run, remarks) = try store.resume(id, threads: threads) { run in
        heartbeat.noteNews()
        if heartbeat.left == 0 {
          heartbeat.beat()
          desk.notices.send(.restoring(step: run.step, of: last))
        }
        return !desk.isStopping
      }
      for remark in remarks { desk.remark(remark) }
      return run
    }
  }

  private init(
    _ surroundings: Surroundings, _ make: @escaping @Sendable (TrainerDesk) throws -> Run
  ) {
    let desk = TrainerDesk(ring: surroundings.ring)
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

  /// Lets the run go on until it stands at a step, however far it is by now; nothing happens where
  /// it is past that.
  public func goOn(to step: Int) { desk.send(.goOn(step)) }

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

  /// What could not be written down of the runs so far.
  public var losses: [RecordingLoss] { desk.losses.withLock { $0 } }

  /// Ends the thread and returns when it has ended.
  public func stop() {
    desk.send(.stop)
    desk.ended.wait()
    // Whoever stops again finds it ended.
    desk.ended.signal()
  }
}
