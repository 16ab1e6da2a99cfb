internal import Adversarial
private import ArgumentParser
internal import Experiments
internal import Notebook

/// Plays a preset's script without a screen: captions, tweaks and measures at their steps.
/// Nobody is there to press a key or to answer: pauses are passed over, and a question is
/// followed by what the run says.
struct GuidedRun {
  private let run: Run
  private var player: ScriptPlayer

  /// - Throws: ``Failure`` where the preset has no script.
  init(_ run: Run) throws(Failure) {
    guard let script = run.preset.script else {
      throw Failure(
        .usage, "the preset '\(run.preset.name)' has no script; 'ganbook run' trains it")
    }
    self.run = run
    player = ScriptPlayer(script, steps: run.preset.steps)
  }

  /// What the script wants now, and a step. Returns false at the end.
  mutating func advance() throws(Failure) -> Bool {
    let actions = player.update(step: run.step, status: run.status)
    for action in actions { try perform(action) }
    player.goOn()
    return run.advance() || !actions.isEmpty
  }

  private func perform(_ action: ScriptAction) throws(Failure) {
    switch action {
    case .say(let caption):
      try Console.print(GuidedText.head(run.step) + GuidedText.measures(run))
      try Console.print(GuidedText.caption(caption))
    case .send(let command):
      do { try run.apply(command) } catch { throw Failure(.data, error.description) }
      if let line = GuidedText.line(command, titles: run.titles) {
        try Console.print(GuidedText.head(run.step) + line)
      }
    case .ask(let prediction): try Console.print(GuidedText.question(prediction))
    case .compare(let prediction, let answer):
      try Console.print(GuidedText.caption(prediction.verdict(answer, run.measures)))
    case .recall(let missed): try Console.print(GuidedText.recall(missed))
    case .show, .wait, .end: break
    }
  }
}

extension GuidedRun {
  /// Plays a preset's script, where a preset is what the name means.
  /// - Parameter last: the step to stop at; nil plays it to its end.
  /// - Returns: false where it means none.
  /// - Throws: ``Failure`` where the preset has no script, or the exit code of a signal.
  static func replay(
    _ name: String, threads: Int, to last: Int?, until stop: StopSignal
  ) throws -> Bool {
    let library = Surroundings.library()
    let isPreset =
      name.contains("?") || name.hasSuffix(".yaml") || library.presets.contains { $0.name == name }
    guard isPreset else { return false }
    let (preset, page) = try Surroundings.preset(name, in: library)
    let run: Run
    do { run = try Run(experiment: page, preset: preset, threads: threads) } catch {
      throw Failure(.data, error.description)
    }
    var script = try GuidedRun(run)
    while stop.exitCode == nil, run.step < last ?? .max, try script.advance() {}
    if let code = stop.exitCode { throw ExitCode(code) }
    return true
  }
}

/// A script's parts as lines of text.
enum GuidedText {
  static func head(_ step: Int) -> String { "step \(Wording.count(step)): " }

  /// What each side reaches, in a few words.
  static func measures(_ run: Run) -> String {
    zip(run.titles, run.measures).map { title, measures in
      let words = measures.filter { Measure.headlines.contains($0.name) }
        .map { "\($0.title) \($0.words($0.value))" }
      return (title.isEmpty ? "" : title + " ") + words.joined(separator: ", ")
    }.joined(separator: "; ")
  }

  static func caption(_ text: String) -> String {
    text.split(separator: "\n").map { Wording.wrapped(String($0), columns: 76) }
      .joined(separator: "\n").split(separator: "\n").map { "  " + $0 }.joined(separator: "\n")
  }

  /// What was passed over while a person steered.
  static func recall(_ missed: ScriptAction.Missed) -> String {
    let turns = missed.turns.compactMap { turn in
      line(turn.command, titles: []).map {
        "  \(head(turn.step))not turned, because the step has passed: \($0)"
      }
    }
    let captions = missed.captions.map { "  \(head($0.step))the lesson said:\n\(caption($0.text))" }
    return (turns + captions).joined(separator: "\n") + "\n  (Enter goes on)"
  }

  /// A tweak, a mark or a note; nil for what only moves the run.
  static func line(_ command: Command, titles: [String]) -> String? {
    switch command {
    case .set(let name, let setting, let column):
      let side = column.map { titles.indices.contains($0) ? " (\(titles[$0]))" : "" } ?? ""
      return "\(name) \(Wording.setting(setting))\(side)"
    case .mark: return "mark"
    case .note(let text, _): return "note: \(Wording.line(text))"
    case .pause, .resume, .advance, .stepPlayer, .twin, .answer: return nil
    }
  }

  /// The question, and the possible answers with their numbers.
  static func question(_ prediction: Prediction) -> String {
    var lines = [caption(prediction.question)]
    if case .choice(let choices) = prediction.kind {
      lines += choices.enumerated().map { "    \($0 + 1)  \($1.text)" }
    }
    if case .formula(let derivation) = prediction.kind {
      lines += derivation.variables.map { "    \($0.name)  \($0.meaning)" }
    }
    if !prediction.hints.isEmpty { lines.append("    ?  a hint") }
    return lines.joined(separator: "\n")
  }
}
