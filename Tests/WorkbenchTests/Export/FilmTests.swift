import Adversarial
import Foundation
import Notebook
import Plotting
import Testing

@testable import Workbench

@Suite struct FilmTests {
  private struct Event {
    let seconds: Double
    let text: String
  }

  private func lines(of run: Run, seconds: Int) -> [String] {
    var film = Film(of: run, seconds: seconds)
    var lines: [String] = []
    while let line = film.next() { lines.append(line) }
    return lines
  }

  private func event(_ line: String) throws -> Event {
    let value = try JSONSerialization.jsonObject(with: Data(line.utf8))
    let list = try #require(value as? [Any])
    #expect(list.count == 3 && list[1] as? String == "o" && line.hasSuffix("\n"))
    return Event(
      seconds: try #require(list[0] as? Double), text: try #require(list[2] as? String))
  }

  @Test func `a header, and then events whose times ascend, ten a second at most`() throws {
    let lines = lines(of: try Fixture.lived().run, seconds: 3)
    let value = try JSONSerialization.jsonObject(with: Data(lines[0].utf8))
    let header = try #require(value as? [String: Any])
    #expect(header["version"] as? Int == 2)
    #expect(header["width"] as? Int == 120 && header["height"] as? Int == 40)
    let events = try lines.dropFirst().map(event)
    #expect(events.count == 32, "31 pictures and the end")
    for (one, next) in zip(events, events.dropFirst()) {
      #expect(next.seconds - one.seconds >= 0.0999)
    }
    #expect(events[30].seconds == 3 && events.last?.text.hasSuffix("\u{1B}[?25h") == true)
  }

  @Test func `a terminal that plays it shows the run page of every moment`() throws {
    let run = try Fixture.lived().run
    let events = try lines(of: run, seconds: 1).dropFirst().map(event)
    var glass = Glass(columns: 120, rows: 40)
    for event in events.dropLast() { try glass.take(event.text) }
    let lines = glass.lines
    #expect(lines[0].contains("ring") || lines[0].contains("A ring & <more>"))
    #expect(lines[0].contains("step 260 of 260") && lines[0].contains("finished"))
    #expect(lines.contains { $0.contains("24 ") && $0.contains("batch") }, "the knob was turned")
  }

  @Test func `a moment of the past knows nothing of what came later`() throws {
    let run = try Fixture.lived().run
    let moment = run.moment(at: 100, fieldColumns: 1, fieldRows: 1).asLive(status: .training)
    #expect(!moment.isPast && moment.time.commands == Array(Fixture.deeds.prefix(4)))
    #expect(moment.columns[0].history.steps.last == 100)
    #expect(moment.time.keyframes.allSatisfy { $0 <= 100 })
  }

  /// A terminal that knows what films are written in, and nothing else.
  private struct Glass {
    var frame: Frame
    var place = (row: 0, column: 0)

    init(columns: Int, rows: Int) { frame = Frame(columns: columns, rows: rows) }

    var lines: [String] { frame.lines }

    mutating func take(_ text: String) throws {
      var rest = text.unicodeScalars[...]
      while let scalar = rest.popFirst() {
        guard scalar == "\u{1B}" else {
          #expect(scalar.value >= 0x20)
          frame[place.row, place.column] = Cell(scalar)
          place.column += Text.width(of: scalar)
          continue
        }
        try #require(rest.popFirst() == "[")
        let end = try #require(rest.firstIndex { $0.properties.isAlphabetic })
        let numbers = String(rest[..<end]).split(separator: ";").map { Int($0) ?? -1 }
        switch rest[end] {
        case "H": place = (numbers[0] - 1, numbers[1] - 1)
        case "J": frame = Frame(columns: frame.columns, rows: frame.rows)
        case "m", "l", "h": break
        default: Issue.record("unknown sequence \(rest[end])")
        }
        rest = rest[rest.index(after: end)...]
      }
    }
  }
}
