extension Binding {
  static let fan: [Binding] = [
    Binding(
      [.character("F")], .fan, "seeds",
      "Trains the chosen preset with eight seeds beside each other.", group: "Contents",
      in: [.contents], rank: 4),
    Binding(
      [.left, .character("h")], .left, "choose", "Chooses the seed on the left.",
      group: "Seeds", in: [.fan], rank: 1),
    Binding(
      [.right, .character("l")], .right, "choose", "Chooses the seed on the right.",
      group: "Seeds", in: [.fan], rank: 1),
    Binding(
      [.up, .character("k")], .up, "choose", "Chooses the seed above.", group: "Seeds",
      in: [.fan], rank: 1),
    Binding(
      [.down, .character("j")], .down, "choose", "Chooses the seed below.", group: "Seeds",
      in: [.fan], rank: 1),
    Binding([.home], .first, "", "Goes to the first seed.", group: "Seeds", in: [.fan], rank: 20),
    Binding([.end], .last, "", "Goes to the last seed.", group: "Seeds", in: [.fan], rank: 20),
    Binding(
      [.enter], .openSeed, "open", "Trains the chosen seed as a run of its own.",
      group: "Seeds", in: [.fan], rank: 2),
    Binding(
      [.character("+")], .widenFan, "more seeds", "Adds eight more seeds.", group: "Seeds",
      in: [.fan], rank: 3),
    Binding(
      [.character("c")], .fanColumn, "column", "Shows the next column of a twin.",
      group: "Seeds", in: [.fan], rank: 3),
    Binding(
      [.character("q"), .escape], .leaveFan, "leave",
      "Goes back to the contents; asks while seeds are training.", group: "Seeds", in: [.fan],
      rank: 0),
  ]
}
