internal import Adversarial
private import Foundation

/// The folder of a person's own presets, where the notebook saves what they made.
public struct PresetFolder: Sendable {
  private static let longestName = 60
  private let path: String

  /// - Parameter path: made when the first preset is saved.
  public init(path: String) { self.path = path }

  /// The user's own folder, or nil where the environment names no home.
  ///
  /// - Parameter environment: `XDG_CONFIG_HOME` and `HOME` are looked at.
  public init?(environment: [String: String]) {
    guard let folder = PresetLibrary.ownFolder(environment: environment) else { return nil }
    self.init(path: folder)
  }

  /// Writes a preset under a name: whole or not at all, and never over another file.
  ///
  /// - Parameters:
  ///   - library: presets whose names are taken.
  ///   - replacing: whether the person has said that a preset of their own of this name may go.
  /// - Returns: the file's path.
  /// - Throws: ``PresetError`` with one sentence; nothing has changed then.
  @discardableResult
  public func save(
    _ preset: Preset, as name: String, among library: PresetLibrary, replacing: Bool = false
  ) throws(PresetError) -> String {
    try check(name)
    let file = path + "/" + name + ".yaml"
    if let other = library.file(of: name), other != file {
      throw PresetError(
        .malformed, "the name '\(name)' is taken by \(Wording.line(other)); choose another")
    }
    var own = preset
    own.name = name
    for set in own.pointSets {
      // Its name holds a hash of it: what is there already is the same.
      let copy = path + "/" + PointFile.name(of: set)
      try write(Data(PointFile.text(of: set).utf8), to: copy, named: set.name, replacing: true)
    }
    try write(Data(own.yaml.utf8), to: file, named: name, replacing: replacing)
    return file
  }

  private func check(_ name: String) throws(PresetError) {
    let isPlain = name.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
        true
      default: false
      }
    }
    guard isPlain, (1...Self.longestName).contains(name.count), !name.hasPrefix("-") else {
      throw PresetError(
        .malformed,
        "a preset's name is 1 to \(Self.longestName) letters, digits, '-' and '_', not "
          + Wording.quoted(name))
    }
  }

  /// A new file beside it first, which then takes the name: a reader sees all of it or nothing.
  private func write(
    _ bytes: Data, to file: String, named name: String, replacing: Bool
  ) throws(PresetError) {
    let manager = FileManager.default
    defer { (try? Folder(following: path))?.sync() }
    let draft = path + "/.\(name).\(ProcessInfo.processInfo.processIdentifier).draft"
    defer { try? manager.removeItem(atPath: draft) }
    do {
      try manager.createDirectory(atPath: path, withIntermediateDirectories: true)
      try bytes.write(to: URL(fileURLWithPath: draft))
    } catch {
      throw PresetError(.unreadable, "'\(Wording.line(file))' can't be written")
    }
    do {
      if replacing, manager.fileExists(atPath: file) {
        try bytes.write(to: URL(fileURLWithPath: file), options: .atomic)
      } else {
        // A second name is given only where nothing bears it: nobody's file is written over.
        try manager.linkItem(atPath: draft, toPath: file)
      }
    } catch {
      guard !replacing, manager.fileExists(atPath: file) else {
        throw PresetError(.unreadable, "'\(Wording.line(file))' can't be written")
      }
      throw PresetError(.malformed, "there is a preset '\(name)' already; choose another name")
    }
  }
}
