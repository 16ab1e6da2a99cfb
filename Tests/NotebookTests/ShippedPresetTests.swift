import Adversarial
import Experiments
import Foundation
import Notebook
import Testing

/// The presets that come with the notebook, read as a person's own are.
@Suite struct ShippedPresetTests {
  private static let library = PresetLibrary(
    folders: [
      URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("presets").path
    ], pages: Contents.pages)

  private func page(_ preset: Preset) throws -> Experiment {
    try #require(Contents.pages.first { $0.name == preset.page })
  }

  @Test func `every preset can be read, and says what it is for`() {
    #expect(Self.library.problems.isEmpty)
    #expect(!Self.library.presets.isEmpty)
    for preset in Self.library.presets {
      #expect(!preset.note.isEmpty, "\(preset.name)")
      #expect(Self.library.presets.count { $0.title == preset.title } == 1 || preset.script != nil)
    }
  }

  @Test func `a preset is a game, or is there to be refused`() throws {
    for preset in Self.library.presets {
      let page = try page(preset)
      if preset.isRefused {
        #expect(throws: DesignError.self) { try Run(experiment: page, preset: preset, threads: 1) }
      } else {
        for column in preset.columns { _ = try page.design(column.settings) }
      }
    }
    #expect(Self.library.presets.filter(\.isRefused).map(\.name) == ["mode-collapse-seven"])
  }

  @Test func `seven modes sold as eight are refused with the reason`() throws {
    let preset = try Self.library.preset("mode-collapse-seven")
    let error = #expect(throws: DesignError.self) {
      try Run(experiment: .modeCollapse, preset: preset, threads: 1)
    }
    #expect(
      error?.description == "modes 1 and 8 have the same centre: of 8 modes only 7 are distinct")
    let again = try Preset(
      yaml: preset.yaml, file: "f", name: preset.name, pages: Contents.pages)
    #expect(again == preset)
  }

  /// Each page has a preset that guides: captions, a question, and two to four minutes of it.
  @Test func `every page has a guided preset with a question`() {
    for page in Contents.pages {
      let guided = Self.library.presets.filter { $0.page == page.name && $0.script != nil }
      #expect(!guided.isEmpty, "\(page.name)")
      for preset in guided {
        let cues = preset.script?.cues ?? []
        #expect(cues.count { $0.caption != nil } >= 4, "\(preset.name)")
        #expect(cues.contains { $0.prediction != nil }, "\(preset.name)")
      }
    }
  }
}
