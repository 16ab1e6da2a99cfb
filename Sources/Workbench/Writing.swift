import Notebook
import Plotting

/// A line of words being written at the foot of the page.
struct Writing: Sendable {
  /// What becomes of it.
  enum Purpose: Sendable, Equatable {
    /// A note at a step; whether the step lies in the past.
    case note(step: Int, isPast: Bool)
    case presetName
    /// The numbers of a mode of the data, from 0.
    case mode(Int)
    /// The format of an export of a recorded run, or with nil of the one on the screen.
    case format(run: String?)
    /// What a script asks.
    case prediction(Prediction)
  }

  let purpose: Purpose
  var editor: LineEditor
  /// Why it can't be taken, as long as it stands there.
  var mistake: String?

  /// Cells for what is written, at least.
  private static let leastRoom = 8

  /// What a run can be exported as.
  static let formats = ExportFormat.allCases.map(\.rawValue)

  init(_ purpose: Purpose, text: String = "") {
    self.purpose = purpose
    editor = LineEditor(text, limit: 2_000)
  }

  /// The line at the foot of the page: what is being written, and at the far end, where it stands
  /// still, why it can't be taken or what it may be.
  func line(columns: Int) -> Line {
    let label = Line(" \(label) ", .accent, .bold)
    let words = mistake.map { Line($0, .warning) } ?? Line(hint(columns: columns), .faint)
    let tail = words.clipped(to: columns - label.width - Self.leastRoom - 3)
    let room = max(Self.leastRoom, columns - label.width - tail.width - 3)
    let text = editor.line(columns: room)
    guard tail.width > 0 else { return label + text }
    return label + text + Line(String(repeating: " ", count: max(0, room - text.width) + 2)) + tail
  }

  private var label: String {
    switch purpose {
    case .note(let step, _): "note at step \(Number.spaced(step)):"
    case .presetName: "save as preset:"
    case .mode(let index): "mode \(index + 1):"
    case .format: "export as:"
    case .prediction: "your answer:"
    }
  }

  private func hint(columns: Int) -> String {
    switch purpose {
    case .format: Self.formats.joined(separator: " ")
    case .prediction(let prediction): prediction.hint(columns: columns)
    case .mode: "x, y, deviation, weight"
    case .note, .presetName: ""
    }
  }

  /// A name that can be a file's: letters, digits, dots and dashes; nil for anything else.
  static func name(from text: String) -> String? {
    let name = text.trimmed.lowercased().map { $0 == " " ? "-" : $0 }
    let isSound = name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
    return isSound && !name.isEmpty && name.first != "-" && name.count <= 60 ? String(name) : nil
  }
}
