extension Evidence {
  /// The mean of an arm's measured values from a step on, up to another; not a number where there
  /// is none.
  func mean(_ name: String, arm: Int, from first: Int, upTo last: Int = .max) -> Double {
    let values = arms[arm].filter { $0.step >= first && $0.step <= last }.map { $0[name] }
      .filter { !$0.isNaN }
    return values.isEmpty ? .nan : values.reduce(0, +) / Double(values.count)
  }

  /// A table's row of an arm: strict modes and high quality, means from a step on, up to another;
  /// or the step at which it diverged.
  func modesRow(
    _ title: String, arm: Int, from first: Int, upTo last: Int = .max
  ) -> Finding.Row {
    if let step = diverged[arm] {
      return Finding.Row(title, number: .nan, words: "diverged at \(step)")
    }
    let modes = mean("modesStrict", arm: arm, from: first, upTo: last)
    let quality = mean("highQuality", arm: arm, from: first, upTo: last)
    return Finding.Row(title, number: modes, words: "\(modes.places(1)), \(quality.percent)")
  }
}

extension Double {
  /// With so many digits after the point, cut to them: "7.4".
  func places(_ count: Int) -> String {
    guard isFinite, abs(self) < 1e12 else { return "–" }
    var scale = 1.0
    for _ in 0..<count { scale *= 10 }
    let rounded = (self * scale).rounded() / scale
    return count == 0 ? "\(Int(rounded))" : "\(rounded)"
  }

  /// "62 %", of a share of 1.
  var percent: String { "\((100 * self).places(0)) %" }
}
