public import Experiments
private import Foundation

/// The presets that can be found: beside the executable's package, in the user's configuration
/// folder and by path.
public struct PresetLibrary: Sendable {
  /// All presets that could be read, in the order of the table of contents, the paper's first,
  /// then by name.
  public private(set) var presets: [Preset]
  /// Files that could not be read, a sentence each.
  public let problems: [String]
  /// The folders that were looked through, the first wins.
  public let folders: [String]
  private let pages: [Experiment]
  private var files: [String: String] = [:]
  private var failures: [String: PresetError] = [:]

  /// A library of these presets, from no folder.
  public init(presets: [Preset], problems: [String] = []) {
    self.presets = presets
    self.problems = problems
    folders = []
    pages = []
  }

  /// The same library, its presets changed.
  public func changed(_ change: (Preset) -> Preset) -> PresetLibrary {
    PresetLibrary(self, presets: presets.map(change))
  }

  private init(_ other: PresetLibrary, presets: [Preset]) {
    self = other
    self.presets = presets
  }

  /// Reads every `.yaml` file of these folders. Where two have a name in common, the preset of
  /// the earlier folder counts. A file that can't be read is a problem, not an error.
  public init(folders: [String], pages: [Experiment]) {
    self.folders = folders
    self.pages = pages
    var found: [Preset] = []
    var problems: [String] = []
    for file in folders.flatMap(Self.presetFiles) {
      let name = Self.name(of: file)
      guard files[name] == nil else { continue }
      files[name] = file
      do {
        found.append(try Preset(path: file, pages: pages))
      } catch {
        failures[name] = error
        problems.append(error.description)
      }
    }
    let order = pages.map(\.name)
    presets = found.sorted { first, second in
      let places = [first, second].map { order.firstIndex(of: $0.page) ?? order.count }
      // The tutorial's own configuration is what a page opens with.
      let ranks = [first, second].map { $0.name == $0.page + "-paper" ? 0 : 1 }
      return (places[0], ranks[0], first.name) < (places[1], ranks[1], second.name)
    }
    self.problems = problems
  }

  /// The preset that a person named: by its name, by the path of a file, by a page's name, which
  /// means the page's own defaults, or by one of them and what is to differ,
  /// `mode-collapse-paper?seed=7&unrollSteps=5`.
  /// - Throws: ``PresetError`` with the nearest valid name, or with what is wrong with the file.
  public func preset(_ nameOrPath: String) throws(PresetError) -> Preset {
    if let preset = presets.first(where: { $0.name == nameOrPath }) { return preset }
    if let failure = failures[nameOrPath] { throw failure }
    if let preset = try presetOfLine(nameOrPath) { return preset }
    if Self.isPath(nameOrPath) { return try Preset(path: nameOrPath, pages: pages) }
    if let page = pages.first(where: { $0.name == nameOrPath }) { return Preset(defaultsOf: page) }
    let known = presets.map(\.name)
    throw PresetError(
      .missing,
      "there is no preset \(Wording.quoted(nameOrPath))"
        + NearestName.hint(nameOrPath, among: known, list: "the presets are"))
  }

  /// The preset that a line makes of another, or nil where the text is no line.
  private func presetOfLine(_ text: String) throws(PresetError) -> Preset? {
    guard let mark = text.firstIndex(of: "?"), FileKind(path: text) == .missing else { return nil }
    let name = String(text[..<mark])
    guard !name.isEmpty else {
      throw PresetError(.malformed, "a line begins with a preset or a page: 'NAME?knob=value'")
    }
    let base = try preset(name)
    guard let page = pages.first(where: { $0.name == base.page }) else {
      throw PresetError(.missing, "the page '\(base.page)' of this preset is gone")
    }
    var reader = PresetLineReader(base: base, page: page)
    return try reader.preset(text[text.index(after: mark)...])
  }

  /// A preset as a line to send in a message. It begins with what everybody has: a preset of the
  /// last folder, that of the same name or else the page's, or the page alone with its defaults.
  public func line(of preset: Preset) -> String {
    let common = presets.filter { base in
      base.page == preset.page && (files[base.name].map(isCommon) ?? true)
    }
    let named = common.first { $0.name == preset.name }
    // A name of the user's own does not say to others which page is meant.
    let defaults = pages.first { $0.name == preset.page && files[$0.name] == nil }
      .map(Preset.init(defaultsOf:))
    let isOfPage = preset.name == preset.page && defaults != nil
    let paper = isOfPage ? nil : common.first { $0.name == preset.page + "-paper" }
    let base = named ?? paper ?? defaults ?? common.first
    return base.map(preset.line(besides:)) ?? preset.name
  }

  private func isCommon(_ file: String) -> Bool {
    folders.last.map { file.hasPrefix($0 + "/") } ?? true
  }

  /// The file that a preset of this name came from.
  public func file(of name: String) -> String? { files[name] }

  // MARK: Folders

  /// Where presets are looked for: the user's own first, then those that came with the program.
  ///
  /// - Parameters:
  ///   - executable: the path of the running program, links resolved.
  ///   - environment: `XDG_CONFIG_HOME` and `HOME` are looked at.
  /// - Returns: folders that exist.
  public static func folders(executable: String, environment: [String: String]) -> [String] {
    let own = ownFolder(environment: environment).map { [$0] } ?? []
    return own.filter(isFolder) + shippedFolder(executable)
  }

  /// The folder of a person's own presets, whether it exists or not; nil where there is no home.
  public static func ownFolder(environment: [String: String]) -> String? {
    configurationFolder(environment).map { $0 + "/ganbook/presets" }
  }

  /// XDG: a relative path there is to be ignored.
  private static func configurationFolder(_ environment: [String: String]) -> String? {
    if let folder = environment["XDG_CONFIG_HOME"], folder.hasPrefix("/") { return folder }
    guard let home = environment["HOME"], home.hasPrefix("/") else { return nil }
    return home + "/.config"
  }

  /// Beside the program, at the root of the package it was built in, or in the `share` folder of
  /// the place it was installed to: the nearest one.
  private static func shippedFolder(_ executable: String) -> [String] {
    var folder = URL(fileURLWithPath: executable).deletingLastPathComponent()
    let beside = folder.path
    while true {
      let path = folder.path
      let root = path == "/" ? "" : path
      let isHome = path == beside || FileKind(path: root + "/Package.swift") == .file
      if isHome, isFolder(root + "/presets") { return [root + "/presets"] }
      if isFolder(root + "/share/ganbook/presets") { return [root + "/share/ganbook/presets"] }
      guard path != "/", !path.isEmpty else { return [] }
      folder = folder.deletingLastPathComponent()
    }
  }

  private static func isFolder(_ path: String) -> Bool { FileKind(path: path) == .folder }

  // MARK: Files

  /// Only plain files: opening a pipe that nobody writes to would wait for ever.
  private static func presetFiles(in folder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.sorted()
      .filter { !$0.hasPrefix(".") && isPresetName($0) }
      .map { folder + "/" + $0 }
      .filter { FileKind(path: $0) == .file }
  }

  private static func isPath(_ text: String) -> Bool {
    text.contains("/") || isPresetName(text)
  }

  private static func isPresetName(_ file: String) -> Bool {
    file.hasSuffix(".yaml") || file.hasSuffix(".yml")
  }

  private static func name(of file: String) -> String {
    URL(fileURLWithPath: file).deletingPathExtension().lastPathComponent
  }
}
