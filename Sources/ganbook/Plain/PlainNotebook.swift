internal import Adversarial
internal import Experiments
private import Foundation
internal import Notebook

/// The notebook as lines of text: for a screen reader, a pipe, a terminal that places no cursor.
final class PlainNotebook {
  private let library: PresetLibrary
  private let threads: Int
  private let store: RunStore?
  /// A recorded run to begin with.
  private let first: String?
  private var input = PlainInput()
  private var run: PlainRun?
  private var hasQuit = false
  /// What could not be written down of the runs that were left.
  private var losses: [RecordingLoss] = []

  /// - Parameter options: what is said of the screen and its pace is not looked at.
  init(_ options: TerminalLoop.Options) {
    library = options.library
    store = options.store
    threads = options.threads
    first = options.run
  }

  /// Reads lines until `quit`, the end of the input or a signal.
  /// - Returns: the exit code: 0, 74 where a run could not be recorded, or 128 and the signal's
  ///   number.
  /// - Throws: ``Failure`` where the answers can't be written, or the run to begin with is not
  ///   there.
  func work(until stop: StopSignal) throws(Failure) -> Int32 {
    let code: Int32
    do throws(Failure) {
      code = try answer(until: stop)
    } catch {
      leave()
      throw error
    }
    leave()
    for loss in losses { Console.remark("ganbook: \(loss)") }
    return code == 0 && !losses.isEmpty ? Failure.Kind.inputOutput.rawValue : code
  }

  private func leave() {
    losses += run?.stop() ?? []
    run = nil
  }

  private func answer(until stop: StopSignal) throws(Failure) -> Int32 {
    if let first {
      try open(first)
    } else {
      try Console.print(PlainText.menu(library))
    }
    if let problem { try Console.print(problem) }
    while stop.exitCode == nil, !hasQuit {
      try run?.collect()
      try takeLines()
      // What a file's last line has begun comes to its end first.
      if input.isDone, input.isTerminal || run?.isBusy != true { return 0 }
      input.wait(milliseconds: run == nil ? 250 : 20)
    }
    return stop.exitCode ?? 0
  }

  /// Why runs are not recorded, in a sentence; nil where they are.
  private var problem: String? {
    guard let store else { return "There is no folder for a notebook: runs are not recorded." }
    return store.problem()
  }

  /// A person's lines count at once; those of a file wait for what the line before them has begun.
  private func takeLines() throws(Failure) {
    while !hasQuit, input.isTerminal || run?.isBusy != true, let line = input.next() {
      do { try take(line) } catch let error as CommandError {
        try Console.print(error.description)
      } catch let failure as Failure {
        throw failure
      } catch {
        try Console.print("\(error)")
      }
    }
  }

  private func take(_ text: String) throws {
    if case .asking(let prediction)? = run?.player?.phase, !text.allSatisfy(\.isWhitespace) {
      do {
        if let words = try run?.answer(text, to: prediction) {
          try Console.print(GuidedText.caption(words))
        }
        return
      } catch let error as CommandError {
        // Whatever is no answer may still be another line.
        guard (try? PlainLine(text)) != nil, Double(text) == nil else {
          return try Console.print(error.description)
        }
      }
    }
    switch try PlainLine(text) {
    case .menu: try Console.print(PlainText.menu(library))
    case .help: try Console.print(PlainText.help)
    case .quit: hasQuit = true
    case .start(let name): try start(try library.preset(name))
    case .number(let number): try start(number)
    case .enter where run == nil: try Console.print(PlainText.menu(library))
    case let line: try take(line, of: try current())
    }
  }

  private func current() throws(CommandError) -> PlainRun {
    guard let run else {
      throw CommandError("no run is open; a number of the menu starts one")
    }
    return run
  }

  // MARK: Starting

  private func start(_ number: Double) throws {
    guard let place = Int(exactly: number), library.presets.indices.contains(place - 1) else {
      throw CommandError("the menu goes from 1 to \(library.presets.count)")
    }
    try start(library.presets[place - 1])
  }

