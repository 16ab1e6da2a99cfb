import Foundation
import Notebook
import Testing

/// The format of checkpoints, and what is refused of it.
@Suite struct SafetensorsTests {
  private let file = Safetensors(
    metadata: [("who", "“we” \\ they")],
    tensors: [
      .init("weights", shape: [2, 2], [1, -0.0, .infinity, .leastNonzeroMagnitude]),
      .init("nothing", shape: [0], []), .init("steps", [0, -1, .max]),
      .init("number", shape: [], [0.1]),
    ])

  @Test func `what is written reads back to the bit`() throws {
    let again = try Safetensors(file.data)
    #expect(
      again == file && again.tensors.map(\.name) == ["weights", "nothing", "steps", "number"])
    #expect(
      again.tensors[0].floats?.map(\.bitPattern) == [0x3F80_0000, 0x8000_0000, 0x7F80_0000, 1])
    #expect(again.tensors[2].integers == [0, -1, .max])
  }

  /// A file with this header and so many bytes of numbers.
  private func refusal(_ header: String, bytes: Int, length: Int? = nil) -> String? {
    var data = Data(
      (0..<8).map { UInt8(truncatingIfNeeded: (length ?? header.utf8.count) >> (8 * $0)) })
    data += Data(header.utf8) + Data(count: bytes)
    return Fixture.refusal { _ = try Safetensors(data) }
  }

  private func entry(_ shape: String, _ offsets: String, dtype: String = "F32") -> String {
    "{\"dtype\":\"\(dtype)\",\"shape\":\(shape),\"data_offsets\":\(offsets)}"
  }

  @Test func `a header of huge length is refused before anything is made for it`() {
    #expect(
      refusal("{}", bytes: 0, length: .max)
        == "its header claims \(Int.max) bytes, which it can't have")
    #expect(
      refusal("{}", bytes: 0, length: -1)
        == "its header claims \(UInt64.max) bytes, which it can't have")
    #expect(refusal("{}", bytes: 0, length: 3) == "its header claims 3 bytes, which it can't have")
    #expect(
      Fixture.refusal { _ = try Safetensors(Data([1])) } == "too short for a safetensors file")
  }

  @Test func `sizes, kinds and places that don't fit are refused`() {
    let cases: [(header: String, bytes: Int, sentence: String?)] = [
      ("{\"a\":\(entry("[2]", "[0,8]"))}", 8, nil),
      ("{\"a\":\(entry("[2]", "[0,8]"))}", 7, "'a' reaches beyond its end"),
      ("{\"a\":\(entry("[2]", "[0,8]"))}", 9, "1 bytes at its end belong to no array"),
      ("{\"a\":\(entry("[3]", "[0,8]"))}", 8, "the size of 'a' is not that of its shape"),
      (
        "{\"a\":\(entry("[4294967296,4294967296]", "[0,0]"))}", 0,
        "the size of 'a' is not that of its shape"
      ),
      ("{\"a\":\(entry("[-2]", "[0,8]"))}", 8, "the shape of 'a' is no list of whole numbers"),
      ("{\"a\":\(entry("[2]", "[8,0]"))}", 8, "the place of 'a' is none"),
      ("{\"a\":\(entry("[2]", "[0,8]", dtype: "F16"))}", 8, "'a' holds 'F16', not F32 or I64"),
      (
        "{\"a\":\(entry("[2]", "[0,8]")),\"b\":\(entry("[2]", "[4,12]"))}", 12,
        "its arrays overlap or leave a gap"
      ),
      (
        "{\"a\":\(entry("[2]", "[0,8]")),\"b\":\(entry("[1]", "[12,16]"))}", 16,
        "its arrays overlap or leave a gap"
      ),
      (
        "{\"a\":\(entry("[2]", "[0,8]")),\"a\":\(entry("[2]", "[0,8]"))}", 8,
        "no JSON: the key 'a' is given twice at byte 58"
      ),
      ("{\"__metadata__\":{\"a\":1}}", 0, "its metadata holds no texts"),
      ("[]", 0, "its header is no object"), ("", 0, "no JSON: no value at byte 1"),
    ]
    for (header, bytes, sentence) in cases {
      #expect(refusal(header, bytes: bytes) == sentence, "\(header)")
    }
  }

  /// A Python that has the library, if there is one.
  private static let python: String? = {
    let named = ProcessInfo.processInfo.environment["GANBOOK_PYTHON"]
    return [named, "/usr/bin/python3", "/usr/local/bin/python3"].compactMap { $0 }.first { path in
      output(path, ["-c", "import numpy, pandas, safetensors"]) != nil
    }
  }()

  private static func output(_ path: String, _ arguments: [String]) -> String? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? String(decoding: bytes, as: UTF8.self) : nil
  }

  @Test(
    .enabled(
      if: Self.python != nil,
      "no Python with numpy, pandas and safetensors; GANBOOK_PYTHON may name one"))
  func `Python's own libraries open a run's files`() throws {
    try Fixture.withFolder { folder in
      let run = try Fixture.lived(Fixture.store(folder))
      run.end()
      let script = """
        import sys, pandas
        from safetensors import safe_open
        with safe_open(sys.argv[1] + '/checkpoints/step-000000260.safetensors', 'np') as file:
            print(file.metadata()['step'], len(list(file.keys())))
            weights = file.get_tensor('generator.0.weights')
            print(weights.dtype, weights.shape, weights.view('uint32').sum(dtype='uint64'))
        table = pandas.read_csv(sys.argv[1] + '/metrics.csv')
        print(len(table), float(table['column2.modeTV'].iloc[-1]) >= 0, table['step'].iloc[-1])
        print(len(pandas.read_csv(sys.argv[1] + '/fingerprints.csv')) > 3)
        print(len(pandas.read_json(sys.argv[1] + '/commands.jsonl', lines=True)))
        """
      let own = "\(folder)/\(try #require(run.id))"
      let bytes = try Fixture.read(own + "/checkpoints/step-000000260.safetensors")
      let file = try Safetensors(bytes)
      let weights = try #require(file.tensors.first { $0.name == "generator.0.weights" })
      let sum = try #require(weights.floats).reduce(UInt64(0)) { $0 + UInt64($1.bitPattern) }
      let said = Self.output(try #require(Self.python), ["-c", script, own])
      let shape = weights.shape.map(String.init).joined(separator: ", ")
      #expect(
        said == """
          260 \(file.tensors.count)
          float32 (\(shape)) \(sum)
          3 True 200
          True
          9

          """)
    }
  }
}
