import Adversarial
private import Foundation
import Notebook
import Plotting

extension Setting {
  /// As a person would write it.
  var text: String {
    switch self {
    case .number(let value): Number.short(value)
    case .choice(let name): name
    }
  }
}

extension Hyperparameter {
  /// The values it takes, in words: "1e-6 … 0.1, log", "1 … 4 096 points, log".
  var rangeText: String {
    switch domain {
    case .number(_, let range, let scale):
      let ends = "\(Number.short(range.lowerBound)) … \(Number.short(range.upperBound))"
      return ends + counted + scale.words
    case .integer(_, let range, let scale):
      let ends = "\(Number.spaced(range.lowerBound)) … \(Number.spaced(range.upperBound))"
      return ends + counted + scale.words
    case .choice(_, let options): return options.joined(separator: ", ")
    case .data(let points):
      return (points.map { "points:\($0.name)" } + ["+(x,y,s,w)", "modes:", "text:", "curve:"])
        .joined(separator: ", ")
    }
  }

  /// " points", behind a number.
  var counted: String { unit.isEmpty ? "" : " \(unit)" }

  /// What was typed without the unit behind it: "512 points" is 512.
  private func bare(_ text: String) -> String {
    guard !unit.isEmpty else { return text }
    for ending in [unit, String(unit.dropLast())] where text.lowercased().hasSuffix(ending) {
      return String(text.dropLast(ending.count)).trimmed
    }
    return text
  }

  /// Where a setting stands between the ends of the range, 0…1.
  func share(of setting: Setting) -> Double {
    switch (domain, setting) {
    case (.number(_, let range, let scale), .number(let value)):
      return Self.share(of: value, from: range.lowerBound, to: range.upperBound, scale)
    case (.integer(_, let range, let scale), .number(let value)):
      let (low, high) = (Double(range.lowerBound), Double(range.upperBound))
      return Self.share(of: value, from: low, to: high, scale)
    case (.choice(_, let options), .choice(let name)):
      guard let index = options.firstIndex(of: name), options.count > 1 else { return 0 }
      return Double(index) / Double(options.count - 1)
    default: return 0
    }
  }

  private static func share(
    of value: Double, from low: Double, to high: Double, _ scale: Scale
  ) -> Double {
    guard high > low else { return 0 }
    let share: Double
    if scale == .logarithmic {
      // A range that starts at 0 has no logarithm there; six decades are enough to turn through.
      let floor = low > 0 ? low : high / 1e6
      share = log(max(value, floor) / floor) / log(high / floor)
    } else {
      share = (value - low) / (high - low)
    }
    return share.isFinite ? min(max(share, 0), 1) : 0
  }

  /// Reads what a person typed.
  /// - Throws: ``Mistake`` with a sentence that names what would be right.
  func setting(from text: String) throws(Mistake) -> Setting {
    let text = text.trimmingCharacters(in: .whitespaces)
    let setting: Setting
    if case .data = domain {
      do {
        return try checked(.choice(text))
      } catch .noData(_, let error) {
        throw Mistake(error.words)
      } catch {
        throw Mistake(rangeText)
      }
    }
    if case .choice(_, let options) = domain {
      let matches = options.filter { $0.hasPrefix(text.lowercased()) }
      let exact = options.first { $0 == text }
      guard let name = exact ?? (matches.count == 1 ? matches[0] : nil) else {
        throw Mistake("one of \(rangeText)")
      }
      setting = .choice(name)
    } else {
      guard let value = Double(bare(text).replacingOccurrences(of: ",", with: ".")) else {
        throw Mistake("a number, \(rangeText)")
      }
      setting = .number(value)
    }
    do {
      return try checked(setting)
    } catch .wrongKind {
      throw Mistake("a whole number, \(rangeText)")
    } catch {
      throw Mistake("must lie in \(rangeText)")
    }
  }

  /// Why a typed value was not taken.
  struct Mistake: Error, Equatable {
    let text: String
    init(_ text: String) { self.text = text }
  }
}

extension Hyperparameter.Scale {
  /// Behind the ends of a range.
  fileprivate var words: String {
    switch self {
    case .linear: ", linear"
    case .logarithmic: ", log"
    }
  }
}
