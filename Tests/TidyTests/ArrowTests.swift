import Testing

/// Imports go only along the arrows of README's picture. SwiftPM does not see to that: what is
/// built already can be imported by anybody.
@Suite struct ArrowTests {
  /// What each target may know of this package, and of other packages.
  static let arrows: [String: Set<String>] = [
    "CKernels": [],
    "CKernelChecks": ["CKernels"],
    "CNcurses": [],
    "CTermGuard": [],
    "Engine": ["CKernels"],
    "Adversarial": ["Engine"],
    "Experiments": ["Adversarial", "Engine"],
    "Notebook": ["Experiments", "Adversarial", "Yams"],
    "Plotting": [],
    "Workbench": ["Notebook", "Experiments", "Adversarial", "Plotting"],
    "ganbook": [
      "Workbench", "Notebook", "Experiments", "Adversarial", "Engine", "Plotting", "CNcurses",
      "CTermGuard", "CKernels", "CKernelChecks", "ArgumentParser",
    ],
  ]
  /// What comes with the language and the system.
  static let system: Set<String> = [
    "Swift", "Synchronization", "Foundation", "Dispatch", "Glibc", "Darwin", "Musl",
  ]

  static func imports(_ text: String) -> [String] {
    text.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ")
      guard let index = words.firstIndex(of: "import"), index <= 2 else { return nil }
      let isImport = words[..<index].allSatisfy { word in
        word.hasPrefix("@")
          || ["public", "package", "internal", "private", "fileprivate"]
            .contains(word)
      }
      guard isImport, index + 1 < words.count else { return nil }
      // `import struct Module.Name` names the module last.
      let name = index + 2 < words.count ? words[index + 2] : words[index + 1]
      return name.split(separator: ".").first.map(String.init)
    }
  }

  @Test func `every target has its place in the picture`() {
    #expect(
      Repository.names(in: "Sources").filter { !$0.hasPrefix(".") } == Self.arrows.keys.sorted())
  }

  @Test(arguments: arrows.keys.sorted())
  func `a target imports only what its arrows point to`(target: String) {
    let allowed = (Self.arrows[target] ?? []).union(Self.system).union([target])
    let files = Repository.files(in: "Sources/" + target, ["swift", "c", "h"])
    #expect(!files.isEmpty)
    for file in files {
      for module in Self.imports(file.text) {
        #expect(allowed.contains(module), "\(file.path) imports \(module)")
      }
    }
  }

  @Test func `only the shim sees curses' headers, and only the program imports the shim`() {
    for file in Repository.sources where !file.path.hasPrefix("Sources/CNcurses/") {
      #expect(!file.text.contains("#include <curses.h>"), "\(file.path)")
      guard !file.path.hasPrefix("Sources/ganbook/") else { continue }
      #expect(!Self.imports(file.text).contains("CNcurses"), "\(file.path)")
    }
  }

  @Test func `the reader of imports reads every form`() {
    let text = """
      import A
      public import B
      @testable import C
      @preconcurrency private import D
      import struct E.Name
        let text = "we import F"
      // import G
      """
    #expect(Self.imports(text) == ["A", "B", "C", "D", "E"])
  }
}
