internal import ArgumentParser
internal import Experiments
internal import Notebook

/// Names the pages and their presets.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the pages and their presets.")

  @Flag(help: "Print one JSON object.")
  var json = false

  func run() throws {
    let library = Surroundings.library()
    if json {
      try Console.print(json: Self.json(library).line)
    } else {
      try Console.print(Self.text(library))
    }
    for problem in library.problems { Console.remark("ganbook: " + problem) }
  }

  // MARK: For people

  private static func text(_ library: PresetLibrary) -> String {
    var lines: [String] = []
    var chapter: Experiment.Chapter?
    for page in Contents.pages {
      if page.chapter != chapter {
        chapter = page.chapter
        if !lines.isEmpty { lines.append("") }
        lines.append("\(page.chapter.number)  \(page.chapter.title)")
      }
      lines.append("   \(page.name): \(page.title) (\(page.section), \(page.figure))")
      lines += library.presets.filter { $0.page == page.name }.map(line)
    }
    return lines.joined(separator: "\n")
  }

  private static func line(_ preset: Preset) -> String {
    let name = preset.name.padded(to: 26)
    let title = preset.title.padded(to: 30)
    return "     \(name) \(title) \(Wording.count(preset.steps)) steps, seed \(preset.seed)"
  }

  // MARK: For programs

  private static func json(_ library: PresetLibrary) -> JSON {
    [
      "pages": .list(
        Contents.pages.map { page in
          let own = library.presets.filter { $0.page == page.name }
          return [
            "name": .text(page.name), "title": .text(page.title),
            "chapter": .integer(page.chapter.number), "section": .text(page.section),
            "figure": .text(page.figure), "claim": .text(page.claim),
            "presets": .list(own.map { Self.json($0, library) }),
          ]
        }),
      "problems": .list(library.problems.map { .text($0) }),
    ]
  }

  private static func json(_ preset: Preset, _ library: PresetLibrary) -> JSON {
    [
      "name": .text(preset.name), "title": .text(preset.title), "seed": .unsigned(preset.seed),
      "seedText": .text(String(preset.seed)),
      "steps": .integer(preset.steps),
      "file": library.file(of: preset.name).map { .text($0) } ?? .null,
    ]
  }
}

extension String {
  /// Filled up with blanks to so many characters.
  func padded(to count: Int) -> String {
    self + String(repeating: " ", count: max(0, count - self.count))
  }
}
