internal import ArgumentParser
internal import Experiments
internal import Foundation
internal import Notebook

/// What lies around the program: the only place that looks at the environment.
enum Surroundings {
  /// How a preset is named on the command line.
  static let presetHelp: ArgumentHelp =
    "A preset's name, the path of a preset file, or a line: 'NAME?seed=7&unrollSteps=5'."

  /// Every preset that can be found from here.
  static func library() -> PresetLibrary {
    let folders = PresetLibrary.folders(
      executable: URL(fileURLWithPath: program).resolvingSymlinksInPath().path,
      environment: ProcessInfo.processInfo.environment)
    return PresetLibrary(folders: folders, pages: Contents.pages)
  }

  /// Whether the screen can't be drawn here, or would be of no use.
  static var wantsPlainLines: Bool {
    let isTerminal = isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
    return !isTerminal || ProcessInfo.processInfo.environment["TERM"] == "dumb"
  }

  /// The time now, as recordings have it.
  static let date: @Sendable () -> String = { Date().formatted(.iso8601) }

  /// The path of this program.
  static var program: String { Bundle.main.executablePath ?? CommandLine.arguments[0] }

  /// The preset that a person named, and its page.
  static func preset(
    _ name: String, in library: PresetLibrary
  ) throws(Failure) -> (preset: Preset, page: Experiment) {
    let preset: Preset
    do {
      preset = try library.preset(name)
    } catch {
      throw Failure(error)
    }
    guard let page = Contents.pages.first(where: { $0.name == preset.page }) else {
      throw Failure(.data, "the page '\(preset.page)' of this preset is gone")
    }
    return (preset, page)
  }
}
