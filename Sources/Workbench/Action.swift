/// Something that a person can ask for. What a key means is the affair of ``Binding``.
enum Action: String, Sendable, CaseIterable {
  // Anywhere
  case help, back, repaint, accept
  case up, down, pageUp, pageDown, first, last
  // The contents
  case start, filter, quit
  // A run
  case playPause, step, stepDiscriminator, stepGenerator, restart, newSeed, leave
  /// Leaves a run without asking: what the answer to the question does.
  case abandon
  case previousKnob, nextKnob, turnDown, turnUp, typeValue, presetValue, undo, redo
  case cycleView, nextTab, previousTab
}

/// Who gets the keys: a page, or what lies over it.
enum Context: Sendable, Hashable, CaseIterable {
  case contents, filter, run, help, prompt, question

  /// Whether keys that mean nothing else are text.
  var takesText: Bool { self == .filter || self == .help || self == .prompt }
}
