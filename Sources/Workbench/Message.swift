public import Notebook

/// Everything that can happen to the workbench.
public enum Message: Sendable {
  case key(Key)
  /// The terminal's size in cells.
  case resized(columns: Int, rows: Int)
  /// What the trainer reported.
  case report(Trainer.Report)
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
  /// Ask the run for a moment, D's field at so many cells.
  case look(fieldColumns: Int, fieldRows: Int)
  /// End the run.
  case stop
  /// Paint every cell anew.
  case repaint
  case quit
}
