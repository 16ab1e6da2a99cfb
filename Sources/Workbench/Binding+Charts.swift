extension Binding {
  /// A run, whatever of it is in view.
  static let inRun: Set<Context> = onRun.union([.chart])

  /// The same, and the modes being edited.
  static let inRunOrModes: Set<Context> = inRun.union([.modes])

  /// What only the chart over the whole screen has.
  static let chart: [Binding] = [
    Binding(
      [.up], .previousChart, "chart", "Turns to the chart before.", group: "Chart",
      in: [.chart], rank: 1),
    Binding(
      [.down, .tab], .nextChart, "chart", "Turns to the next chart.", group: "Chart",
      in: [.chart], rank: 1),
    Binding(
      [.left], .readBack, "read", "Moves the crosshair back: it reads the curve there.",
      group: "Chart", in: [.chart], rank: 1),
    Binding(
      [.right], .readForth, "read", "Moves the crosshair on.", group: "Chart", in: [.chart],
      rank: 1),
    Binding(
      [.pageUp], .readFarBack, "", "Moves the crosshair ten times as far back.",
      group: "Chart", in: [.chart], rank: 20),
    Binding(
      [.pageDown], .readFarForth, "", "Moves the crosshair ten times as far on.",
      group: "Chart", in: [.chart], rank: 20),
    Binding(
      [.enter], .goToReading, "go there", "Looks at the step under the crosshair.",
      group: "Chart", in: [.chart], rank: 2),
    Binding(
      [.escape, .character("q"), .character("z")], .shrinkChart, "back",
      "Shows the plane and all charts again.", group: "Chart", in: [.chart], rank: 0),
  ]

  static let charts: [Binding] = [
    Binding(
      [.character("z")], .enlargeChart, "enlarge",
      "One chart over the whole screen, with axes and a crosshair.", group: "Charts",
      in: onRun, rank: 8),
    Binding(
      [.character("y")], .logScale, "log",
      "Charts on a logarithmic scale, where all values are above 0, or a linear one.",
      group: "Charts", in: inRun, rank: 11),
    Binding(
      [.character("s")], .smooth, "smooth",
      "Smooths the curves, more with each press, then not at all; the raw ones stay behind.",
      group: "Charts", in: inRun, rank: 11),
    Binding(
      [.character("[")], .narrowTime, "stretch",
      "Charts of a shorter stretch: the last steps, or those around the step in view.",
      group: "Charts", in: inRun, rank: 12),
    Binding(
      [.character("]")], .widenTime, "stretch", "Charts of a longer stretch, up to the whole run.",
      group: "Charts", in: inRun, rank: 12),
  ]
}
