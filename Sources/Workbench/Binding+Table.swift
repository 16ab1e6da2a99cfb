extension Binding {
  /// Every key of the notebook, in the order of the footer and the help page.
  static let table: [Binding] =
    chart + training + knobs + time + writing + plane + screen + charts + contents + fan
    + planeLayers + modes + ledger
    + layers

  private static let training: [Binding] = [
    Binding(
      [.character(" ")], .playPause, "pause", "Pauses the training, or trains on.",
      group: "Training", in: inRunOrModes, rank: 0),
    Binding(
      [.character("n")], .step, "step", "One whole step of both players, then pauses.",
      group: "Training", in: inRunOrModes, rank: 5),
    Binding(
      [.character("d")], .stepDiscriminator, "D only", "One update of the discriminator alone.",
      group: "Training", in: inRunOrModes, rank: 6),
    Binding(
      [.character("g")], .stepGenerator, "G only", "One update of the generator alone.",
      group: "Training", in: inRunOrModes, rank: 6),
    Binding(
      [.character("p")], .slowMotion, "phases",
      "One step in slow motion, a phase each press: real batch, samples, D's update, G's update.",
      group: "Training", in: onRun, rank: 9),
    Binding(
      [.character("r")], .restart, "restart",
      "Starts again from step 0 with the same seed and the knobs as they stand.",
      group: "Training", in: inRun, rank: 9),
    Binding(
      [.character("S")], .newSeed, "new seed", "Starts again with the next seed.",
      group: "Training", in: inRun, rank: 10),
    Binding(
      [.character("t")], .twin, "twin",
      "Makes a twin: a copy beside this run, with the same seed, to turn a knob of.",
      group: "Twins", in: inRun, rank: 5),
    Binding(
      [.character("c")], .nextColumn, "column", "Moves the knobs to the next column of a twin.",
      group: "Twins", in: inRun, rank: 8),
    Binding(
      [.character("C")], .allColumns, "all columns",
      "Turns the knobs of all columns together, or of one again.", group: "Twins", in: inRun,
      rank: 12),
  ]

  private static let knobs: [Binding] = [
    Binding(
      [.up], .previousKnob, "knob", "Chooses the knob above.", group: "Knobs", in: [.run],
      rank: 1),
    Binding(
      [.down], .nextKnob, "knob", "Chooses the knob below.", group: "Knobs", in: [.run], rank: 1),
    Binding(
      [.left], .turnDown, "turn", "Turns the chosen knob down, while it trains.",
      group: "Knobs", in: [.run, .notes], rank: 2),
    Binding(
      [.right], .turnUp, "turn", "Turns the chosen knob up.", group: "Knobs",
      in: [.run, .notes], rank: 2),
    Binding(
      [.enter], .typeValue, "type", "Types a value for the chosen knob.", group: "Knobs",
      in: [.run], rank: 7),
    Binding(
      [.backspace, .delete, .character("0")], .presetValue, "preset's",
      "Puts the chosen knob back to the preset's value.", group: "Knobs", in: onRun, rank: 11),
    Binding(
      [.character("u")], .undo, "undo", "Takes the last turn of a knob back.", group: "Knobs",
      in: inRunOrModes, rank: 8),
    Binding(
      [.character("U")], .redo, "redo", "Turns it again after all.", group: "Knobs",
      in: inRunOrModes,
      rank: 13),
    Binding(
      [.character("w")], .savePreset, "save", "Saves the knobs as they stand as a preset.",
      group: "Knobs", in: inRun, rank: 10),
  ]

  private static let screen: [Binding] = [
    Binding(
      [.character("v")], .cycleView, "view",
      "Cycles the plane: overlay, side by side, generated, D's field; D* or G's costs where known.",
      group: "Screen", in: onRun, rank: 7),
    Binding(
      [.character("l")], .modeLife, "modes",
      "Shows where the samples went, mode by mode, or the charts again.", group: "Screen",
      in: onRun, rank: 8),
    Binding(
      [.tab], .nextTab, "panel", "Turns to the next panel beside the plane.", group: "Screen",
      in: onRun, rank: 3),
    Binding(
      [.backTab], .previousTab, "", "Turns to the panel before.", group: "Screen", in: onRun,
      rank: 20),
    Binding(
      [.pageUp], .pageUp, "", "Scrolls the page's text up.", group: "Screen", in: onRun,
      rank: 20),
    Binding(
      [.pageDown], .pageDown, "", "Scrolls the page's text down.", group: "Screen", in: onRun,
      rank: 20),
    Binding(
      [.character("q"), .escape], .leave, "leave",
      "Goes back to where the run was opened; asks where it would be lost.",
      group: "Anywhere", in: [.run, .notes], rank: 1),
  ]
}
