import Adversarial
import Notebook
import Plotting

extension Report {
  /// The line that makes the run again as it began; nil where no line can say it, and the
  /// preset's text is needed.
  var runCommand: String? {
    guard let origin else { return nil }
    var words = ["ganbook", "run", Self.quoted(origin.word)]
    if preset.seed != origin.preset.seed { words += ["--seed", String(preset.seed)] }
    if last.step != origin.preset.steps, last.step > 0 {
      // A run that diverged ends by itself.
      if case .diverged = last.status {
        words += preset.steps == origin.preset.steps ? [] : ["--steps", String(preset.steps)]
      } else {
        words += ["--steps", String(last.step)]
      }
    }
    guard let assignments = assignments(from: origin.preset) else { return nil }
    return (words + assignments.flatMap { ["--set", Self.quoted($0)] }).joined(separator: " ")
  }

  /// The line that plays the recording, with everything that was done to the run.
  var replayCommand: String? { id.map { "ganbook replay \(Self.quoted($0))" } }

  /// What has to be said beside the lines, in a sentence; nil where nothing has.
  var remark: String? {
    let count = changes.count
    let these = count == 1 ? "the change below" : "the \(count) changes below"
    if runCommand == nil {
      return "Save the preset below as \(fileName) and run it by its path"
        + (count == 0 ? "." : "; then make \(these) at their steps.")
    }
    guard count > 0 else { return nil }
    return id == nil
      ? "That line makes the run without \(these)."
      : "`run` makes the run without \(these), `replay` with them."
  }

  /// `NAME.yaml`.
  var fileName: String { "\(preset.name).yaml" }

  /// The knobs that stand elsewhere than in a preset, as `knob=value`; nil where the sides of a
  /// twin differ in more than a knob that holds for all of them.
  private func assignments(from other: Preset) -> [String]? {
    guard preset.page == other.page, preset.twins.count == other.twins.count else { return nil }
    var lines: [String] = []
    for (knob, setting) in preset.settings.pairs {
      let pairs = zip(preset.columns, other.columns).map { mine, theirs in
        (mine.settings[knob.name], theirs.settings[knob.name])
      }
      guard pairs.contains(where: { $0.0 != $0.1 }) else { continue }
      guard pairs.allSatisfy({ $0.0 == setting }) else { return nil }
      lines.append("\(knob.name)=\(Wording.setting(setting))")
    }
    return lines
  }

  /// A word with control characters, `$'a\nb'`: a shell takes it, and a reader sees what is in it.
  private static func escaped(_ word: String) -> String {
    let parts = word.utf8.map { byte in
      switch byte {
      case UInt8(ascii: "'"), UInt8(ascii: "\\"): "\\" + String(Unicode.Scalar(byte))
      case 0x20..<0x7F: String(Unicode.Scalar(byte))
      default:
        "\\" + String(repeating: "0", count: byte < 8 ? 2 : byte < 64 ? 1 : 0)
          + String(byte, radix: 8)
      }
    }
    return "$'" + parts.joined() + "'"
  }

  /// A word as a shell takes it.
  static func quoted(_ word: String) -> String {
    let plain: (Unicode.Scalar) -> Bool = { scalar in
      scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
        || "-_./=+:@%".unicodeScalars
          .contains(scalar)
    }
    if !word.isEmpty, word.unicodeScalars.allSatisfy(plain) { return word }
    if Wording.line(word) != word { return escaped(word) }
    return "'"
      + word.split(separator: "'", omittingEmptySubsequences: false)
      .joined(separator: "'\\''") + "'"
  }
}
