import Foundation
import Notebook
import Testing

@testable import ganbook

@Suite struct BenchComparisonTests {
  private func result(_ rates: [String: [Double]], peak: Double = 100) -> BenchResult {
    BenchResult(
      peakGFLOPS: peak,
      workloads: rates.sorted { $0.key < $1.key }.map { .init(name: $0, threads: 1, rates: $1) })
  }

  @Test func `five repeats that all lie lower are slower, and overlapping ones are not`() {
    let before = result(["a": [100, 101, 102, 103, 104], "b": [100, 101, 102, 103, 104]])
    let now = result(["a": [90, 91, 92, 93, 94], "b": [95, 99, 101.5, 103, 110]])
    let comparison = BenchComparison(before: before, now: now)
    #expect(comparison.lines.map(\.verdict) == [.slower, .same])
    #expect(comparison.isWorse)
    #expect(!BenchComparison(before: now, now: before).isWorse)
    #expect(BenchComparison(before: now, now: before).lines[0].verdict == .faster)
    #expect(abs(comparison.lines[0].ratio - 92.0 / 102) < 1e-12)
  }

  @Test func `four repeats are too few to tell, however far apart`() {
    let comparison = BenchComparison(
      before: result(["a": [100, 101, 102, 103]]), now: result(["a": [1, 2, 3, 4]]))
    #expect(comparison.lines[0].verdict == .tooFew)
    #expect(!comparison.isWorse)
    #expect(comparison.text.contains("too few"))
  }

  /// Mann and Whitney's own small tables: of the 20 orders of 3 and 3, one has no win and one has
  /// a single one.
  @Test func `chances are those of the ranks`() {
    #expect(abs(BenchComparison.chance([1, 2, 3], [4, 5, 6]) - 0.1) < 1e-12)
    #expect(abs(BenchComparison.chance([1, 2, 4], [3, 5, 6]) - 0.2) < 1e-12)
    #expect(BenchComparison.chance([1, 2, 3], [1, 2, 3]) == 1)
    #expect(abs(BenchComparison.leastChance(5, 5) - 2.0 / 252) < 1e-12)
    // Exact and approximate meet.
    let (low, high) = ((0..<20).map(Double.init), (0..<20).map { Double($0) + 6.5 })
    let exact = BenchComparison.chance(low, high)
    let many = BenchComparison.chance(low + [100], high)
    #expect(abs(exact - many) < 0.03 && exact < 0.05)
  }

  @Test func `a machine with another peak, and workloads without a counterpart, are named`() {
    let text = BenchComparison(
      before: result(["a": [1, 1, 1, 1, 1], "b": [1]]),
      now: result(["a": [1, 1, 1, 1, 1], "c": [1]], peak: 80)
    ).text
    #expect(text.contains("0.80 times what it was"))
    #expect(text.contains("only in one of them: b 1, c 1"))
  }

  @Test func `a file that is no result is refused in one sentence that names it`() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let texts = [
      "", "{}", "[1, 2]", "{\"peakGFLOPS\":1,\"workloads\":[{\"name\":\"ring\"}]}",
      "{\"peakGFLOPS\":1,\"workloads\":[{\"name\":\"ring\",\"threads\":1,\"rates\":[]}]}",
      "{\"peakGFLOPS\":0,\"workloads\":[]}",
    ]
    for (index, text) in texts.enumerated() {
      let path = folder.appendingPathComponent("\(index).json").path
      try Data(text.utf8).write(to: URL(fileURLWithPath: path))
      #expect {
        try BenchResult(file: path)
      } throws: { error in
        guard let failure = error as? Failure else { return false }
        return failure.code == 65 && failure.message.hasPrefix("'")
          && failure.message.contains(index < 4 ? "is no result" : "is not above 0")
      }
    }
    #expect {
      try BenchResult(file: folder.path + "/none.json")
    } throws: { ($0 as? Failure)?.code == 66 }
  }

  @Test func `what bench writes can be compared`() throws {
    let workload = try Workload(named: "small", .init(batch: 8, width: 8))
    let row = BenchRow(
      workload, threads: 1, seconds: 0.01, repeats: 2, peak: 100, begunBefore: 0)
    let text = "{\"peakGFLOPS\":100,\"workloads\":[\(row.json.line)]}"
    let read = try JSONDecoder().decode(BenchResult.self, from: Data(text.utf8))
    #expect(read.workloads.map(\.name) == ["small"])
    #expect(read.workloads[0].rates.count == 2)
  }
}
