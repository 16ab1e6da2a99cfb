import Notebook
import Plotting

/// How all curves are looked at: on which scale, how smooth, and over which stretch of time.
struct CurveLook: Sendable, Equatable {
  var isLogarithmic = false
  /// The weight of the past in the moving average; 0 for the curve as it is.
  private(set) var smoothing = 0.0
  /// The steps in view; nil for the whole run.
  private(set) var span: Int?

  /// What a key steps through.
  static let strengths = [0, 0.6, 0.9, 0.97]
  /// Fewer records than this show no course.
  private static let leastRecords = 16

  /// The next strength; after the last one the curve is as it is again.
  mutating func smoothMore() {
    let index = Self.strengths.firstIndex(of: smoothing) ?? 0
    smoothing = Self.strengths[(index + 1) % Self.strengths.count]
  }

  /// A shorter stretch of time, in round numbers of steps.
  mutating func narrow(live: Int, interval: Int) {
    let least = max(20, interval.multipliedReportingOverflow(by: Self.leastRecords).partialValue)
    let now = min(span ?? live, live)
    let next = Self.round(Double(now) * 0.99)
    if next >= least, next < now { span = next }
  }

  /// A longer one; the whole run at last.
  mutating func widen(live: Int) {
    guard let now = span else { return }
    let next = Self.round(Double(now) * 2.6)
    span = next >= live ? nil : next
  }

  /// A round number of steps.
  private static func round(_ wanted: Double) -> Int { Int(min(Round.step(near: wanted), 1e15)) }

  /// The steps in view: the last ones, or those around the step that a person looks back at; nil
  /// for all.
  func window(at step: Int, live: Int, isPast: Bool) -> ClosedRange<Int>? {
    guard let span, span < live else { return nil }
    let middle = isPast ? min(max(0, step), live) : live
    let first = min(max(0, middle - span / 2), live - span)
    return first...first + span
  }

  /// "log · smooth .9 · last 2 000", or short "log · s .9 · 2 000"; empty where nothing is set.
  func words(at step: Int, live: Int, isPast: Bool, isShort: Bool = false) -> String {
    var words: [String] = []
    if isLogarithmic { words.append("log") }
    if smoothing > 0 {
      let strength = Number.short(smoothing).drop { $0 == "0" }
      words.append(isShort ? "s \(strength)" : "smooth \(strength)")
    }
    if let span, window(at: step, live: live, isPast: isPast) != nil {
      let count = Number.spaced(span)
      words.append(
        isShort ? count : isPast ? "\(count) around \(Number.spaced(step))" : "last \(count)")
    }
    return words.joined(separator: " · ")
  }
}

extension History {
  /// The places of the records in a stretch of time.
  func records(in window: ClosedRange<Int>?) -> Range<Int> {
    guard let window else { return steps.indices }
    let first = window.lowerBound > 0 ? count(upTo: window.lowerBound - 1) : 0
    return first..<max(first, count(upTo: window.upperBound))
  }
}

extension RunState {
  /// The steps that the charts show; nil for all.
  var stretch: ClosedRange<Int>? { curveLook.window(at: step, live: live, isPast: isPast) }

  /// How the curves are looked at, in words that fit so many cells if there are such.
  func lookWords(columns: Int) -> String {
    let words = curveLook.words(at: step, live: live, isPast: isPast)
    guard Text.width(of: words) > columns else { return words }
    return curveLook.words(at: step, live: live, isPast: isPast, isShort: true)
  }
}
