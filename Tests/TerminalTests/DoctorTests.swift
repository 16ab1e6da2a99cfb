import Foundation
import Testing

@Suite struct DoctorTests {
  @Test func `it tells what a report needs`() throws {
    let desk = try Desk()
    let (code, text) = try desk.ganbook("doctor")
    #expect(code == 0)
    for word in [
      "ganbook   ganbook 0.", "kernels ", "processors in use", "GFLOP/s", "xterm-256color",
      "256 colours, 256 used", "TERM=xterm-256color LANG=C.UTF-8", desk.notebook.path,
      "0 runs, can be written", "presets for",
    ] {
      #expect(text.contains(word), "\(word)")
    }
    #expect(!text.contains("\u{1B}"), "no colours in a pipe")
  }

  @Test func `on a terminal the card's bars stand one above the other, and its colours show`()
    throws
  {
    let desk = try Desk()
    let terminal = try PseudoTerminal(
      Launch.built("ganbook"), ["doctor"], columns: 100, rows: 50, environment: desk.environment)
    #expect(try terminal.end() == 0)
    let picture = terminal.picture
    let rows = (0..<picture.rows).filter { row in
      picture[row, 11].character == "│" && picture[row, 52].character == "│"
    }
    #expect(rows.count == 11, "\(picture.text)")
    #expect(terminal.shows("100×50 cells"))
    let pens = picture.cells.map(\.pen)
    #expect(Set(pens.map(\.foreground)).isSuperset(of: [51, 226, 231]))
    #expect(Set(pens.map(\.background)).isSuperset(of: [94, 25]))
    #expect(picture.pen == Picture.Pen() && terminal.decoder.unknown == [])
  }

  @Test func `where nothing can be kept, or shown, it says so`() throws {
    let (code, text) = try Launch.run(
      Launch.built("ganbook"), ["doctor"],
      environment: ["GANBOOK_HOME": "/dev/null/x", "TERM": "nosuch", "LANG": "C", "NO_COLOR": "1"])
    #expect(code == 0)
    #expect(text.contains("nosuch is not in the terminal database"))
    #expect(text.contains("problem: ") && text.contains("can't"))
    #expect(text.contains("draws in ASCII") && text.contains("none used"))
    let card = text.split(separator: "\n").suffix(3)
    #expect(card.allSatisfy { $0.allSatisfy(\.isASCII) }, "\(card)")
  }
}
