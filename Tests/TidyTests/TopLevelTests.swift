import Foundation
import Testing

@Suite struct TopLevelTests {
  static let allowed: Set<String> = [
    "Package.swift", "Package.resolved", "Sources", "Tests", "presets", "README.md",
  ]

  @Test func `the top level holds a manifest, sources, tests, presets and the README`() {
    let names = Repository.names(in: ".").filter { !$0.hasPrefix(".") }
    #expect(Set(names).isSubset(of: Self.allowed), "\(Set(names).subtracting(Self.allowed))")
    #expect(Set(names).isSuperset(of: Self.allowed.subtracting(["Package.resolved"])))
  }

  @Test func `nothing names a place on somebody's machine`() {
    let places = ["home", "Users", "root", "work", "mnt", "private"].map { "/" + $0 + "/" }
    let texts =
      Repository.sources + Repository.files(in: "presets", ["yaml"])
      + ["README.md", "Package.swift", ".ci/run"].compactMap(Repository.file)
    for file in texts {
      for place in places where file.text.contains(place) {
        Issue.record("\(file.path) has \(place)")
      }
    }
  }

  @Test func `the check of the whole can be run`() {
    let path = Repository.root.appendingPathComponent(".ci/run").path
    #expect(FileManager.default.isExecutableFile(atPath: path))
  }
}
