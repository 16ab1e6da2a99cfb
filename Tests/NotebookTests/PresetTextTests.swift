import Foundation
import Notebook
import Testing

/// Whatever lies at a path.
@Suite struct PresetTextTests {
  private func error(at path: String) -> PresetError? {
    do {
      _ = try Preset(path: path, pages: Fixture.pages)
      return nil
    } catch {
      return error
    }
  }

  @Test func `a missing file is named`() {
    let error = error(at: "/nowhere/x.yaml")
    #expect(error?.description == "there is no file '/nowhere/x.yaml'")
    #expect(error?.kind == .missing)
  }

  @Test func `a folder is no preset`() throws {
    try Fixture.withFolder { folder in
      let error = error(at: folder)
      #expect(error?.description == "'\(folder)' is a folder, not a preset")
      #expect(error?.kind == .missing)
    }
  }

  @Test func `binary noise is no text`() throws {
    try Fixture.withFolder { folder in
      let path = folder + "/noise.yaml"
      var state: UInt64 = 1
      let noise = (0..<5_000).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return UInt8(truncatingIfNeeded: state >> 56)
      }
      try Data(noise).write(to: URL(fileURLWithPath: path))
      #expect(error(at: path)?.description == "\(path): not a text in UTF-8")
    }
  }

  @Test func `a file beyond one mebibyte is not read to its end`() throws {
    try Fixture.withFolder { folder in
      let path = folder + "/large.yaml"
      try Fixture.write(String(repeating: "# line\n", count: 200_000), to: path)
      #expect(error(at: path)?.description == "\(path): larger than 1 MiB, which no preset is")
    }
    #expect(error(at: "/dev/zero")?.message == "larger than 1 MiB, which no preset is")
  }

  @Test func `a mark of byte order at the start does no harm`() throws {
    try Fixture.withFolder { folder in
      let path = folder + "/mark.yaml"
      try Fixture.write("\u{FEFF}page: mode-collapse\n", to: path)
      #expect(try Preset(path: path, pages: Fixture.pages).page == "mode-collapse")
    }
  }
}
