extension Binding {
  /// Every key of the notebook, in the order of the footer and the help page.
  static let table: [Binding] = run + contents + layers

  private static let run: [Binding] = [
    Binding(
      [.character(" ")], .playPause, "pause", "Pauses the training, or trains on.",
      group: "Training", in: [.run], rank: 0),
    Binding(
      [.character("n")], .step, "step", "One whole step of both players, then pauses.",
      group: "Training", in: [.run], rank: 4),
    Binding(
      [.character("d")], .stepDiscriminator, "D only", "One update of the discriminator alone.",
      group: "Training", in: [.run], rank: 5),
    Binding(
      [.character("g")], .stepGenerator, "G only", "One update of the generator alone.",
      group: "Training", in: [.run], rank: 5),
    Binding(
      [.up], .previousKnob, "knob", "Chooses the knob above.", group: "Knobs", in: [.run],
      rank: 1),
    Binding(
      [.down], .nextKnob, "knob", "Chooses the knob below.", group: "Knobs", in: [.run], rank: 1),
    Binding(
      [.left], .turnDown, "turn", "Turns the chosen knob down, while it trains.",
      group: "Knobs", in: [.run], rank: 2),
    Binding(
      [.right], .turnUp, "turn", "Turns the chosen knob up.", group: "Knobs", in: [.run], rank: 2),
    Binding(
      [.enter], .typeValue, "type", "Types a value for the chosen knob.", group: "Knobs",
      in: [.run], rank: 6),
    Binding(
      [.backspace, .delete, .character("0")], .presetValue, "preset's",
      "Puts the chosen knob back to the preset's value.", group: "Knobs", in: [.run], rank: 9),
    Binding(
      [.character("u")], .undo, "undo", "Takes the last turn of a knob back.", group: "Knobs",
      in: [.run], rank: 7),
    Binding(
      [.character("U")], .redo, "redo", "Turns it again after all.", group: "Knobs", in: [.run],
      rank: 11),
    Binding(
      [.character("r")], .restart, "restart",
      "Starts again from step 0 with the same seed and the knobs as they stand.",
      group: "Training", in: [.run], rank: 8),
    Binding(
      [.character("S")], .newSeed, "new seed", "Starts again with the next seed.",
      group: "Training", in: [.run], rank: 8),
    Binding(
      [.character("v")], .cycleView, "view",
      "Cycles the plane: overlay, side by side, generated only, D's field only.",
      group: "Screen", in: [.run], rank: 6),
    Binding(
      [.tab], .nextTab, "panel", "Turns to the next panel beside the plane.", group: "Screen",
      in: [.run], rank: 3),
    Binding(
      [.backTab], .previousTab, "", "Turns to the panel before.", group: "Screen", in: [.run],
      rank: 20),
    Binding(
      [.pageUp], .pageUp, "", "Scrolls the page's text up.", group: "Screen", in: [.run],
      rank: 20),
    Binding(
      [.pageDown], .pageDown, "", "Scrolls the page's text down.", group: "Screen", in: [.run],
      rank: 20),
    Binding(
      [.character("q"), .escape], .leave, "leave",
      "Goes back to the contents; asks where a run would be lost.", group: "Anywhere",
      in: [.run], rank: 1),
  ]

  private static let contents: [Binding] = [
    Binding(
      [.up, .character("k")], .up, "choose", "Chooses the line above.", group: "Contents",
      in: [.contents], rank: 1),
    Binding(
      [.down, .character("j")], .down, "choose", "Chooses the line below.", group: "Contents",
      in: [.contents], rank: 1),
    Binding(
      [.enter], .start, "run", "Starts the chosen preset.", group: "Contents", in: [.contents],
      rank: 0),
    Binding(
      [.character("/")], .filter, "filter", "Shows only pages and presets with these letters.",
      group: "Contents", in: [.contents], rank: 3),
    Binding(
      [.pageUp], .pageUp, "", "Scrolls the page's text up.", group: "Contents", in: [.contents],
      rank: 20),
    Binding(
      [.pageDown], .pageDown, "", "Scrolls the page's text down.", group: "Contents",
      in: [.contents], rank: 20),
    Binding(
      [.home], .first, "", "Goes to the first line.", group: "Contents", in: [.contents],
      rank: 20),
    Binding(
      [.end], .last, "", "Goes to the last line.", group: "Contents", in: [.contents], rank: 20),
    Binding(
      [.escape], .back, "", "Shows everything again.", group: "Contents", in: [.contents],
      rank: 20),
    Binding(
      [.character("q")], .quit, "quit", "Closes the notebook.", group: "Anywhere",
      in: [.contents], rank: 2),
  ]

  private static let layers: [Binding] = [
    Binding(
      [.character("?")], .help, "help", "Shows this page.", group: "Anywhere",
      in: [.run, .contents], rank: 0),
    Binding(
      [.enter], .accept, "keep", "Keeps the filter and goes back to the list.",
      group: "While filtering", in: [.filter], rank: 0),
    Binding(
      [.up], .up, "choose", "Chooses the line above.", group: "While filtering", in: [.filter],
      rank: 2),
    Binding(
      [.down], .down, "choose", "Chooses the line below.", group: "While filtering",
      in: [.filter], rank: 2),
    Binding(
      [.escape], .back, "show all", "Shows everything again.", group: "While filtering",
      in: [.filter], rank: 1),
    Binding(
      [.enter], .accept, "set", "Sets the knob to the value typed.",
      group: "While typing a value", in: [.prompt], rank: 0),
    Binding(
      [.escape], .back, "never mind", "Leaves the knob as it was.",
      group: "While typing a value", in: [.prompt], rank: 1),
    Binding(
      [.up], .up, "scroll", "Scrolls up.", group: "On this page", in: [.help], rank: 2),
    Binding(
      [.down], .down, "scroll", "Scrolls down.", group: "On this page", in: [.help], rank: 2),
    Binding(
      [.pageUp], .pageUp, "", "Scrolls a screenful up.", group: "On this page", in: [.help],
      rank: 20),
    Binding(
      [.pageDown], .pageDown, "", "Scrolls a screenful down.", group: "On this page",
      in: [.help], rank: 20),
    Binding(
      [.escape, .character("?")], .back, "close", "Closes this page.", group: "On this page",
      in: [.help], rank: 0),
    Binding(
      [.enter, .character("y")], .accept, "yes", "Does it.", group: "When asked",
      in: [.question], rank: 0),
    Binding(
      [.escape, .character("n"), .character("q")], .back, "no", "Leaves everything as it is.",
      group: "When asked", in: [.question], rank: 0),
    Binding(
      [.character("\u{0C}")], .repaint, "", "Paints the screen anew.", group: "Anywhere",
      in: Set(Context.allCases), rank: 20),
  ]
}
