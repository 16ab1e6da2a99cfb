/// The first bytes of a file: the mark of a text's encoding, or the sign of something that is no
/// text.
enum FileMark {
  case none
  case utf8
  case utf16(isLittleEndian: Bool)
  /// What it is, and the cure.
  case noText(String)

  /// Bytes that tell.
  static let length = 8

  init(_ bytes: [UInt8]) {
    func begins(_ sign: [UInt8]) -> Bool { bytes.starts(with: sign) }
    if let found = Self.signs.first(where: { begins($0.sign) }) {
      self = .noText(found.sentence)
    } else if begins([0xFF, 0xFE, 0, 0]) || begins([0, 0, 0xFE, 0xFF]) {
      self = .noText("a text in UTF-32; save it as UTF-8")
    } else if begins([0xEF, 0xBB, 0xBF]) {
      self = .utf8
    } else if begins([0xFF, 0xFE]) || begins([0xFE, 0xFF]) {
      self = .utf16(isLittleEndian: bytes[0] == 0xFF)
    } else if [[true, false, true, false], [false, true, false, true]]
      .contains(bytes.prefix(4).map({ $0 == 0 }))
    {
      self = .noText("a text in UTF-16 without its mark; save it as UTF-8")
    } else {
      self = .none
    }
  }

  private static let signs: [(sign: [UInt8], sentence: String)] =
    [
      ([0x1F, 0x8B], packed("gzip")), (Array("BZh91AY".utf8), packed("bzip2")),
      ([0xFD, 0x37, 0x7A, 0x58, 0x5A], packed("xz")), ([0x28, 0xB5, 0x2F, 0xFD], packed("zstd")),
      (
        [0x50, 0x4B, 3, 4], "a ZIP archive or a workbook, no text; unpack it, or save it as CSV"
      ),
      ([0xD0, 0xCF, 0x11, 0xE0], "an old workbook, no text; save it as CSV"),
      ([0x89, 0x50, 0x4E, 0x47], picture("PNG")), ([0xFF, 0xD8, 0xFF], picture("JPEG")),
      (Array("%PDF".utf8), "a PDF file, no text of rows"),
      ([0x93] + Array("NUMPY".utf8), "a NumPy file, no text; save it with numpy.savetxt"),
      ([0x89] + Array("HDF".utf8), "an HDF5 file, no text; save its numbers as CSV"),
      (Array("PAR1".utf8) + [0x15], "a Parquet file, no text; save it as CSV"),
      (Array("SQLite f".utf8), "a database of SQLite, no text; save its table as CSV"),
    ]

  private static func packed(_ program: String) -> String {
    "packed with \(program), no text; unpack it first"
  }

  private static func picture(_ kind: String) -> String { "a \(kind) picture, no text of rows" }
}
