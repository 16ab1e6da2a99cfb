import Adversarial

// The knobs of labels, which nobody is told unless somebody turns them (§4.1). A change retraces.

extension PlaneGame {
  static let labelling: [Hyperparameter] = [
    Hyperparameter(
      "labels", title: "labels", group: "labels", section: "§4.1",
      explanation:
        "Both are told; G is and D finds out; D learns real points' classes, aside or as n+1.",
      domain: .choice(default: "none", options: Labels.Use.allCases.map(\.rawValue)),
      isStructural: true),
    Hyperparameter(
      "classes", title: "classes", group: "labels", section: "§4.1",
      explanation: "Mode i is of class i modulo this; as many as modes tell each mode apart.",
      domain: .integer(default: 8, range: 1...25, scale: .linear), isStructural: true),
    Hyperparameter(
      "labelWeight", title: "class cost (w)", group: "labels", section: "§4.1",
      explanation: "What D's finding out of classes counts beside real or generated.",
      domain: .number(default: 1, range: 0...10, scale: .linear), isStructural: true),
  ]

  /// - Throws: ``DesignError`` where D can't say of one point what it is asked, or where points
  ///   have no modes to be told by.
  static func labels(_ settings: Settings, of data: any Dataset) throws(DesignError) -> Labels {
    guard let use = Labels.Use(rawValue: settings.choice("labels")) else {
      preconditionFailure("no such use of labels")
    }
    guard let modes = data.modes else {
      guard use == .none else {
        throw DesignError(
          "'\(settings.data.title)' has no modes to be told by: set 'labels' to none")
      }
      return .none
    }
    let labels = Labels(
      use, classes: settings.integer("classes"), of: modes,
      weight: Float(settings.number("labelWeight")))
    guard !labels.areFoundOut || settings.integer("packing") == 1 else {
      throw DesignError(
        "a pack of points has no one class: set 'packing' to 1, or 'labels' to conditional")
    }
    return labels
  }
}
