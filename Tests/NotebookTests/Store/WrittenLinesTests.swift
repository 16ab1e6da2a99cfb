import Adversarial
import Experiments
import Foundation
import Testing

@testable import Notebook

/// Lines, saved presets and ledgers with the most that was taken in them.
@Suite struct WrittenLinesTests {
  private let page = Experiment.modeCollapse

  /// As many modes as there may be, in as many digits.
  private func longData(_ side: Int) -> String {
    let modes = (0..<OwnMode.most).map { place in
      OwnMode(
        centre: [-123.456_78 - Float(place) / 7, 234.567_8 + Float(side) / 3],
        deviation: 0.012_345_678, weight: 123.456_78)
    }
    return DataForm.modes(modes).text
  }

  @Test func `a line of four sides with the longest data reads back, and so does its result`()
    throws
  {
    try Fixture.withFolder { folder in
      try Fixture.write("page: mode-collapse\n", to: folder + "/mode-collapse-paper.yaml")
      let library = PresetLibrary(folders: [folder], pages: [page])
      var preset = try library.preset("mode-collapse-paper")
      for side in 1...4 {
        var settings = preset.settings
        try settings.set(Settings.dataName, to: .choice(longData(side)))
        #expect(settings.data.text.utf8.count > 2_500)
        preset.twins.append(Preset.Column(title: "side \(side)", settings: settings))
      }
      let line = library.line(of: preset)
      #expect(line.utf8.count > 12_000)
      #expect(try library.preset(line).columns == preset.columns)
      var small = try OwnDataTests.preset(steps: 1)
      small.name = "x"
      let run = try Run(experiment: page, preset: small, threads: 1)
      let summary = RunSummary(run, seconds: 1, configuration: line)
      #expect(try SeedResult(line: summary.json.line).configuration == line)
    }
  }

  @Test(arguments: WrittenIsReadTests.texts.filter { !$0.isEmpty })
  func `results with any text and any end of line come together`(text: String) throws {
    let run = try Run(
      experiment: Fixture.page, preset: Fixture.preset(steps: 1, seed: .max), threads: 1)
    let line = RunSummary(run, seconds: 1, configuration: text).json.line
    #expect(try SeedResult(line: line).configuration == text)
    for end in ["\n", "\r\n"] {
      var results = SeedResults()
      let isTorn = try results.add(text: line + end + line + end, name: "a")
      #expect(!isTorn && results.repeated == [.max])
    }
  }

  @Test(arguments: WrittenIsReadTests.numbers)
  func `findings and evidence of any number come back`(value: Double) throws {
    func isSame(_ other: Double) -> Bool {
      value.isNaN ? other.isNaN : other.bitPattern == value.bitPattern
    }
    for text in WrittenIsReadTests.texts {
      let place = LedgerFinding.Place(page: text, trial: text, seed: .max, isQuick: true)
      let rows = [Finding.Row(text, number: value, words: text)]
      let finding = LedgerFinding(
        place, Finding(holds: nil, number: value, words: text, rows: rows), date: text)
      var fields = try LedgerLine.fields(LedgerLine.sealed(finding.entries).utf8.dropLast())
      let read = try LedgerFinding(&fields)
      #expect(JSON.object(read.entries).line == JSON.object(finding.entries).line)
      #expect(isSame(read.finding.number))
      #expect(isSame(read.finding.rows[0].number))
    }
    let row = Evidence.Row(step: 100, names: ["a"], values: [value])
    let kept = KeptEvidence(
      game: "g", seed: .max, evidence: ArmEvidence(steps: 100, rows: [row], diverged: nil))
    var fields = try LedgerLine.fields(LedgerLine.sealed(kept.entries).utf8.dropLast())
    #expect(isSame(try KeptEvidence(&fields).evidence.rows[0]["a"]))
  }

  /// A twin whose sides train on other points each, and whose script turns to a third set.
  private func points(_ folder: String) throws -> Preset {
    for name in ["a", "b", "c"] {
      try Fixture.write("1,2\n3,\(name.utf8.first ?? 0)\n", to: "\(folder)/my \(name).csv")
    }
    let text = """
      page: mode-collapse
      steps: 200
      knobs: {batch: 16, generatorWidth: 8, discriminatorWidth: 8, noiseDimension: 4}
      twins:
        - knobs: {data: 'points:my a.csv'}
        - knobs: {data: 'points:my b.csv'}
      script:
        - at: 100
          set: {data: 'points:my c.csv'}
      """
    try Fixture.write(text, to: folder + "/mine.yaml")
    return try Preset(path: folder + "/mine.yaml", pages: [page])
  }

  @Test func `points of every side, and of the script, are kept with a run and a preset`() throws {
    try Fixture.withFolder { folder in
      var preset = try points(folder)
      let file = try PresetFolder(path: folder + "/own").save(
        preset, as: "kept", among: PresetLibrary(presets: []))
      // As `--fit` makes them: each side has points that the preset's own knobs do not name.
      preset.settings = Settings(page.hyperparameters)
      let store = RunStore(
        folder: URL(fileURLWithPath: folder + "/n"), productVersion: "test", pages: [page])
      let run = try Run(experiment: page, preset: preset, threads: 1)
      run.attach(try store.create(run, began: "", parent: nil))
      run.end()
      for name in ["a", "b", "c"] {
        try FileManager.default.removeItem(atPath: "\(folder)/my \(name).csv")
      }
      let recorded = try store.open(try #require(run.id))
      #expect(recorded.preset.columns.map(\.settings.data) == preset.columns.map(\.settings.data))
      #expect(try recorded.verify(threads: 1).isSame)
      let kept = try Preset(path: file, pages: [page])
      #expect(kept.columns.map(\.settings.data) == preset.columns.map(\.settings.data))
      #expect(kept.script == preset.script)
    }
  }

  @Test func `a preset whose points can't be kept is not saved`() throws {
    try Fixture.withFolder { folder in
      let preset = try points(folder)
      let set = try #require(preset.pointSets.first)
      let own = folder + "/own"
      try FileManager.default.createDirectory(
        atPath: own + "/" + PointFile.name(of: set), withIntermediateDirectories: true)
      #expect(throws: PresetError.self) {
        try PresetFolder(path: own).save(preset, as: "kept", among: PresetLibrary(presets: []))
      }
      #expect(!FileManager.default.fileExists(atPath: own + "/kept.yaml"))
    }
  }
}
