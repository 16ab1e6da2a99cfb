internal import Adversarial
internal import ArgumentParser
internal import Experiments
internal import Notebook

/// Tells what a preset is: its page, its claim, its knobs.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a preset or a recorded run.")

  @Argument(help: "A preset's name, file or line, or a recorded run's name.")
  var preset: String

  @Flag(help: "Print the preset as a preset file.")
  var yaml = false

  @Flag(help: "Print the preset as one line that a message can carry.")
  var line = false

  @OptionGroup var notebook: NotebookOption

  func validate() throws {
    guard yaml, line else { return }
    throw ValidationError("--yaml and --line are two ways to print; give one of them")
  }

  func run() throws {
    let library = Surroundings.library()
    if !library.presets.contains(where: { $0.name == self.preset }), try showRun(library) {
      return
    }
    let (preset, page) = try Surroundings.preset(preset, in: library)
    guard try !printAsText(preset, library) else { return }
    let prose = ["Claim: \(page.claim)", "Watch: \(page.watch)"] + page.text
    let note = preset.note.split(separator: "\n\n").map(String.init)
    let paragraphs =
      [Self.head(preset, page)] + prose.map(Self.wrapped)
      + [page.equations.map { "    " + $0 }.joined(separator: "\n")]
      + note.map(Self.wrapped) + [
        Self.knobs(preset.settings), Self.sides(preset), Self.script(preset),
      ]
    try Console.print(paragraphs.filter { !$0.isEmpty }.joined(separator: "\n\n"))
    if let file = library.file(of: preset.name) { Console.remark("\nfrom \(file)") }
  }

  /// A recorded run of that name, if there is one.
  private func showRun(_ library: PresetLibrary) throws -> Bool {
    guard let store = try? notebook.store(), store.has(preset) else { return false }
    do {
      let recorded = try store.open(preset)
      guard try !printAsText(recorded.preset, library) else { return true }
      try Console.print(ShowRun.text(recorded))
      return true
    } catch let error as StoreError {
      throw Failure(error)
    }
  }

  /// Prints a preset, or that of a run, in the form that was asked for; returns whether one was.
  private func printAsText(
    _ preset: Preset, _ library: PresetLibrary
  ) throws(Failure) -> Bool {
    if line { try Console.print(library.line(of: preset)) }
    if yaml { try Console.print(String(preset.yaml.dropLast())) }
    return line || yaml
  }

  private static func wrapped(_ paragraph: String) -> String {
    Wording.wrapped(paragraph, columns: 80)
  }

  private static func head(_ preset: Preset, _ page: Experiment) -> String {
    """
    \(preset.name): \(preset.title)
    \(page.title), \(page.section), \(page.figure); \(Wording.count(preset.steps)) steps, \
    seed \(preset.seed)
    """
  }

  /// A line a knob, in groups; what the preset changed has a star.
  private static func knobs(_ settings: Settings) -> String {
    var lines: [String] = []
    var group: String?
    for (knob, setting) in settings.pairs {
      if knob.group != group {
        group = knob.group
        lines.append("\(knob.group)")
      }
      let star = setting == knob.defaultSetting ? " " : "*"
      let value = Wording.setting(setting).padded(to: 14)
      lines.append("  \(star) \(knob.name.padded(to: 28)) \(value) \(range(knob))")
    }
    return lines.joined(separator: "\n")
  }

  /// The sides of a twin, with what sets each apart.
  private static func sides(_ preset: Preset) -> String {
    guard !preset.twins.isEmpty else { return "" }
    let lines = preset.twins.map { side in
      let own = zip(side.settings.pairs, preset.settings.pairs)
        .filter { $0.setting != $1.setting }
        .map { "\($0.0.hyperparameter.name) \(Wording.setting($0.0.setting))" }
      return "    \(side.title.padded(to: 28)) \(own.joined(separator: ", "))"
    }
    return (["twins"] + lines).joined(separator: "\n")
  }

  private static func script(_ preset: Preset) -> String {
    guard let script = preset.script else { return "" }
    return
      "guided by a script of \(script.cues.count) cues; 'ganbook replay \(preset.name)' prints it"
  }

  private static func range(_ knob: Hyperparameter) -> String {
    switch knob.domain {
    case .number(_, let range, _):
      "\(Wording.number(range.lowerBound)) to \(Wording.number(range.upperBound))"
    case .integer(_, let range, _): "\(range.lowerBound) to \(range.upperBound)"
    case .choice(_, let options): options.joined(separator: " | ")
    case .data: "modes:(x,y,s,w) | +(x,y) | -3 | text: | curve: | points of --data"
    }
  }
}
