import Adversarial
import Experiments
import Foundation
@testable import Notebook
import Testing

/// Files that grow for days stay such that they can be read.
@Suite struct LongFilesTests {
  /// A recording whose tables have been made so long, and the step that they end at.
  private func withRecording(
    megabytes: Int, _ body: (RunStore, String, Int) throws -> Void
  ) throws {
    try Fixture.withFolder { folder in
      let store = Fixture.store(folder)
      let run = try Fixture.recording(store)
      let id = try #require(run.id)
      while run.step < 100 { run.advance() }
      run.end()
      let path = "\(folder)/\(id)/metrics.csv"
      let text = try Fixture.text(path)
      let cells = try #require(text.split(separator: "\n").first).count { $0 == "," }
      // Few rows, and long ones: a number may have as many digits as it likes.
      let value = "0." + String(repeating: "0", count: 1 << 20)
      let row = value + String(repeating: ",", count: cells - 1)
      let rows = (0..<megabytes).map { "\(200 + 100 * $0),\(row)\n" }.joined()
      try Fixture.write(text + rows, to: path)
      try body(store, id, 100 + 100 * megabytes)
    }
  }

  /// A row without names that are new: the table is not written anew.
  private func column(_ run: RecordedRun) throws -> RecordedColumn {
    RecordedColumn(
      curveList: [Curve(try #require(run.seriesNames.first), title: "")], curves: [1],
      measures: [], survey: nil)
  }

  @Test func `of a long table every second row is written, and of a longer one every fourth`()
    throws
  {
    for (megabytes, interval) in [(9, 200), (17, 400)] {
      try withRecording(megabytes: megabytes) { store, id, last in
        let before = try store.open(id)
        let recorder = try store.recorder(for: before)
        let start = (last / 1_600 + 1) * 1_600
        for step in stride(from: start, through: start + 1_600, by: 100) {
          recorder.record(step: step, [try column(before)])
        }
        recorder.close()
        let steps = try store.open(id).seriesSteps.filter { $0 >= start }
        #expect(steps == Array(stride(from: start, through: start + 1_600, by: interval)))
      }
    }
  }

  @Test func `a file that is full is told of, and stays as it is`() throws {
    try Fixture.withFolder { folder in
      let file = try LineFile(Folder(folder), "x", length: nil, limit: 12)
      try file.add("12345\n")
      let refusal = Fixture.refusal { try file.add("123456\n") }
      #expect(refusal?.hasSuffix("x: it is full: larger it could not be read again") == true)
      try file.add("1234\n")
      #expect(try Fixture.text(folder + "/x") == "12345\n1234\n")
    }
  }

  @Test func `what a long table passes over is written where the recording is flushed`() throws {
    try withRecording(megabytes: 1) { store, id, last in
      let path = "\(store.path)/\(id)/fingerprints.csv"
      let text = try Fixture.text(path)
      let hash = String(repeating: "f", count: 16)
      let row = ",0,training," + hash + "\n"
      let rows = (0..<(9 << 20) / 36).map { "\(last + 100 * $0)" + row }.joined()
      try Fixture.write(text + rows, to: path)
      let before = try store.open(id)
      let start = (before.lastStep / 200 + 1) * 200
      let recorder = try store.recorder(for: before)
      for step in [start, start + 100, start + 150, start + 300, start + 500] {
        recorder.record(
          Standing(step: step, commandCount: 0, status: .training, fingerprints: [1]))
        if step == start + 300 { _ = recorder.flush(isMoving: true) }
      }
      recorder.close()
      let steps = try store.open(id).standings.map(\.step).filter { $0 >= start }
      #expect(steps == [start, start + 150, start + 300])
    }
  }
}
