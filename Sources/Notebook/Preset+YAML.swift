private import Adversarial
private import Foundation
public import Experiments
private import Yams

extension Preset {
  /// The seed of a preset that names none.
  public static let defaultSeed: UInt64 = 1
  /// The steps of a preset that names none.
  static let defaultSteps: UInt64 = 10_000
  /// The most steps a run can be asked for.
  public static let mostSteps = 1_000_000_000

  /// Reads a preset from a file; its name is the file's, without the ending.
  /// - Throws: ``PresetError`` with the file, the line, the key and the nearest valid name.
  public init(path: String, pages: [Experiment]) throws(PresetError) {
    let url = URL(fileURLWithPath: path)
    let name = url.deletingPathExtension().lastPathComponent
    var reader = try PresetReader(PresetText.read(path: path), file: path, pages: pages)
    reader.folder = url.deletingLastPathComponent().path
    self = try reader.preset(named: Wording.line(name))
  }

  /// Reads a preset from a text.
  /// - Parameter file: what errors call the place the text came from.
  /// - Throws: ``PresetError`` with the file, the line, the key and the nearest valid name.
  public init(yaml: String, file: String, name: String, pages: [Experiment]) throws(PresetError) {
    self = try PresetReader(yaml, file: file, pages: pages).preset(named: name)
  }

  /// The preset as a text that reads back as the same preset: what differs from the page's
  /// defaults, in the page's order.
  public var yaml: String {
    var lines: [(Node, Node)] = [
      ("page", Node(page)),
      ("title", Node(title)),
    ]
    if !note.isEmpty {
      lines.append(("note", Node(note, .implicit, note.contains("\n") ? .literal : .any)))
    }
    lines.append(("seed", Node(String(seed))))
    lines.append(("steps", Node(String(steps))))
    let knobs = settings.knobs(besides: Settings(settings.hyperparameters))
    if let knobs { lines.append(("knobs", knobs)) }
    if !twins.isEmpty {
      let sides = twins.map { side in
        var lines: [(Node, Node)] = [("title", Node(side.title))]
        if let knobs = side.settings.knobs(besides: settings) { lines.append(("knobs", knobs)) }
        return Node(lines)
      }
      lines.append(("twins", Node(sides)))
    }
    if isRefused { lines.append(("refused", Node("true"))) }
    if let script { lines.append(("script", script.node)) }
    // The tree holds scalars, mappings and lists: libyaml has nothing to refuse.
    return (try? serialize(node: Node(lines), width: -1, allowUnicode: true)) ?? ""
  }
}

extension Settings {
  /// The knobs that stand elsewhere than in `other`, or nil where none does.
  fileprivate func knobs(besides other: Settings) -> Node? {
    let changed = zip(pairs, other.pairs).filter { $0.setting != $1.setting }.map(\.0)
    let lines: [(Node, Node)] = changed.map {
      (Node($0.hyperparameter.name), Node(Wording.setting($0.setting)))
    }
    return lines.isEmpty ? nil : Node(lines)
  }
}
