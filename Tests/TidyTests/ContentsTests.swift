import Foundation
import Testing

/// Folders, the lists beside them and the presets say the same.
@Suite struct ContentsTests {
  private static let pageFolder = "Sources/Experiments/Experiment"

  /// The page's name in a file that defines one: the first string after `Experiment(`.
  private func pageName(_ file: Repository.File) -> String? {
    guard let start = file.text.range(of: "= Experiment(") else { return nil }
    return file.text[start.upperBound...].split(separator: "\"", maxSplits: 2).dropFirst().first
      .map(String.init)
  }

  private var pages: [Repository.File] { Repository.files(in: Self.pageFolder, ["swift"]) }

  private var presets: [Repository.File] { Repository.files(in: "presets", ["yaml"]) }

  private func value(of key: String, in preset: Repository.File) -> String? {
    preset.lines.first { $0.hasPrefix(key + ":") }
      .map { $0.dropFirst(key.count + 1).trimmingCharacters(in: .whitespaces) }
  }

  private func memberName(_ file: Repository.File) -> String {
    file.stem.prefix(1).lowercased() + file.stem.dropFirst()
  }

  @Test func `every page is in the table of contents, and has a preset`() throws {
    let contents = try #require(Repository.file("Sources/Experiments/Contents.swift")).text
    let pagesWithPresets = Set(presets.compactMap { value(of: "page", in: $0) })
    #expect(!pages.isEmpty)
    for file in pages {
      let name = try #require(pageName(file), "\(file.path) defines no page")
      #expect(contents.contains("." + memberName(file)), "\(name) is not listed")
      #expect(pagesWithPresets.contains(name), "\(name) has no preset")
    }
  }

  @Test func `every preset is YAML, named after a page that exists`() {
    let names = Set(pages.compactMap(pageName))
    #expect(!presets.isEmpty)
    for preset in presets {
      guard let page = value(of: "page", in: preset) else {
        Issue.record("\(preset.path) names no page")
        continue
      }
      #expect(names.contains(page), "\(preset.path) names page \(page)")
      #expect(preset.name.hasPrefix(page + "-") || preset.stem == page, "\(preset.path)")
      #expect(value(of: "title", in: preset) != nil, "\(preset.path) has no title")
    }
    #expect(Repository.names(in: "presets").filter { !$0.hasPrefix(".") } == presets.map(\.name))
  }

  /// Folders of parts whose list stands in the file of the same name beside them.
  @Test(arguments: ["DiscriminatorCost", "GeneratorCost", "Optimizer", "Penalty"])
  func `every part of a folder is in the list beside it`(folder: String) throws {
    let list = try #require(Repository.file("Sources/Adversarial/\(folder).swift")).text
    let parts = Repository.files(in: "Sources/Adversarial/" + folder, ["swift"])
    #expect(!parts.isEmpty)
    let start = try #require(list.range(of: "static let all"), "\(folder) has no list")
    let members = list[start.upperBound...].prefix { $0 != "]" || $0 == "\n" }
    for part in parts {
      #expect(
        list[start.upperBound...].contains("." + memberName(part)), "\(part.path): \(members)")
    }
  }
}
