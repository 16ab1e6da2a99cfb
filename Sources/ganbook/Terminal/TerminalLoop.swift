private import CTermGuard
private import Experiments
private import Foundation
internal import Notebook
private import Plotting
private import Workbench

/// The notebook in a terminal: keys, sizes, the trainer's reports and the clock go into the
/// workbench; what it asks for is done; its picture goes to the screen.
///
/// The program's clock is here and nowhere below.
final class TerminalLoop {
  /// Opens the notebook and returns when a person has left it.
  /// - Returns: the exit code: 0, 74 where something could not be written down, 130 after Ctrl-C,
  ///   143 after SIGTERM, 129 when the terminal went away.
  /// - Throws: ``Failure`` where the terminal won't do, or the run to begin with is not there.
  static func run(_ options: Options) throws -> Int32 {
    try check(options)
    let session: TerminalSession
    do {
      session = try TerminalSession(
        options.appearance, environment: ProcessInfo.processInfo.environment)
    } catch {
      throw Failure(error.exitCode, error.description)
    }
    let loop = TerminalLoop(session, options)
    let code = loop.turn()
    loop.run.end()
    loop.fan.stop()
    loop.trials.close()
    loop.archive.close()
    loop.presenter.awaitArrival(&loop.keyboard)
    session.close()
    let losses = loop.run.losses.map(\.description) + loop.trials.losses
    for loss in losses { Console.remark("ganbook: " + loss) }
    return code == 0 && !losses.isEmpty ? Failure.Kind.inputOutput.rawValue : code
  }

  private let session: TerminalSession
  private let presenter: Presenter
  private var keyboard: Keyboard
  private let archive: Archive
  private let trials: BackgroundTrials
  private let bell = Bell()
  private let start = ContinuousClock.now
  private var bench: Workbench
  private let run: LiveRun
  private let fan: Fan
  private var player: Player?
  private var pace = Pace()
  private var hasQuit = false

  private init(_ session: TerminalSession, _ options: Options) {
    self.session = session
    archive = Archive(options.store, data: options.data, bell: bell)
    trials = BackgroundTrials(options.store?.ledger, bell: bell)
    run = LiveRun(archive, threads: options.threads, bell: bell)
    fan = Fan(jobs: options.threads, bell: bell)
    let start = start
    presenter = Presenter(session) { (ContinuousClock.now - start) / .seconds(1) }
    keyboard = Keyboard(after: session.query, hasMouse: options.appearance.usesMouse)
    bench = Workbench(
      pages: Contents.pages, library: options.library, charset: session.charset,
      hasColour: session.palette.depth != .monochrome)
    player = options.speed.map { Player(speed: $0) }
    handle(archive.standing)
    archive.listRuns()
    trials.read()
    if let run = options.run {
      archive.choose(run)
    } else if archive.isFirstStart {
      handle(.firstStart)
    }
  }

  private var seconds: Double { (ContinuousClock.now - start) / .seconds(1) }

  /// Runs until the end is asked for; returns the exit code.
  private func turn() -> Int32 {
    resize()
    while true {
      let begin = seconds
      bell.arm()
      handle(.tick(seconds: begin))
      collect()
      show()
      if let code = wait(since: begin) { return code }
    }
  }

  /// Sleeps until something may have changed, and the next frame is due; takes keys as they come.
  private func wait(since begin: Double) -> Int32? {
    var isStill = true
    // Of what was typed ahead nothing more comes.
    if takeKeys() { return nil }
    while !hasQuit {
      let due = isStill ? max(begin + pace.interval, nextLook) : begin + pace.interval
      let ready = Wait.forNews(seconds: max(0, due - seconds))
      if let signal = session.stopSignal { return 128 + signal }
      if ready == .hungUp { return 128 + SIGHUP }
      session.suspendIfAsked { presenter.awaitArrival(&keyboard) }
      if session.wasContinued() {
        presenter.screen.adoptKernelSize()
        resize()
      }
      // Curses then says so like a key.
      if session.wasResized() { presenter.screen.adoptKernelSize() }
      // The next piece of a picture can go out.
      if takeKeys() { return nil }
      if ready == .nothing || begin + pace.interval <= seconds { return nil }
      isStill = false
    }
    return 0
  }

  /// When something may change without news.
  private var nextLook: Double {
    min(
      bench.nextTick, trials.nextLook, presenter.nextLook, keyboard.nextLook,
      player?.nextLook ?? .infinity)
  }

  // MARK: In

  /// Takes the keys that are there, and shows what they do at once; returns whether the terminal
  /// has taken in the last piece of a picture.
  private func takeKeys() -> Bool {
    var (hasArrived, isAnswer) = (false, false)
    while !hasQuit,
      let event = keyboard.next(at: seconds, awaitsArrival: presenter.awaitsArrival)
    {
      if event == .arrived {
        presenter.noteArrival()
        hasArrived = true
        continue
      }
      isAnswer = true
      switch event {
      case .arrived: break
      case .key(let key):
        player = nil
        handle(.key(key))
      case .paste(let text): handle(.paste(text))
      case .mouse(let mouse):
        player = nil
        handle(.mouse(mouse))
      case .resized: resize()
      }
    }
    if isAnswer, !hasQuit { show(answersKey: true) }
    return hasArrived
  }

  private func resize() {
    let size = presenter.screen.size
    presenter.forget()
    handle(.resized(columns: size.columns, rows: size.rows))
  }

  private func collect() {
    for message in archive.messages() + trials.messages(at: seconds) + fan.messages() {
      handle(message)
    }
    for report in run.reports() {
      if case .moment(let moment) = report {
        player?.see(step: moment.step, live: moment.time.live)
      }
      handle(.report(report))
    }
    if let message = player?.message(at: seconds) { handle(message) }
  }

  // MARK: Out

  private func handle(_ message: Message) {
    for effect in bench.update(message) { perform(effect) }
  }

  private func perform(_ effect: Effect) {
    switch effect {
    case .start(let preset): run.begin(preset)
    case .send(let command): run.trainer?.send(command)
    case .goOn(let step): run.trainer?.goOn(to: step)
    case .look(let look): run.trainer?.look(look)
    case .view(let step): run.trainer?.view(step)
    case .fork: run.trainer?.fork()
    case .open(let id): run.open(id)
    case .delete(let run): archive.delete(run)
    case .listRuns: archive.listRuns()
    case .readCard(let run): archive.readCard(run)
    case .savePreset(let preset, let name): archive.save(preset, as: name)
    case .export(let id, let format): run.export(id, as: format)
    case .tryClaim(let page, let seeds, let isQuick):
      trials.add(page, seeds: seeds, isQuick: isQuick)
    case .stopTrial(let page): trials.stop(page)
    case .readLedger: trials.read()
    case .startFan(let presets): fan.add(presets)
    case .lookAtFan(let look): fan.look(look)
    case .stopFan: fan.stop()
    case .stop: run.end()
    case .welcomed: archive.noteWelcome()
    case .repaint: presenter.forget()
    case .quit: hasQuit = true
    }
  }

  private func show(answersKey: Bool = false) {
    guard let spent = presenter.show(bench.view(), answersKey: answersKey) else { return }
    pace.noteCost(spent)
  }
}
