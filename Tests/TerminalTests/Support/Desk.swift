import Foundation

/// A place for a notebook of its own, with one small preset that trains fast in a debug build too;
/// it goes when the test does.
final class Desk {
  let folder: URL

  /// - Parameter isNew: whether nobody has opened the notebook before.
  init(isNew: Bool = false) throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("ganbook-test-\(UUID().uuidString)")
    let presets = folder.appendingPathComponent("config/ganbook/presets")
    try FileManager.default.createDirectory(at: presets, withIntermediateDirectories: true)
    // In the place of the page's own preset, the one that is chosen first.
    try Self.preset.write(
      to: presets.appendingPathComponent("mode-collapse-paper.yaml"), atomically: true,
      encoding: .utf8)
    guard !isNew else { return }
    try FileManager.default.createDirectory(at: notebook, withIntermediateDirectories: true)
    try "".write(to: welcome, atomically: true, encoding: .utf8)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Where runs are recorded.
  var notebook: URL { folder.appendingPathComponent("notebook") }

  /// What says that the welcome was read.
  var welcome: URL { notebook.appendingPathComponent(".welcomed") }

  /// What points a program to this place.
  var environment: [String: String?] {
    [
      "XDG_CONFIG_HOME": folder.appendingPathComponent("config").path,
      "GANBOOK_HOME": notebook.path,
    ]
  }

  /// The names of the recorded runs.
  var runs: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: notebook.path)) ?? []
    return names.filter { !$0.hasPrefix(".") }.sorted()
  }

  /// A file of a run, or nothing where there is none yet.
  func text(_ run: String, _ file: String) -> String {
    let url = notebook.appendingPathComponent(run).appendingPathComponent(file)
    return (try? String(contentsOf: url, encoding: .utf8)) ?? ""
  }

  /// The last step whose fingerprint is on the disk.
  func recordedStep(_ run: String) -> Int {
    let last = text(run, "fingerprints.csv").split(separator: "\n").last ?? ""
    return Int(last.prefix { $0 != "," }) ?? 0
  }

  /// A command without a screen on this notebook.
  func ganbook(_ arguments: String...) throws -> (code: Int32, output: String) {
    try Launch.run(Launch.built("ganbook"), arguments, environment: environment)
  }

  private static let preset = """
    page: mode-collapse
    title: 字 small nets
    seed: 1
    steps: 99000
    knobs:
      activation: leakyRelu
      initialValues: he
      generatorCost: nonSaturating
      noiseDimension: 8
      batch: 64
      generatorWidth: 32
      discriminatorWidth: 32
      discriminatorLayers: 2
      inputScale: 1
      deviation: 0.1

    """
}
