internal import Adversarial
internal import Dispatch
internal import Experiments
internal import Synchronization

/// What the two threads share.
final class TrainerDesk: Sendable {
  enum Letter: Sendable {
    case command(Command)
    case goOn(Int)
    case look(PlaneLook)
    case view(Int?)
    case fork
    case pulse(@Sendable () -> Void)
    case stop
  }

  let letters = Mailbox<Letter>()
  let notices: Mailbox<Trainer.Report>
  let moments: Latest<Moment>
  /// What could not be written down of the runs so far.
  let losses = Mutex<[RecordingLoss]>([])
  let ended = DispatchSemaphore(value: 0)
  private let arrived = DispatchSemaphore(value: 0)
  private let stops = Atomic<Bool>(false)

  init(ring: @escaping @Sendable () -> Void) {
    notices = Mailbox(ring: ring)
    moments = Latest(ring: ring)
  }

  /// Whether an end is wanted: what takes long asks now and then.
  var isStopping: Bool { stops.load(ordering: .relaxed) }

  func send(_ letter: Letter) {
    if case .stop = letter { stops.store(true, ordering: .relaxed) }
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
      lose(RecordingLoss(id: nil, step: run.step, cause: error.description))
    }
  }

  /// A run is not written down, or no longer: said at once, and again at the end.
  private func lose(_ loss: RecordingLoss, said sentence: String? = nil) {
    losses.withLock { $0.append(loss) }
    notices.send(.unrecorded(sentence ?? loss.description))
  }

  /// Tells what a recorder could not write.
  func tellProblems(of recorder: (any Recorder)?) {
    while let problem = recorder?.takeProblem() {
      let known = losses.withLock { $0 }
      if let loss = recorder?.loss, !known.contains(loss), problem.hasPrefix(loss.cause) {
        lose(loss, said: problem)
      } else {
        remark(problem)
      }
    }
  }

  /// The life of the training thread: it sleeps while nothing moves and nobody asks.
  func work(in surroundings: Trainer.Surroundings, _ make: (TrainerDesk) throws -> Run) {
    let run: Run
    do {
      run = try make(self)
    } catch {
      notices.send(.failed("\(error)"))
      return
    }
    let clock = surroundings.clock
    var table = TrainerTable(run: run, keeper: surroundings.keeper)
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
    table.end(self)
  }

  /// Until a letter comes, or time is up.
  private func sleep(seconds: Double) {
    guard seconds.isFinite else { return arrived.wait() }
    _ = arrived.wait(timeout: .now() + seconds)
  }
}
