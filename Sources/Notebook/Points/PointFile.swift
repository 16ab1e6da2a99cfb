public import Adversarial
public import Foundation

/// Points on disk: the reader's own file, and the copy that a run or a preset keeps beside itself,
/// `data-9f3a01c2d4e5f607-spiral.csv`.
public enum PointFile {
  /// Reads a file, whatever its size, in pieces.
  /// - Throws: ``PresetError`` with file, line and column.
  public static func read(path: String) throws(PresetError) -> PointSet {
    let handle = try InputFile.open(path, as: "a file of points")
    defer { try? handle.close() }
    return try read(handle, name: URL(fileURLWithPath: path).lastPathComponent, file: path)
  }

  /// Reads what comes, to its end.
  /// - Parameters:
  ///   - name: what the points are called from now on.
  ///   - file: what errors call the place they come from.
  public static func read(
    _ handle: FileHandle, name: String, file: String
  ) throws(PresetError) -> PointSet {
    var reader = PointReader(name: name, file: file)
    while true {
      let piece: Data?
      do { piece = try handle.read(upToCount: 1 << 16) } catch {
        throw PresetError(.unreadable, "reading '\(Wording.line(file))' broke off")
      }
      guard let piece, !piece.isEmpty else { return try reader.finish() }
      try reader.take([UInt8](piece))
    }
  }

  // MARK: The copy

  static func name(of set: PointSet) -> String { prefix + set.digest + "-" + set.name }

  /// Every number so that it reads back to the bit.
  static func text(of set: PointSet) -> String {
    "x,y\n" + set.points.map { "\($0.x),\($0.y)\n" }.joined()
  }

  /// The copies in a folder.
  /// - Throws: ``StoreError`` where one does not hold the points that were kept there.
  static func sets(in folder: Folder) throws(StoreError) -> [PointSet] {
    var sets: [PointSet] = []
    for file in folder.names where file.hasPrefix(prefix) {
      let parts = file.dropFirst(prefix.count).split(separator: "-", maxSplits: 1)
      guard parts.count == 2, parts[0].count == 16 else { continue }
      guard Wording.isLine(file) else {
        throw StoreError(.malformed, "its name holds control characters").inFile(file)
      }
      let bytes = try folder.read(file, limit: 1 << 20)
      let set: PointSet
      do throws(PresetError) {
        var reader = PointReader(name: String(parts[1]), file: file)
        try reader.take(bytes)
        set = try reader.finish()
      } catch {
        throw StoreError(.malformed, error.description)
      }
      guard set.digest == parts[0] else {
        throw StoreError(.malformed, "not the points that were kept here: their hash is another")
          .inFile(file)
      }
      sets.append(set)
    }
    return sets
  }

  static let prefix = "data-"

  /// A named set beside a preset: its copy, or the file itself.
  /// - Parameter text: `spiral.csv`, or with its hash.
  static func set(_ text: String, beside folder: String) throws(PresetError) -> PointSet {
    let parts = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts.first ?? "")
    guard !name.isEmpty, !name.contains("/") else {
      throw PresetError(.malformed, "points are a file beside the preset, as points:spiral.csv")
    }
    let copy = parts.count == 2 ? "\(folder)/\(prefix)\(parts[1])-\(name)" : nil
    let path = copy.flatMap { FileKind(path: $0) == .file ? $0 : nil } ?? folder + "/" + name
    // Nobody has named it, so that nobody is waiting at its other end.
    guard FileKind(path: path) != .other else {
      throw PresetError(.malformed, "'\(Wording.line(path))' is a pipe or a device, not a file")
    }
    let found = try read(path: path)
    let set = PointSet(name: name, points: found.points, rowCount: found.rowCount)
    guard parts.count == 1 || set.digest == parts[1] else {
      throw PresetError(
        .malformed, "'\(Wording.line(path))' holds other points than the preset was saved with")
    }
    return set
  }
}
