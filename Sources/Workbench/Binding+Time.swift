extension Binding {
  /// A run, whether its knobs, its notes or the crosshair have the arrows.
  static let onRun: Set<Context> = [.run, .notes, .crosshair]

  static let time: [Binding] = [
    Binding(
      [.character(",")], .recordBack, "time", "Looks one record back; training waits meanwhile.",
      group: "Time", in: inRunOrModes, rank: 4),
    Binding(
      [.character(".")], .recordForth, "time", "Looks one record on.", group: "Time",
      in: inRunOrModes,
      rank: 4),
    Binding(
      [.character("<")], .leapBack, "", "Looks one twentieth of the run back.", group: "Time",
      in: inRunOrModes, rank: 20),
    Binding(
      [.character(">")], .leapForth, "", "Looks one twentieth of the run on.", group: "Time",
      in: inRunOrModes, rank: 20),
    Binding(
      [.home], .firstStep, "", "Looks at the first step.", group: "Time", in: inRunOrModes, rank: 20
    ),
    Binding(
      [.end], .liveStep, "live", "Goes back to the live step.", group: "Time", in: inRunOrModes,
      rank: 9),
    Binding(
      [.character("f")], .fork, "fork",
      "Forks: a run of its own goes on from the step in view.", group: "Time", in: inRun,
      rank: 6),
  ]

  static let writing: [Binding] = [
    Binding(
      [.character("m")], .mark, "mark", "Marks the step in view.", group: "Writing", in: inRun,
      rank: 7),
    Binding(
      [.character("e")], .note, "write", "Writes a note at the step in view.", group: "Writing",
      in: inRun, rank: 6),
    Binding(
      [.up], .previousNote, "choose", "Chooses the note above, where the page lists notes.",
      group: "Writing", in: [.notes], rank: 1),
    Binding(
      [.down], .nextNote, "choose", "Chooses the note below.", group: "Writing", in: [.notes],
      rank: 1),
    Binding(
      [.enter], .goToNote, "go there", "Looks at the step of the chosen note.",
      group: "Writing", in: [.notes], rank: 1),
    Binding(
      [.character("h")], .handOver, "guide",
      "Takes a guided run over from its guide, or hands it back.", group: "Training", in: inRun,
      rank: 14),
    Binding(
      [.character("x")], .export, "export",
      "Writes the run into a file: a report, numbers, "
        + "pictures.", group: "Writing", in: [.run, .notes, .chart, .runs], rank: 9),
  ]
}
