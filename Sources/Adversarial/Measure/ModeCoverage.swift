extension Measure {
  /// Modes nearest to at least one high-quality sample (VEEGAN, arXiv 1705.07761).
  public static let modesCaptured = Measure(
    name: "modesCaptured", title: "captured", format: { .count(of: $0.components.count) },
    value: { census in Double(census.accepted.count { $0 > 0 }) })

  /// Modes with at least 1 % of all samples, counted where they are of high quality.
  public static let modesStrict = Measure(
    name: "modesStrict", title: "strict", format: { .count(of: $0.components.count) },
    value: { census in Double(census.accepted.count { Double($0) >= census.onePercent }) })

  /// Modes with at least 1 % of all samples within a quarter of the distance to the neighbouring
  /// mode: what the eye sees early on, when high quality is still razor-thin.
  public static let modesReached = Measure(
    name: "modesReached", title: "reached", format: { .count(of: $0.components.count) },
    value: { census in Double(census.reached.count { Double($0) >= census.onePercent }) })
}
