import Foundation
import Notebook
import Plotting
import Testing

@testable import Workbench

/// The main screens, character by character and style by style, from closed forms.
///
/// A change that is meant is taken over with `GANBOOK_GOLDEN=write`; look at the difference that
/// version control then shows.
@Suite struct GoldenTests {
  /// A screen, and the keys that lead to it.
  enum Page: String, CaseIterable {
    case contents, run, twin, costs, runs, ledger, help

    func bench(_ charset: Workbench.Charset, hasColour: Bool) -> Workbench {
      switch self {
      case .run: return Fixture.running(charset: charset, hasColour: hasColour)
      case .twin: return Fixture.twin(charset: charset, hasColour: hasColour)
      case .costs: return Fixture.comparingCosts(charset: charset, hasColour: hasColour)
      case .contents, .runs, .ledger, .help:
        var bench = Fixture.bench(charset: charset, hasColour: hasColour)
        _ = bench.update(.notebook(path: "/notebook", isReadOnly: false, problem: nil))
        _ = bench.update(.runs(RunsTests.cards))
        if let key { _ = bench.update(.key(.character(key))) }
        return bench
      }
    }

    private var key: Character? {
      switch self {
      case .contents, .run, .twin, .costs: nil
      case .runs: "r"
      case .ledger: "L"
      case .help: "?"
      }
    }
  }

  static let sizes = ["120x40", "80x24", "60x20"]

  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Pictures")

  /// Whether what is found replaces what is kept.
  private static let isWriting = ProcessInfo.processInfo.environment["GANBOOK_GOLDEN"] == "write"

  @Test(arguments: Page.allCases, sizes)
  func `a screen is as it was`(page: Page, size: String) throws {
    for (charset, name) in [(Workbench.Charset.braille, "braille"), (.ascii, "ascii")] {
      try compare(page, charset, size, "\(page.rawValue)-\(size)-\(name)")
    }
  }

  @Test func `the sentence below the smallest size is as it was`() throws {
    try compare(.run, .braille, "34x8", "small-34x8-braille")
    try compare(.run, .ascii, "34x8", "small-34x8-ascii")
  }

  private func compare(
    _ page: Page, _ charset: Workbench.Charset, _ size: String, _ name: String
  ) throws {
    let numbers = size.split(separator: "x").compactMap { Int($0) }
    func frame(hasColour: Bool) -> Frame {
      var bench = page.bench(charset, hasColour: hasColour)
      _ = bench.update(.resized(columns: numbers[0], rows: numbers[1]))
      return bench.view()
    }
    let found = GoldenPicture(
      coloured: frame(hasColour: true), plain: frame(hasColour: false), ascii: charset == .ascii
    ).text
    let url = Self.folder.appendingPathComponent(name + ".txt")
    if Self.isWriting {
      try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
      return try found.write(to: url, atomically: true, encoding: .utf8)
    }
    let kept = try String(contentsOf: url, encoding: .utf8)
    guard kept != found else { return }
    let (old, new) = (kept.components(separatedBy: "\n"), found.components(separatedBy: "\n"))
    let row = zip(old, new).enumerated().first { $1.0 != $1.1 }?.offset ?? min(old.count, new.count)
    func line(_ lines: [String]) -> String { row < lines.count ? lines[row] : "nothing" }
    Issue.record("\(name).txt:\(row + 1)\n was: \(line(old))\n now: \(line(new))")
  }

  @Test func `every picture that is kept is one that is compared`() throws {
    let names = Page.allCases.flatMap { page in
      Self.sizes.flatMap { size in
        ["ascii", "braille"].map { "\(page.rawValue)-\(size)-\($0).txt" }
      }
    }
    let kept = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    #expect(kept.sorted() == (names + ["small-34x8-ascii.txt", "small-34x8-braille.txt"]).sorted())
  }
}
