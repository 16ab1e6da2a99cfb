extension Evidence {
  /// The mean of an arm's measured values from a step on; not a number where there is none.
  func mean(_ name: String, arm: Int, from first: Int) -> Double {
    let values = values(name, arm: arm, from: first).filter { !$0.isNaN }
    return values.isEmpty ? .nan : values.reduce(0, +) / Double(values.count)
  }

  /// A table's row of an arm: strict modes and high quality, means from a step on; or the step at
  /// which it diverged.
  func modesRow(_ title: String, arm: Int, from first: Int) -> Finding.Row {
    if let step = diverged[arm] {
      return Finding.Row(title, number: .nan, words: "diverged at \(step)")
    }
    let modes = mean("modesStrict", arm: arm, from: first)
    let quality = mean("highQuality", arm: arm, from: first)
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
