extension Binding {
  static let ledger: [Binding] = [
    Binding(
      [.character("L")], .ledger, "ledger",
      "Shows the ledger: every claim, and what trials here say of it.", group: "Contents",
      in: [.contents, .runs], rank: 4),
    Binding(
      [.up, .character("k")], .up, "choose", "Chooses the claim above.", group: "Ledger",
      in: [.ledger], rank: 1),
    Binding(
      [.down, .character("j")], .down, "choose", "Chooses the claim below.", group: "Ledger",
      in: [.ledger], rank: 1),
    Binding(
      [.enter], .openEntry, "details", "Shows the rule and every seed's words, or hides them.",
      group: "Ledger", in: [.ledger], rank: 1),
    Binding(
      [.character(" ")], .tryClaim, "try",
      "Puts the chosen claim to the test on three more seeds, in the background; stops it.",
      group: "Ledger", in: [.ledger], rank: 0),
    Binding(
      [.character("s")], .tryQuick, "quick try",
      "The same in its quick form, which leaves things undecided.", group: "Ledger",
      in: [.ledger], rank: 3),
    Binding(
      [.pageUp], .pageUp, "", "Scrolls the details up.", group: "Ledger", in: [.ledger], rank: 20),
    Binding(
      [.pageDown], .pageDown, "", "Scrolls the details down.", group: "Ledger", in: [.ledger],
      rank: 20),
    Binding(
      [.home], .first, "", "Goes to the first claim.", group: "Ledger", in: [.ledger], rank: 20),
    Binding(
      [.end], .last, "", "Goes to the last claim.", group: "Ledger", in: [.ledger], rank: 20),
    Binding(
      [.escape, .character("q"), .character("L")], .closeLedger, "back",
      "Goes back to where the ledger was opened.", group: "Ledger", in: [.ledger], rank: 0),
  ]
}
