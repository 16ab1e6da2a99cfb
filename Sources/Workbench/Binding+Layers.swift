extension Binding {
  static let layers: [Binding] = [
    Binding(
      [.character("?")], .help, "help", "Shows this page.", group: "Anywhere",
      in: [.run, .notes, .chart, .crosshair, .modes, .contents, .runs, .ledger, .fan], rank: 0),
    Binding(
      [.character(":")], .palette, "commands",
      "Finds a command by its name, or sets a knob: set batch 256.", group: "Anywhere",
      in: [.run, .notes, .chart, .crosshair, .modes, .contents, .runs, .ledger, .fan], rank: 6),
    Binding(
      [.enter], .accept, "keep", "Keeps the filter and goes back to the list.",
      group: "While filtering", in: [.filter], rank: 0),
    Binding(
      [.escape], .back, "show all", "Shows everything again.", group: "While filtering",
      in: [.filter], rank: 1),
    Binding(
      [.enter], .accept, "do it", "Does what is chosen.", group: "While looking for a command",
      in: [.palette], rank: 0),
    Binding(
      [.up], .up, "choose", "Chooses the line above.", group: "While filtering or choosing",
      in: [.filter, .palette], rank: 2),
    Binding(
      [.down], .down, "choose", "Chooses the line below.", group: "While filtering or choosing",
      in: [.filter, .palette], rank: 2),
    Binding(
      [.escape], .back, "close", "Closes the list.", group: "While looking for a command",
      in: [.palette], rank: 1),
    Binding(
      [.enter], .accept, "set", "Sets the knob to the value typed.",
      group: "While typing", in: [.prompt], rank: 0),
    Binding(
      [.enter], .accept, "keep", "Keeps what was written.", group: "While typing",
      in: [.writing], rank: 0),
    Binding(
      [.escape], .back, "never mind", "Leaves everything as it was.",
      group: "While typing", in: [.prompt, .writing], rank: 1),
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
