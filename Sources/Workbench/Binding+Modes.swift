extension Binding {
  /// The data's modes, edited while the run trains.
  static let modes: [Binding] = [
    Binding(
      [.character("E")], .editModes, "edit data",
      "Edits the data's modes on the plane: add, move, weigh, widen, remove.", group: "Data",
      in: onRun, rank: 13),
    key([.left], .modeLeft, "move", "Moves the chosen mode to the left.", rank: 1),
    key([.right], .modeRight, "move", "Moves the chosen mode to the right.", rank: 1),
    key([.up], .modeUp, "move", "Moves the chosen mode up.", rank: 1),
    key([.down], .modeDown, "move", "Moves the chosen mode down.", rank: 1),
    key([.tab], .nextMode, "choose", "Chooses the next mode.", rank: 2),
    key([.backTab], .previousMode, "", "Chooses the mode before.", rank: 20),
    key(
      [.character("a")], .addMode, "add",
      "Adds a mode at the crosshair, or in the middle of the view.", rank: 1),
    key(
      [.character("x"), .delete, .backspace], .removeMode, "remove",
      "Takes the chosen mode out of the data.", rank: 3),
    key([.character("w")], .lighterMode, "weight", "Makes the mode lighter.", rank: 4),
    key([.character("W")], .heavierMode, "weight", "Makes the mode heavier.", rank: 4),
    key([.character("s")], .thinnerMode, "width", "Makes the mode's deviation smaller.", rank: 5),
    key([.character("S")], .widerMode, "width", "Makes the mode's deviation larger.", rank: 5),
    key(
      [.enter], .typeMode, "type", "Types a mode's numbers: x, y, deviation, weight.", rank: 6),
    key(
      [.escape, .character("E"), .character("q")], .leaveModes, "done", "Leaves the modes.",
      rank: 0),
  ]

  private static func key(
    _ keys: [Key], _ action: Action, _ label: String, _ help: String, rank: Int
  ) -> Binding {
    Binding(keys, action, label, help, group: "Data", in: [.modes], rank: rank)
  }
}
