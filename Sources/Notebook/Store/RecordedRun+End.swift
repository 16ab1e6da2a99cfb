public import Adversarial

// How a run stood at its end: what two runs are compared by.

extension RecordedRun {
  /// Each side as it was at the last step: its knobs, turned as they were, and its measures.
  public var sides: [RunCard.Side] {
    columns(after: commands.count).enumerated().map { index, side in
      RunCard.Side(title: side.title, settings: side.settings, measures: measures(side: index))
    }
  }

  /// Each side's knobs after the first commands.
  func columns(after count: Int) -> [Preset.Column] {
    var sides = preset.columns
    for stamped in commands.prefix(count) {
      switch stamped.command {
      case .set(let name, let setting, let column):
        for index in sides.indices where column == nil || column == index {
          // What could not be set was refused, and never became a command.
          try? sides[index].settings.set(name, to: setting)
        }
      case .twin(let original):
        guard sides.indices.contains(original) else { continue }
        sides.append(
          Preset.Column(title: "twin \(sides.count)", settings: sides[original].settings))
      case .pause, .resume, .advance, .stepPlayer, .mark, .note, .answer: break
      }
    }
    return sides
  }

  /// The newest value of every measure of a side that has one.
  private func measures(side: Int) -> [RunCard.Measured] {
    Measure.all.compactMap { measure in
      let values = metrics.series(MetricsFile.prefix(side) + measure.name)
      return values?.last { !$0.isNaN }.map {
        RunCard.Measured(title: measure.title, text: Self.text($0, of: measure))
      }
    }
  }

  private static func text(_ value: Double, of measure: Measure) -> String {
    if measure.name == "highQuality" { return "\(Wording.fixed(100 * value, places: 1)) %" }
    let isCount = value == value.rounded() && abs(value) < 1e6
    return isCount ? Wording.number(value) : Wording.fixed(value, places: 3)
  }
}

extension RunCard {
  /// One game of a run as it was at the last recorded step.
  public struct Side: Sendable, Equatable {
    public let title: String
    public let settings: Settings
    public let measures: [Measured]

    public init(title: String, settings: Settings, measures: [Measured] = []) {
      self.title = title
      self.settings = settings
      self.measures = measures
    }
  }

  /// A measure and its newest value in words.
  public struct Measured: Sendable, Equatable {
    public let title: String
    public let text: String

    public init(title: String, text: String) {
      self.title = title
      self.text = text
    }
  }
}
