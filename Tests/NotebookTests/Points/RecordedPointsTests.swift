import Adversarial
import Experiments
import Foundation
import Notebook
import Testing

/// Points of a file belong to the run that was trained on them.
@Suite struct RecordedPointsTests {
  private let set = PointSet(
    name: "mine.csv", points: (0..<50).map { SIMD2(Float($0) / 7, -0.1 * Float($0 % 5)) })

  private func preset() throws -> Preset {
    var preset = try OwnDataTests.preset()
    preset.settings = preset.settings.offering([set])
    try preset.settings.set(Settings.dataName, to: .choice("points:mine.csv"))
    return preset
  }

  private func store(_ folder: String) -> RunStore {
    RunStore(
      folder: URL(fileURLWithPath: folder), productVersion: "test", pages: Contents.pages)
  }

  private func recorded(_ store: RunStore) throws -> Run {
    let run = try Run(experiment: OwnDataTests.page, preset: preset(), threads: 1)
    run.attach(try RunKeeper(store) { "now" }.begin(run, parent: nil))
    while run.step < 120 { run.advance() }
    return run
  }

  private var copy: String { "data-\(set.digest)-mine.csv" }

  @Test func `the run's folder has the points, and needs no other file`() throws {
    try Fixture.withFolder { folder in
      let store = store(folder)
      let run = try recorded(store)
      let id = try #require(run.id)
      run.end()
      #expect(FileManager.default.fileExists(atPath: "\(folder)/\(id)/\(copy)"))
      let again = try store.open(id)
      #expect(again.preset.settings.data == .points(set) && again.remarks.isEmpty)
      #expect(try again.verify(threads: 2).isSame)
      let (resumed, remarks) = try store.resume(id, threads: 1)
      #expect(resumed.fingerprints == run.fingerprints && remarks.isEmpty)
      try resumed.apply(.set(name: Settings.dataName, setting: .choice("none")))
      try resumed.apply(.set(name: Settings.dataName, setting: .choice("points:mine.csv")))
      try resumed.apply(.resume)
      while resumed.step < 130 { resumed.advance() }
      resumed.end()
      #expect(try store.open(id).verify(threads: 1).isSame)
    }
  }

  @Test func `a fork takes them along, and outlives its parent`() throws {
    try Fixture.withFolder { folder in
      let store = store(folder)
      let run = try recorded(store)
      let parent = try #require(run.id)
      let fork = try run.fork(at: 60)
      run.end()
      fork.attach(try RunKeeper(store) { "now" }.begin(fork, parent: (parent, 60)))
      let id = try #require(fork.id)
      try fork.apply(.advance(steps: 10))
      while fork.advance() {}
      fork.end()
      try store.delete(parent)
      #expect(try store.open(id).verify(threads: 1).isSame)
    }
  }

  @Test func `points that were changed are refused, and so are points that are gone`() throws {
    try Fixture.withFolder { folder in
      let store = store(folder)
      let run = try recorded(store)
      let id = try #require(run.id)
      run.end()
      let path = "\(folder)/\(id)/\(copy)"
      let text = try Fixture.text(path)
      try Fixture.write(text.replacing("0.0,-0.0", with: "0.5,-0.0"), to: path)
      #expect(throws: StoreError.self) { try store.open(id) }
      do { _ = try store.open(id) } catch {
        #expect("\(error)".contains("\(copy): not the points that were kept here"), "\(error)")
      }
      try FileManager.default.removeItem(atPath: path)
      do { _ = try store.open(id) } catch {
        #expect("\(error)".contains("run.json: 'data': there are no points 'mine.csv#"), "\(error)")
      }
    }
  }

  @Test func `a preset names the file beside it, and a saved one keeps a copy`() throws {
    try Fixture.withFolder { folder in
      try Fixture.write("1,2\n3,4\n-1,0\n", to: folder + "/three.csv")
      let text = "page: mode-collapse\nknobs:\n  data: points:three.csv\n"
      try Fixture.write(text, to: folder + "/mine.yaml")
      let preset = try Preset(path: folder + "/mine.yaml", pages: Contents.pages)
      #expect(preset.settings.data.points?.points == [SIMD2(1, 2), SIMD2(3, 4), SIMD2(-1, 0)])
      let own = PresetFolder(path: folder + "/own")
      let file = try own.save(preset, as: "kept", among: PresetLibrary(presets: []))
      try FileManager.default.removeItem(atPath: folder + "/three.csv")
      let kept = try Preset(path: file, pages: Contents.pages)
      #expect(kept.settings.data == preset.settings.data)
      #expect(throws: PresetError.self) {
        try Preset(path: folder + "/mine.yaml", pages: Contents.pages)
      }
    }
  }

  @Test(
    arguments: [
      ("points:nope.csv", "there is no file"), ("points:bad.csv", "bad.csv:2:3: expected a number"),
      ("points:../bad.csv", "mine.yaml:3:9: points are a file beside the preset"),
      ("text:", "mine.yaml:3:9: 'data': expected a text of 1 to 16 letters"),
      ("modes:(0,0)(0,0)", "modes 1 and 2 have the same centre"),
    ])
  func `what is wrong with a preset's data is one sentence`(data: String, part: String) throws {
    try Fixture.withFolder { folder in
      try Fixture.write("1,2\n3,x\n", to: folder + "/bad.csv")
      try Fixture.write(
        "page: mode-collapse\nknobs:\n  data: '\(data)'\n", to: folder + "/mine.yaml")
      do {
        _ = try Preset(path: folder + "/mine.yaml", pages: Contents.pages)
        Issue.record("it is taken")
      } catch {
        #expect("\(error)".contains(part), "\(error)")
      }
    }
  }
}
