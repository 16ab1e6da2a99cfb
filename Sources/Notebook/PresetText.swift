internal import Foundation

/// A preset file's text, read from the disk within limits: whatever lies at the path, it ends in
/// a text or in one sentence.
enum PresetText {
  /// No preset comes near it.
  static let limit = 1 << 20

  /// Reads the text of a file.
  static func read(path: String) throws(PresetError) -> String {
    let handle = try InputFile.open(path, as: "a preset")
    defer { try? handle.close() }
    return try text(of: bytes(from: handle, "'\(Wording.line(path))'"), file: path)
  }

  private static func bytes(
    from handle: FileHandle, _ name: String
  ) throws(PresetError) -> Data {
    var bytes = Data()
    do {
      // A pipe hands out its bytes in pieces.
      while bytes.count <= limit, let piece = try handle.read(upToCount: limit + 1),
        !piece.isEmpty
      {
        bytes.append(piece)
      }
    } catch {
      throw PresetError(.unreadable, "reading \(name) broke off")
    }
    return bytes
  }

  /// The bytes as text.
  static func text(of bytes: Data, file: String) throws(PresetError) -> String {
    guard bytes.count <= limit else {
      throw PresetError(.malformed, file: file, "larger than 1 MiB, which no preset is")
    }
    guard let text = String(data: bytes, encoding: .utf8) else {
      throw PresetError(.malformed, file: file, "not a text in UTF-8")
    }
    return text
  }
}
