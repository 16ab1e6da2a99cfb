import Foundation
import Testing

@Suite struct BenchCommandTests {
  private func ganbook(_ arguments: [String]) throws -> (code: Int32, output: String) {
    try Launch.run(Launch.built("ganbook"), ["bench"] + arguments)
  }

  @Test(arguments: ["screen", "screen-layers"])
  func `a run trains with the screen and without it, and the screen shows something`(
    _ name: String
  ) throws {
    let (code, output) = try ganbook([
      "--workload", name, "--seconds", "1.5", "--repeats", "1", "--threads", "1", "--json",
    ])
    #expect(code == 0, "\(output)")
    let whole = try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any]
    let row = try #require((whole?["workloads"] as? [[String: Any]])?.first)
    #expect(row["name"] as? String == name)
    let rates = try #require(row["rates"] as? [Double])
    #expect(rates.count == 1 && rates[0] > 0.05 && rates[0] < 3)
    #expect(try #require(row["bytesPerFrame"] as? Int) > 100)
    #expect(try #require(row["framesPerSecond"] as? Double) > 0.3)
  }

  @Test(arguments: [
    (["--workload", "rnig"], "did you mean 'ring'?"),
    (["--workload", "unrolled-30-adam"], "there is no workload"),
    (["--profile", "--sweep"], "one at a time"),
    (["--against", "nowhere.json"], "there is no file 'nowhere.json'"),
    (["--against", "a", "--against", "b", "--against", "c"], "two results at most"),
    (["--seconds", "0"], "from 0.01 to 600"),
  ])
  func `bad input is one sentence`(arguments: [String], words: String) throws {
    let (code, output) = try ganbook(arguments)
    #expect(code == 64 || code == 66)
    #expect(output.contains(words), "\(output)")
    #expect(output.split(separator: "\n").count == 1)
  }

  @Test func `two results are compared, and what became slower is the exit code`() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    func file(_ name: String, _ rates: [Int]) throws -> String {
      let path = folder.appendingPathComponent(name).path
      let text =
        "{\"peakGFLOPS\":100,\"workloads\":[{\"name\":\"ring\",\"threads\":2,\"rates\":\(rates)}]}"
      try Data(text.utf8).write(to: URL(fileURLWithPath: path))
      return path
    }
    let (fast, slow) = (
      try file("a.json", [10, 11, 12, 13, 14]), try file("b.json", [5, 6, 7, 8, 9])
    )
    let worse = try ganbook(["--against", fast, "--against", slow])
    #expect(worse.code == 1 && worse.output.contains("SLOWER"), "\(worse.output)")
    let better = try ganbook(["--against", slow, "--against", fast])
    #expect(better.code == 0 && better.output.contains("faster"), "\(better.output)")
  }
}
