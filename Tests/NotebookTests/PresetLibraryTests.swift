import Foundation
import Notebook
import Testing

@Suite struct PresetLibraryTests {
  private let text = "page: mode-collapse\n"

  @Test func `presets stand in the order of the contents, then by name`() throws {
    try Fixture.withFolder { folder in
      try Fixture.write(text, to: folder + "/b.yaml")
      try Fixture.write(text, to: folder + "/a.yml")
      try Fixture.write("page: cost-functions\n", to: folder + "/z.yaml")
      try Fixture.write("not a preset", to: folder + "/readme.md")
      try Fixture.write(text, to: folder + "/.hidden.yaml")
      try Fixture.write(text, to: folder + "/folder.yaml/inner.yaml")
      let library = PresetLibrary(folders: [folder], pages: Fixture.pages)
      #expect(library.presets.map(\.name) == ["z", "a", "b"])
      #expect(library.problems.isEmpty)
      #expect(library.file(of: "a") == folder + "/a.yml")
    }
  }

  @Test func `a bad file is a problem with its sentence, and the others are there`() throws {
    try Fixture.withFolder { folder in
      try Fixture.write(text + "stepps: 3\n", to: folder + "/bad.yaml")
      try Fixture.write(text, to: folder + "/good.yaml")
      let library = PresetLibrary(folders: [folder], pages: Fixture.pages)
      #expect(library.presets.map(\.name) == ["good"])
      let sentence = "\(folder)/bad.yaml:2:1: unknown key 'stepps'; did you mean 'steps'?"
      #expect(library.problems == [sentence])
      let error = #expect(throws: PresetError.self) { try library.preset("bad") }
      #expect(error?.description == sentence)
    }
  }

  @Test func `the first folder's preset counts`() throws {
    try Fixture.withFolder { folder in
      try Fixture.write(text + "seed: 1\n", to: folder + "/own/a.yaml")
      try Fixture.write(text + "seed: 2\n", to: folder + "/shipped/a.yaml")
      let library = PresetLibrary(
        folders: [folder + "/own", folder + "/shipped", folder + "/nowhere"],
        pages: Fixture.pages)
      #expect(library.presets.map(\.seed) == [1])
    }
  }

  @Test func `a preset is found by name, by path, and else the nearest name is said`() throws {
    try Fixture.withFolder { folder in
      try Fixture.write(text, to: folder + "/mode-collapse-paper.yaml")
      try Fixture.write(text + "seed: 9\n", to: folder + "/elsewhere/x.yaml")
      let library = PresetLibrary(folders: [folder], pages: Fixture.pages)
      #expect(try library.preset("mode-collapse-paper").seed == 1)
      #expect(try library.preset(folder + "/elsewhere/x.yaml").seed == 9)
      let cases = [
        ("mode-colapse-paper", "; did you mean 'mode-collapse-paper'?"),
        ("qq", "; the presets are: mode-collapse-paper"),
      ]
      for (name, hint) in cases {
        let error = #expect(throws: PresetError.self) { try library.preset(name) }
        #expect(error?.description == "there is no preset '\(name)'\(hint)")
        #expect(error?.kind == .missing)
      }
      #expect(try library.preset("mode-collapse") == Preset(defaultsOf: Fixture.page))
    }
  }

  // MARK: Folders

  @Test func `presets are looked for beside the program's package, from any folder`() throws {
    try Fixture.withFolder { folder in
      try Fixture.write("", to: folder + "/package/Package.swift")
      try Fixture.write(text, to: folder + "/package/presets/a.yaml")
      let program = folder + "/package/.build/x86_64/release/ganbook"
      #expect(
        PresetLibrary.folders(executable: program, environment: [:])
          == [folder + "/package/presets"])
    }
  }

  @Test func `an installed program finds its share, a moved one the folder beside it`() throws {
    try Fixture.withFolder { folder in
      try Fixture.write(text, to: folder + "/usr/share/ganbook/presets/a.yaml")
      try Fixture.write(text, to: folder + "/tools/presets/a.yaml")
      try Fixture.write(text, to: folder + "/presets/other.yaml")
      let places = ["/usr/bin/ganbook", "/tools/ganbook", "/alone/bin/ganbook"].map {
        PresetLibrary.folders(executable: folder + $0, environment: [:])
      }
      #expect(
        places == [
          [folder + "/usr/share/ganbook/presets"], [folder + "/tools/presets"], [],
        ])
    }
  }

  @Test func `the user's own folder comes first`() throws {
    try Fixture.withFolder { folder in
      try Fixture.write(text, to: folder + "/config/ganbook/presets/a.yaml")
      try Fixture.write(text, to: folder + "/person/.config/ganbook/presets/a.yaml")
      try Fixture.write(text, to: folder + "/tools/presets/a.yaml")
      let program = folder + "/tools/ganbook"
      let home = ["HOME": folder + "/person"]
      let named = home.merging(["XDG_CONFIG_HOME": folder + "/config"]) { $1 }
      let relative = home.merging(["XDG_CONFIG_HOME": "config"]) { $1 }
      let shipped = folder + "/tools/presets"
      let own = folder + "/person/.config/ganbook/presets"
      let look = { PresetLibrary.folders(executable: program, environment: $0) }
      #expect(look(home) == [own, shipped])
      #expect(look(named) == [folder + "/config/ganbook/presets", shipped])
      #expect(look(relative) == [own, shipped])
      #expect(look(["HOME": ""]) == [shipped])
    }
  }
}
