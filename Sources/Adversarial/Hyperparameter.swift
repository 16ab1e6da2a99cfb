/// A knob of an experiment: its name, default, range, and where the tutorial explains it.
///
/// A number is a scalar input of the compiled program: turning it costs a store. A *structural*
/// hyperparameter (a cost, a layer, the batch) shapes the program, which is traced anew at the
/// next step boundary.
public struct Hyperparameter: Sendable, Hashable {
  /// What a knob can be set to.
  public enum Domain: Sendable, Hashable {
    /// A real number, turned along a linear or logarithmic scale.
    case number(default: Double, range: ClosedRange<Double>, scale: Scale)
    /// A whole number.
    case integer(default: Int, range: ClosedRange<Int>, scale: Scale)
    /// One of a closed list of names, in the order the keys step through.
    case choice(default: String, options: [String])
    /// Data of the reader's own: a text that ``DataForm`` reads, with points that it can name.
    case data(points: [PointSet])
  }

  /// How a slider maps keys to values.
  public enum Scale: Sendable, Hashable {
    case linear
    case logarithmic
  }

  /// The name in presets and on the command line: `discriminatorLearningRate`.
  public let name: String
  /// The name on the screen, at most 20 characters: "D learning rate".
  public let title: String
  /// The heading it stands under: "optimizers".
  public let group: String
  /// Where the tutorial explains it: "§4.2".
  public let section: String
  /// One sentence on what turning it does.
  public let explanation: String
  public let domain: Domain
  /// What it is counted in: "points"; empty for a pure number or a choice.
  public let unit: String
  /// Whether a change retraces the program.
  public let isStructural: Bool

  public init(
    _ name: String, title: String, group: String, section: String, explanation: String,
    domain: Domain, unit: String = "", isStructural: Bool = false
  ) {
    self.name = name
    self.title = title
    self.group = group
    self.section = section
    self.explanation = explanation
    self.domain = domain
    self.unit = unit
    self.isStructural = isStructural
  }

  /// The same knob with another default.
  /// - Precondition: the setting lies in the domain.
  public func defaulting(to setting: Setting) -> Hyperparameter {
    let changed: Domain
    switch (domain, setting) {
    case (.number(_, let range, let scale), .number(let value)) where range.contains(value):
      changed = .number(default: value, range: range, scale: scale)
    case (.integer(_, let range, let scale), .number(let value))
    where range.contains(Int(value)) && value == value.rounded():
      changed = .integer(default: Int(value), range: range, scale: scale)
    case (.choice(_, let options), .choice(let value)) where options.contains(value):
      changed = .choice(default: value, options: options)
    default: preconditionFailure("\(setting) is no default of '\(name)'")
    }
    return Hyperparameter(
      name, title: title, group: group, section: section, explanation: explanation,
      domain: changed, unit: unit, isStructural: isStructural)
  }

  /// The value that stands where nobody has chosen.
  public var defaultSetting: Setting {
    switch domain {
    case .number(let value, _, _): .number(value)
    case .integer(let value, _, _): .number(Double(value))
    case .choice(let value, _): .choice(value)
    case .data: .choice(DataForm.noneText)
    }
  }
}

/// The value of one hyperparameter.
public enum Setting: Sendable, Hashable {
  /// A real or a whole number.
  case number(Double)
  /// A name out of a closed list, or a text that describes data.
  case choice(String)
}
