extension Measure {
  /// The share of samples within 3 standard deviations of the nearest mode. Real samples reach
  /// 98.889 %; more than that means modes drawn too narrow.
  public static let highQuality = Measure(
    name: "highQuality", title: "quality", format: { _ in .percent },
    value: { Double($0.acceptedTotal) / Double(max(1, $0.total)) })
}
