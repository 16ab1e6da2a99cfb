internal import Experiments
private import Foundation

/// The preset of a recorded run: what it trains from `run.json`, which is complete; what it says
/// from `preset.yaml`, which people read.
struct RecordedPreset {
  static let name = "preset.yaml"

  private let header: RunHeader
  private let page: Experiment
  private let written: Preset?
  /// What is amiss with `preset.yaml`; the run plays without it.
  let remarks: [String]

  /// - Parameter folder: nil leaves out what is for people.
  init(_ header: RunHeader, page: Experiment, folder: Folder?) {
    self.header = header
    self.page = page
    guard let folder else {
      (written, remarks) = (nil, [])
      return
    }
    do {
      let bytes = try folder.read(Self.name, limit: PresetText.limit)
      let text = try PresetText.text(of: Data(bytes), file: Self.name)
      written = try Preset(yaml: text, file: Self.name, name: header.preset, pages: [page])
      remarks = []
    } catch {
      written = nil
      remarks = ["\(error); the run is played as \(RunHeader.name) tells it"]
    }
  }

  /// - Throws: ``StoreError`` where the page has no such knob or value, or describes no game.
  func preset() throws(StoreError) -> Preset {
    var columns: [Preset.Column] = []
    do {
      for column in header.columns {
        let settings = try RunHeader.Knob.settings(column.knobs, of: page)
        columns.append(Preset.Column(title: column.title, settings: settings))
        _ = try page.design(settings)
      }
    } catch {
      throw StoreError(.malformed, "\(error)").inFile(RunHeader.name)
    }
    var preset =
      written
      ?? Preset(
        name: header.preset, page: header.page, title: header.title, note: "", seed: 0, steps: 1,
        settings: columns[0].settings)
    preset.title = header.title
    preset.seed = header.seed
    preset.steps = header.steps
    let isPlain = columns.count == 1 && columns[0].title.isEmpty
    if isPlain || written == nil { preset.settings = columns[0].settings }
    preset.twins = isPlain ? [] : columns
    return preset
  }
}
