import Adversarial
import Experiments
import Foundation
import Notebook
import Testing

/// A person's own presets are saved whole, and over nobody else's.
@Suite struct PresetFolderTests {
  private let none = PresetLibrary(presets: [])

  @Test func `what is saved is found under its name`() throws {
    try Fixture.withFolder { folder in
      var preset = Fixture.preset
      try preset.settings.set("batch", to: .number(64))
      let path = try PresetFolder(path: folder + "/new/presets")
        .save(preset, as: "my-ring_2", among: none)
      #expect(path == folder + "/new/presets/my-ring_2.yaml")
      let library = PresetLibrary(folders: [folder + "/new/presets"], pages: Fixture.pages)
      let saved = try library.preset("my-ring_2")
      #expect(saved.settings == preset.settings && saved.seed == preset.seed)
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: folder + "/new/presets").count == 1)
    }
  }

  @Test func `a file that is there stays, unless the person says so`() throws {
    try Fixture.withFolder { folder in
      let own = PresetFolder(path: folder)
      try own.save(Fixture.preset, as: "mine", among: none)
      var other = Fixture.preset
      other.seed = 99
      let error = #expect(throws: PresetError.self) {
        try own.save(other, as: "mine", among: none)
      }
      #expect(error?.description == "there is a preset 'mine' already; choose another name")
      let library = PresetLibrary(folders: [folder], pages: Fixture.pages)
      #expect(try library.preset("mine").seed == 7)
      try own.save(other, as: "mine", among: library, replacing: true)
      #expect(
        try PresetLibrary(folders: [folder], pages: Fixture.pages).preset("mine").seed == 99)
      let shipped = PresetFolder(path: folder + "/elsewhere")
      #expect(throws: PresetError.self) {
        try shipped.save(other, as: "mine", among: library, replacing: true)
      }
    }
  }

  @Test(arguments: [
    "", "..", "a/b", "a b", ".hidden", "-x", "é", String(repeating: "a", count: 61),
  ])
  func `a name that is no file's name is refused`(name: String) throws {
    try Fixture.withFolder { folder in
      let error = #expect(throws: PresetError.self) {
        try PresetFolder(path: folder).save(Fixture.preset, as: name, among: none)
      }
      #expect(error?.description.hasPrefix("a preset's name is 1 to 60 letters") == true)
      let files = try FileManager.default.contentsOfDirectory(atPath: folder)
      #expect(files.isEmpty)
    }
  }

  @Test func `a folder that can't be written to is one sentence`() throws {
    let error = #expect(throws: PresetError.self) {
      try PresetFolder(path: "/dev/null/presets").save(Fixture.preset, as: "a", among: none)
    }
    #expect(error?.description == "'/dev/null/presets/a.yaml' can't be written")
  }

  @Test func `a preset takes the knobs of a moment, and the sides that were added`() throws {
    let run = try Run(experiment: Fixture.page, preset: Fixture.preset(steps: 30), threads: 1)
    try run.apply(.set(name: "batch", setting: .number(32)))
    let alone = run.preset.turned(to: run.moment(fieldColumns: 1, fieldRows: 1))
    #expect(alone.settings.integer("batch") == 32 && alone.twins.isEmpty)
    try run.apply(.twin(of: 0))
    try run.apply(.set(name: "batch", setting: .number(8), column: 1))
    let twin = run.preset.turned(to: run.moment(fieldColumns: 1, fieldRows: 1))
    #expect(twin.columns.map { $0.settings.integer("batch") } == [32, 8])
    let again = try Preset(yaml: twin.yaml, file: "f", name: twin.name, pages: Fixture.pages)
    #expect(again.columns.map(\.settings) == twin.columns.map(\.settings))
  }
}
