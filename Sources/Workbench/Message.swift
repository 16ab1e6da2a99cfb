public import Adversarial
public import Notebook

/// Everything that can happen to the workbench.
public enum Message: Sendable {
  case key(Key)
  /// Text came in one piece, from a clipboard.
  case paste(String)
  /// Something was clicked, dragged or scrolled.
  case mouse(Mouse)
  /// The terminal's size in cells.
  case resized(columns: Int, rows: Int)
  /// What the trainer reported.
  case report(Trainer.Report)
  /// The runs that are recorded.
  case runs([RunCard])
  /// Those of them that have been read so far.
  case someRuns([RunCard], of: Int)
  /// A run with its sides and its curves.
  case card(RunCard)
  /// What trials have found and is kept, and why it can't be read where it can't.
  case ledger([LedgerFinding], problem: String?)
  /// A trial has found something.
  case found(LedgerFinding)
  /// How far the trials in the background are.
  case trials(TrialProgress)
  /// What one seed of a fan reported.
  case seed(UInt64, Trainer.Report)
  /// Where runs are recorded, whether others can write there, and what stands in the way.
  case notebook(path: String, isReadOnly: Bool, problem: String?)
  /// The notebook was never opened before: three keys are told.
  case firstStart
  /// A recorded run was named on the command line, to be opened.
  case choose(run: String)
  /// A recorded run was opened: the preset as it was played.
  case opened(Preset)
  /// The presets that there are have changed.
  case library(PresetLibrary)
  /// A replay has come to a step: the newest record until there is to be shown.
  case replay(step: Int)
  /// Something was done or could not be done, in one sentence.
  case notice(String)
  /// Something was done to the plane on the screen without a key.
  case plane(PlaneGesture)
  /// Time has passed; seconds since the program began. Rates and fading notices come from here:
  /// the workbench itself knows no clock.
  case tick(seconds: Double)
}

/// What the workbench asks of the world around it.
public enum Effect: Sendable {
  /// Start training a preset; a run in progress is ended first.
  case start(Preset)
  /// Hand a command to the run.
  case send(Command)
  /// Let the run go on until it stands at a step.
  case goOn(to: Int)
  /// Ask the run for a moment with what is wanted of the plane.
  case look(PlaneLook)
  /// Look back at a step, or at the live one again with nil.
  case view(Int?)
  /// Go on from the step in view as a run of its own.
  case fork
  /// Go on with a recorded run, paused at its last step; ``Message/opened(_:)`` answers.
  case open(run: String)
  /// Delete a recorded run; ``Message/notice(_:)`` and a new list answer.
  case delete(run: String)
  /// Say which runs are recorded.
  case listRuns
  /// Read what a run is compared with others by; ``Message/card(_:)`` answers.
  case readCard(run: String)
  /// Keep a preset under a name; ``Message/notice(_:)`` answers.
  case savePreset(Preset, name: String)
  /// Write a recorded run, or with nil the one on the screen, in a format: "md", "csv", "svg" …
  case export(run: String?, format: String)
  /// Put a page's claim to the test in the background; ``Message/trials(_:)`` and
  /// ``Message/found(_:)`` answer.
  case tryClaim(page: String, seeds: [UInt64], isQuick: Bool)
  /// Give the trials of a page up.
  case stopTrial(page: String)
  /// Say what trials have found.
  case readLedger
  /// Train these presets, which differ in their seeds, a few at a time behind each other; those
  /// that train already go on. ``Message/seed(_:_:)`` answers.
  case startFan([Preset])
  /// Ask every seed of the fan for a moment.
  case lookAtFan(PlaneLook)
  case stopFan
  /// End the run.
  case stop
  /// Remember that the welcome was read.
  case welcomed
  /// Paint every cell anew.
  case repaint
  case quit
}
