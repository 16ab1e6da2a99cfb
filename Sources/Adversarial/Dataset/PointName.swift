/// The name that a text has for points of a file: `spiral.csv`, `spiral.csv#9f3a…` with the hash
/// that tells them from others of that name, or `iris.csv;columns=2,3` with the columns that are x
/// and y.
public struct PointName: Sendable, Equatable {
  public let name: String
  /// 16 hexadecimal digits, where it is one.
  public let digest: String?
  /// As they were written.
  public let columns: String?

  private static let key = ";columns="

  public init(_ text: some StringProtocol) {
    var text = Substring(text)
    if let key = text.firstRange(of: Self.key) {
      columns = String(text[key.upperBound...])
      text = text[..<key.lowerBound]
    } else {
      columns = nil
    }
    let parts = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    name = String(parts.first ?? "")
    digest = parts.count == 2 ? String(parts[1]) : nil
  }

  /// Whether the hash, where there is one, is such.
  public var isHash: Bool {
    digest?.utf8.allSatisfy { "0123456789abcdef".utf8.contains($0) } ?? true
  }
}
