/// The values of an experiment's hyperparameters, in the order the experiment lists them.
///
/// Values are always complete and valid: a `Settings` is made from a list of hyperparameters
/// and every change is checked against the domain.
public struct Settings: Sendable, Equatable {
  public let hyperparameters: [Hyperparameter]
  private var values: [Setting]

  /// Every hyperparameter at its default.
  public init(_ hyperparameters: [Hyperparameter]) {
    self.hyperparameters = hyperparameters
    values = hyperparameters.map(\.defaultSetting)
  }

  /// The number of a `number` or `integer` hyperparameter.
  /// - Precondition: the experiment has such a hyperparameter.
  public func number(_ name: String) -> Double {
    guard case .number(let value) = values[position(name)] else {
      preconditionFailure("'\(name)' is a choice, not a number")
    }
    return value
  }

  /// The whole number of an `integer` hyperparameter.
  public func integer(_ name: String) -> Int { Int(number(name)) }

  /// The name that a `choice` hyperparameter stands at.
  public func choice(_ name: String) -> String {
    guard case .choice(let value) = values[position(name)] else {
      preconditionFailure("'\(name)' is a number, not a choice")
    }
    return value
  }

  /// The value of a hyperparameter, or nil where there is none of that name.
  public subscript(name: String) -> Setting? {
    index(of: name).map { values[$0] }
  }

  /// Name and value, in the experiment's order.
  public var pairs: [(hyperparameter: Hyperparameter, setting: Setting)] {
    Array(zip(hyperparameters, values))
  }

  /// Whether the program traced for `other` still computes this.
  public func sharesStructure(with other: Settings) -> Bool {
    guard hyperparameters == other.hyperparameters else { return false }
    return zip(pairs, other.pairs).allSatisfy {
      !$0.hyperparameter.isStructural || $0.setting == $1.setting
    }
  }

  /// Sets a hyperparameter.
  /// - Throws: ``SettingError`` where the name is unknown or the value outside its domain;
  ///   nothing has changed then.
  public mutating func set(_ name: String, to setting: Setting) throws(SettingError) {
    guard let index = index(of: name) else {
      throw .unknown(name: name, known: hyperparameters.map(\.name))
    }
    values[index] = try hyperparameters[index].checked(setting)
  }

  private func index(of name: String) -> Int? {
    hyperparameters.firstIndex { $0.name == name }
  }

  private func position(_ name: String) -> Int {
    guard let index = index(of: name) else {
      preconditionFailure("this experiment has no hyperparameter '\(name)'")
    }
    return index
  }
}

/// Why a value was not taken.
public enum SettingError: Error, Sendable, Equatable {
  /// No hyperparameter has this name.
  case unknown(name: String, known: [String])
  /// A name was given for a number, or the reverse, or a fraction for a whole number.
  case wrongKind(name: String, given: Setting, expected: String)
  /// The number lies outside the range.
  case outOfRange(name: String, given: Double, range: ClosedRange<Double>)
  /// The choice is not on the list.
  case noSuchOption(name: String, given: String, options: [String])
  /// The text describes no data, and why.
  case noData(name: String, DataError)
}

extension Hyperparameter {
  /// The setting itself, where it lies in the domain; a text that describes data as it is written.
  public func checked(_ setting: Setting) throws(SettingError) -> Setting {
    switch (domain, setting) {
    case (.number(_, let range, _), .number(let value)):
      guard value.isFinite, range.contains(value) else {
        throw .outOfRange(name: name, given: value, range: range)
      }
    case (.integer(_, let range, _), .number(let value)):
      guard value.isFinite, value == value.rounded(), abs(value) < 1e15 else {
        throw .wrongKind(name: name, given: setting, expected: "a whole number")
      }
      guard range.contains(Int(value)) else {
        let bounds = Double(range.lowerBound)...Double(range.upperBound)
        throw .outOfRange(name: name, given: value, range: bounds)
      }
    case (.choice(_, let options), .choice(let value)):
      guard options.contains(value) else {
        throw .noSuchOption(name: name, given: value, options: options)
      }
    case (.data(let points), .choice(let text)):
      do {
        return .choice(try DataReader.form(text, points: points).text)
      } catch {
        throw .noData(name: name, error)
      }
    case (.data, .number):
      throw .wrongKind(name: name, given: setting, expected: "a text such as text:GAN")
    case (.choice(_, let options), .number):
      throw .wrongKind(
        name: name, given: setting, expected: "one of \(options.joined(separator: ", "))")
    case (.number, .choice): throw .wrongKind(name: name, given: setting, expected: "a number")
    case (.integer, .choice):
      throw .wrongKind(name: name, given: setting, expected: "a whole number")
    }
    return setting
  }
}
