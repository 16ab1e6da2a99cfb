private import Experiments
private import Foundation

/// The file `.runs` of a notebook: a line a run, with the stamps of the files that it was read
/// from. Every line ends in a check of its own, so that what was torn or edited does not count.
struct RunIndex: Sendable {
  static let name = ".runs"
  /// Raised when a line says something else than before.
  private static let format = 2
  private static let limit = 1 << 28
  /// Nanoseconds: a file that changed so shortly before may change again at the same time.
  private static let doubt = 3_000_000_000

  private let notebook: Folder?
  private let maker: String
  /// The file as it was read, and where each run's line lies.
  private let bytes: [UInt8]
  private var lines: [String: Range<Int>] = [:]
  private var fresh: Set<String> = []
  private var unwritten = ""
  private var now: Int?
  private var hasFailed = false
  private var draft: String { "\(Self.name).\(ProcessInfo.processInfo.processIdentifier)" }

  /// What a line depends on besides the files: the program and its pages.
  static func maker(of store: RunStore) -> String {
    let pages = store.pages.map { "\($0.name) \($0.hyperparameters.count)" }
    return "\(format) \(store.productVersion) " + check(pages.joined(separator: " ").utf8)
  }

  /// - Parameter notebook: nil where there is none; the index is empty then.
  init(_ notebook: Folder?, maker: String) {
    self.notebook = notebook
    self.maker = maker
    bytes = (try? notebook?.read(Self.name, limit: Self.limit)) ?? []
    var start = 0
    while let end = bytes[start...].firstIndex(of: 0x0A) {
      let line = start..<end
      guard start > 0 || bytes[line].elementsEqual(maker.utf8) else { return }
      let name = bytes[line].prefix { $0 != 0x09 }
      if start > 0 { lines[String(decoding: name, as: UTF8.self)] = line }
      start = end + 1
    }
  }

  // MARK: Reading

  /// The line of a run, where nothing has changed since it was read.
  func card(_ id: String, _ folder: Folder) -> RunCard? {
    guard let line = lines[id] else { return nil }
    let parts = bytes[line].split(separator: 0x09, omittingEmptySubsequences: false)
    guard parts.count == 5, parts[4].elementsEqual(Self.check(bytes[line].dropLast(16)).utf8)
    else { return nil }
    let data = parts[1].split(separator: 0x2F).map { String(decoding: $0, as: UTF8.self) }
    guard let stamp = RunStamp(folder, data: data), parts[2].elementsEqual(stamp.text.utf8),
      let value = try? JSONReader.value(parts[3])
    else { return nil }
    return RunCard(id: id, kept: value)
  }

  private static func check(_ bytes: some Sequence<UInt8>) -> String {
    RunSummary.hexadecimal(Fingerprint.of(bytes))
  }

  // MARK: Writing

  /// Begins to write; returns the time by the clock of the file system, nil where nothing can be
  /// written.
  mutating func begin() -> Int? {
    if let now { return now }
    guard let notebook else { return nil }
    notebook.remove(draft)
    guard let file = try? notebook.create(draft) else { return nil }
    let time = FileStamp(open: file.fileDescriptor)?.newest
    try? file.close()
    now = time
    unwritten = maker + "\n"
    // What a program that was killed has left.
    for name in notebook.names where name.hasPrefix(Self.name + ".") {
      guard let time, let age = FileStamp(name, in: notebook)?.newest else { continue }
      if age < time - 20 * Self.doubt { notebook.remove(name) }
    }
    return time
  }

  /// Takes in a line that was read anew, unless its files may still change within the same moment.
  mutating func keep(_ card: RunCard, _ stamp: RunStamp, now: Int) {
    guard stamp.newest < now - Self.doubt, stamp.data.allSatisfy(Wording.isLine) else { return }
    let head =
      [
        card.id, stamp.data.joined(separator: "/"), stamp.text, card.kept.line,
      ].joined(separator: "\t") + "\t"
    fresh.insert(card.id)
    unwritten += head + Self.check(head.utf8) + "\n"
    if unwritten.utf8.count > 1 << 16 { append() }
  }

  /// Puts what has come so far behind the draft.
  private mutating func append() {
    defer { unwritten = "" }
    guard let file = try? notebook?.append(draft) else { return }
    do { try file.write(contentsOf: Data(unwritten.utf8)) } catch { hasFailed = true }
    try? file.close()
  }

  /// The list of these runs is whole: where any line of it is new, the draft takes the index's
  /// place. Of two programs the later one wins: each writes a whole index.
  mutating func write(_ ids: [String]) {
    guard now != nil, let notebook else { return }
    now = nil
    defer { notebook.remove(draft) }
    guard !fresh.isEmpty else { return }
    for id in ids where !fresh.contains(id) {
      guard let line = lines[id] else { continue }
      unwritten += String(decoding: bytes[line], as: UTF8.self) + "\n"
      if unwritten.utf8.count > 1 << 16 { append() }
    }
    append()
    if !hasFailed { notebook.replace(Self.name, by: draft) }
  }
}
