import Foundation
import Testing

@testable import Workbench

@Suite struct ReportJSONTests {
  private func object(_ report: Report) throws -> [String: Any] {
    let value = try JSONSerialization.jsonObject(with: Data(report.jsonText.utf8))
    return try #require(value as? [String: Any])
  }

  @Test func `one line that a program reads`() throws {
    let report = try Fixture.report(id: "ring-small-3")
    #expect(report.jsonText.split(separator: "\n").count == 1)
    let object = try object(report)
    #expect(object["run"] as? String == "ring-small-3" && object["steps"] as? Int == 260)
    let film = try #require(object["film"] as? [[String: Any]])
    #expect(film.compactMap { $0["step"] as? Int } == [0, 52, 104, 156, 208, 260])
    let columns = try #require(film[3]["columns"] as? [[String: Any]])
    let plane = try #require(columns[0]["plane"] as? [String: Any])
    #expect((plane["generated"] as? [[Double]])?.count == 512)
    let field = try #require(plane["field"] as? [String: Any])
    #expect((field["values"] as? [Double])?.count == 32 * 32)
  }

  @Test func `the table's columns are as long as its steps`() throws {
    let object = try object(Fixture.report())
    let table = try #require(object["table"] as? [String: [Any]])
    #expect(table["step"] as? [Int] == [100, 200, 260])
    #expect(table.values.allSatisfy { $0.count == 3 } && table["modesReached"] != nil)
  }

  @Test func `a twin has two columns`() throws {
    let object = try object(Fixture.twinReport())
    let columns = try #require(object["columns"] as? [[String: Any]])
    #expect(columns.compactMap { $0["title"] as? String } == ["batch 16", "batch 32"])
    let prints = columns.compactMap { $0["fingerprint"] as? String }
    #expect(prints.count == 2 && prints[0] != prints[1] && object["parted"] as? Int == 1)
  }
}