  private func start(_ preset: Preset) throws {
    guard let page = Contents.pages.first(where: { $0.name == preset.page }) else {
      throw CommandError("the page '\(preset.page)' of this preset is gone")
    }
    leave()
    try Console.print(PlainText.opening(preset, page))
    run = PlainRun(
      preset, page, threads: threads,
      keeper: problem == nil ? store.map { RunKeeper($0) } : nil)
  }

  /// Goes on with a recorded run.
  private func open(_ id: String) throws(Failure) {
    guard let store else {
      throw Failure(.usage, "there is no home folder; name a notebook with --notebook")
    }
    let recorded: RecordedRun
    do { recorded = try store.open(id) } catch { throw Failure(error) }
    try Console.print(PlainText.opening(recorded.preset, recorded.page))
    run = PlainRun(resuming: recorded, of: store, threads: threads)
  }

  // MARK: A run's lines

  private func take(_ line: PlainLine, of run: PlainRun) throws {
    switch line {
    case .enter:
      if run.player?.phase == .playing || run.player == nil { run.sayStatus() } else { run.goOn() }
    case .status: run.sayStatus()
    case .every(let steps): run.interval = steps
    case .knobs(let name): try Console.print(PlainText.knobs(name, try settings(of: run)))
    case .command(let command): try send(command, to: run)
    case .set(let name, let value, let side): try set(name, value, side, in: run)
    case .modes:
      try Console.print(PlainText.modes(try settings(of: run), run.page))
    case .edit(let edit): try perform(edit, in: run)
    case .back(let step): run.view(step)
    case .live: run.view(nil)
    case .fork: run.fork()
    case .save(let name): try save(name, of: run)
    case .guide: try guide(run)
    case .menu, .help, .quit, .start, .number: break
    }
  }

  private func send(_ command: Command, to run: PlainRun) throws {
    switch command {
    case .mark: run.send(.mark(at: run.past), echo: "written down")
    case .note(let text, _): run.send(.note(text, at: run.past), echo: "written down")
    case .set, .twin, .answer: run.send(command, echo: "done")
    case .pause:
      run.send(command)
      run.sayStatus()
    case .resume:
      run.goOn(from: run.moment)
      run.sayStatus()
    case .advance, .stepPlayer:
      try takeOver(run)
      if case .advance = command { run.isBusyStepping = true }
      run.send(command)
      run.sayStatus()
    }
  }

  private func takeOver(_ run: PlainRun) throws(Failure) {
    guard run.takeOver() else { return }
    try Console.print("you have taken over; 'guide' lets the script go on")
  }

  private func guide(_ run: PlainRun) throws {
    guard run.player != nil else { throw CommandError("this preset has no script") }
    run.handBack()
  }

  private func settings(of run: PlainRun) throws(CommandError) -> [Settings] {
    guard let moment = run.moment else { throw CommandError("the run is being built; once more") }
    return moment.columns.map(\.settings)
  }

  private func set(_ name: String, _ value: String, _ side: Int?, in run: PlainRun) throws {
    var settings = try settings(of: run)
    let index = side ?? 0
    guard settings.indices.contains(index) else {
      throw CommandError("the run has no side \(index + 1), only \(settings.count)")
    }
    try settings[index].set(name, toText: value)
    guard let setting = settings[index][name] else { return }
    try takeOver(run)
    run.send(
      .set(name: name, setting: setting, column: side),
      echo: "\(name) is \(Wording.setting(setting))")
  }

  private func perform(_ edit: ModeEdit, in run: PlainRun) throws {
    let commands = try edit.commands(for: settings(of: run), on: run.page)
    try takeOver(run)
    for command in commands {
      run.send(command, echo: "done; 'modes' lists them")
    }
  }

  private func save(_ name: String, of run: PlainRun) throws {
    guard let folder = PresetFolder(environment: ProcessInfo.processInfo.environment) else {
      throw CommandError("there is no home to save in: neither XDG_CONFIG_HOME nor HOME is set")
    }
    guard let moment = run.moment else { throw CommandError("the run is being built; once more") }
    let file = try folder.save(run.preset.turned(to: moment), as: name, among: library)
    try Console.print("saved as \(Wording.line(file))")
  }
}
