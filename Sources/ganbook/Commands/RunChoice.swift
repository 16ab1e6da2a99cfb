internal import Adversarial
internal import ArgumentParser
internal import Experiments
internal import Notebook

/// A preset and what the command line changes of it.
struct RunChoice: ParsableArguments {
  @Argument(help: Surroundings.presetHelp)
  var preset: String

  @Option(
    parsing: .unconditional, help: "Steps to train, in place of the preset's.",
    transform: { try Arguments.whole($0, in: 1...Preset.mostSteps) })
  var steps: Int?

  @Option(
    name: .customLong("set"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "A knob's value, in place of the preset's; may be repeated.", valueName: "knob=value"))
  var assignments: [String] = []

  @OptionGroup var data: DataOptions

  /// The preset as it is to be trained, and its page.
  func preset(
    in library: PresetLibrary
  ) throws(Failure) -> (preset: Preset, page: Experiment) {
    var (preset, page) = try Surroundings.preset(preset, in: library)
    if let steps { preset.steps = steps }
    if let own = try data.read() {
      do { preset = try own.applied(to: preset) } catch {
        throw Failure(.usage, "--data: \(error.description)")
      }
      if let remark = own.remark { Console.remark("ganbook: \(remark)") }
    }
    for assignment in assignments { try Self.set(assignment, in: &preset) }
    return (preset, page)
  }

  /// The preset as a line without its seed: what results of many seeds are put together by.
  func configuration(of preset: Preset, in library: PresetLibrary) -> String {
    var common = preset
    common.seed = Preset.defaultSeed
    return library.line(of: common)
  }

  /// The same choice as arguments of another process.
  var arguments: [String] {
    [preset] + (steps.map { ["--steps", "\($0)"] } ?? []) + data.arguments
      + assignments.flatMap { ["--set", $0] }
  }

  /// A knob of the command line holds for every side of a twin.
  private static func set(_ assignment: String, in preset: inout Preset) throws(Failure) {
    let (name, value) = try Arguments.assignment(assignment)
    do {
      try preset.settings.set(name, toText: value)
      for index in preset.twins.indices {
        try preset.twins[index].settings.set(name, toText: value)
      }
    } catch {
      throw Failure(.usage, "--set: \(error.description)")
    }
  }
}
