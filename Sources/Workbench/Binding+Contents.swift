extension Binding {
  static let contents: [Binding] = [
    Binding(
      [.up, .character("k")], .up, "choose", "Chooses the line above.", group: "Lists",
      in: lists, rank: 1),
    Binding(
      [.down, .character("j")], .down, "choose", "Chooses the line below.", group: "Lists",
      in: lists, rank: 1),
    Binding(
      [.enter], .start, "run", "Starts the chosen preset.", group: "Contents", in: [.contents],
      rank: 0),
    Binding(
      [.enter], .openRun, "open", "Opens the chosen run, paused where it stopped.",
      group: "Runs", in: [.runs], rank: 0),
    Binding(
      [.character(" ")], .markRun, "compare",
      "Marks the run to compare others with, or lets go of it.",
      group: "Runs", in: [.runs], rank: 4),
    Binding(
      [.character("v")], .nextCurve, "curve",
      "Turns through the curves of the two runs that are compared.", group: "Runs",
      in: [.runs], rank: 7),
    Binding(
      [.character("r"), .tab], .runs, "runs", "Shows the runs that were recorded.",
      group: "Contents", in: [.contents], rank: 3),
    Binding(
      [.character("/")], .filter, "filter", "Shows only what has these letters.",
      group: "Lists", in: lists, rank: 3),
    Binding(
      [.delete, .character("D")], .deleteRun, "delete", "Deletes the chosen run; asks first.",
      group: "Runs", in: [.runs], rank: 5),
    Binding(
      [.pageUp], .pageUp, "", "Scrolls up.", group: "Lists", in: lists, rank: 20),
    Binding(
      [.pageDown], .pageDown, "", "Scrolls down.", group: "Lists", in: lists, rank: 20),
    Binding([.home], .first, "", "Goes to the first line.", group: "Lists", in: lists, rank: 20),
    Binding([.end], .last, "", "Goes to the last line.", group: "Lists", in: lists, rank: 20),
    Binding(
      [.escape], .back, "", "Shows everything again.", group: "Contents", in: [.contents],
      rank: 20),
    Binding(
      [.escape, .tab, .character("q")], .contents, "contents", "Goes back to the contents.",
      group: "Runs", in: [.runs], rank: 2),
    Binding(
      [.character("q")], .quit, "quit", "Closes the notebook.", group: "Anywhere",
      in: [.contents], rank: 2),
  ]

  private static let lists: Set<Context> = [.contents, .runs]
}
