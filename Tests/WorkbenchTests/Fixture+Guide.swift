import Adversarial
import Notebook

@testable import Workbench

extension Fixture {
  /// A bench whose script has come to the question of its first cue.
  static func guided(_ preset: Preset, _ columns: Int, _ rows: Int) -> Workbench {
    var bench = Workbench(
      pages: [page], library: PresetLibrary(presets: [preset]), charset: .braille)
    _ = bench.update(.resized(columns: columns, rows: rows))
    _ = bench.update(.key(.enter))
    _ = bench.update(.tick(seconds: 0))
    _ = bench.stand(at: 0, .training)
    _ = bench.stand(at: 0, .paused)
    return bench
  }
}

extension Workbench {
  /// A moment of the run has come; returns what the script has to say to it.
  mutating func stand(at step: Int, _ status: RunStatus) -> [Command] {
    update(.report(.moment(Fixture.moment(step: step, status: status)))).commands
  }

  /// Types an answer, and Enter.
  mutating func answer(_ text: String) -> [Command] {
    text.flatMap { update(.key(.character($0))).commands } + update(.key(.enter)).commands
  }
}
