internal import Adversarial
public import Foundation

/// Points on disk: the reader's own file, and the copy that a run or a preset keeps beside itself,
/// `data-9f3a01c2d4e5f607-spiral.csv`.
public enum PointFile {
  /// Reads a file, whatever its size, in pieces.
  ///
  /// - Parameters:
  ///   - columns: which columns are x and y; nil where there are no others.
  /// - Throws: ``PresetError`` with file, line and column.
  public static func read(
    path: String, columns: PointColumns? = nil, for purpose: PointReader.Purpose
  ) throws(PresetError) -> PointRows {
    let handle = try InputFile.open(path, as: "a file of points")
    defer { try? handle.close() }
    let reader = PointReader(
      name: URL(fileURLWithPath: path).lastPathComponent, file: path, columns: columns,
      for: purpose)
    return try read(handle, reader, file: path)
  }

  /// Reads what comes, to its end.
  /// - Parameter file: what errors call the place it comes from.
  public static func read(
    _ handle: FileHandle, _ reader: PointReader, file: String
  ) throws(PresetError) -> PointRows {
    var reader = reader
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
        var reader = PointReader(name: String(parts[1]), file: file, for: .copy)
        try reader.take(bytes)
        set = try reader.finish().set
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
  /// - Parameter text: `spiral.csv`, with its hash, or with its columns: `iris.csv;columns=2,3`.
  static func set(_ text: String, beside folder: String) throws(PresetError) -> PointSet {
    let wanted = PointName(text)
    guard !wanted.name.isEmpty, !wanted.name.contains("/"), wanted.isHash else {
      throw PresetError(.malformed, "points are a file beside the preset, as points:spiral.csv")
    }
    let copy = wanted.digest.map { "\(folder)/\(prefix)\($0)-\(wanted.name)" }
    if let copy, FileKind(path: copy) == .file {
      return try checked(try read(path: copy, for: .copy).set, wanted, at: copy)
    }
    let path = folder + "/" + wanted.name
    // A preset names it, so that no program waits at its other end.
    guard FileKind(path: path) != .other else {
      throw PresetError(.malformed, "'\(Wording.line(path))' is a pipe or a device, not a file")
    }
    let columns = try wanted.columns.map { text throws(PresetError) in try PointColumns(text) }
    let found = try read(path: path, columns: columns, for: .preset).set
    return try checked(found, wanted, at: path)
  }

  private static func checked(
    _ found: PointSet, _ wanted: PointName, at path: String
  ) throws(PresetError) -> PointSet {
    guard wanted.digest == nil || wanted.digest == found.digest else {
      throw PresetError(
        .malformed, "'\(Wording.line(path))' holds other points than the preset was saved with")
    }
    return PointSet(
      name: wanted.name, points: found.points, rowCount: found.rowCount, columns: wanted.columns)
  }
}
