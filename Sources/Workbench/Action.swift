/// Something that a person can ask for. What a key means is the affair of ``Binding``.
enum Action: String, Sendable, CaseIterable {
  // Anywhere
  case help, palette, back, repaint, accept
  case up, down, pageUp, pageDown, first, last
  // The contents and the recorded runs
  case start, filter, quit, runs, openRun, deleteRun, markRun, nextCurve, contents
  /// Closes the notebook without asking: what the answer to the question does.
  case quitForGood
  /// Deletes a run without asking: what the answer to the question does.
  case deleteForGood
  // The ledger
  case ledger, closeLedger, openEntry, tryClaim, tryQuick
  // A fan of seeds
  case fan, widenFan, fanColumn, openSeed, leaveFan, left, right
  /// Leaves a fan without asking.
  case abandonFan
  // A run
  case playPause, step, stepDiscriminator, stepGenerator, slowMotion, restart, newSeed, leave
  /// Leaves a run without asking: what the answer to the question does.
  case abandon
  case previousKnob, nextKnob, turnDown, turnUp, typeValue, presetValue, undo, redo
  case cycleView, modeLife, nextTab, previousTab
  // The plane of a run
  case layerReal, layerGenerated, layerField, layerContour
  case layerManifold, layerArrows, layerTrails, layerOptimum, layerModel
  case absoluteScale
  case zoomIn, zoomOut, panLeft, panRight, panUp, panDown, wholePlane
  case inspect, leaveCrosshair, crosshairLeft, crosshairRight, crosshairUp, crosshairDown
  // The data's modes
  case editModes, leaveModes, previousMode, nextMode, modeLeft, modeRight, modeUp, modeDown
  case addMode, removeMode, heavierMode, lighterMode, widerMode, thinnerMode, typeMode
  case twin, nextColumn, allColumns
  case recordBack, recordForth, leapBack, leapForth, firstStep, liveStep, fork
  case mark, note, previousNote, nextNote, goToNote
  case savePreset, export, handOver
  // Charts
  case enlargeChart, shrinkChart, logScale, smooth, narrowTime, widenTime
  case previousChart, nextChart, readBack, readForth, readFarBack, readFarForth, goToReading

  /// The name in the palette: "step discriminator".
  var name: String {
    rawValue.reduce(into: "") { name, letter in
      name += letter.isUppercase ? " \(letter.lowercased())" : String(letter)
    }
  }

  /// What only a question's answer does: no key, no name.
  static let unasked: Set<Action> = [.abandon, .abandonFan, .deleteForGood, .quitForGood]
}

/// Who gets the keys: a page, or what lies over it.
enum Context: Sendable, Hashable, CaseIterable {
  case contents, runs, ledger, fan, filter, run, notes, chart, crosshair, modes, help, palette,
    prompt
  case writing, question

  /// Whether keys that mean nothing else are text.
  var takesText: Bool {
    switch self {
    case .filter, .help, .palette, .prompt, .writing: true
    case .contents, .runs, .ledger, .fan, .run, .notes, .chart, .crosshair, .modes,
      .question:
      false
    }
  }

  /// A page rather than what lies over it.
  var isPage: Bool { self == .question ? false : !takesText }
}
