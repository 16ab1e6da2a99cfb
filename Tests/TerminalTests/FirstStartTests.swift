import Foundation
import Testing

@Suite struct FirstStartTests {
  @Test func `the welcome is said at the first start and never again`() throws {
    let desk = try Desk(isNew: true)
    let first = try Notebook(on: desk)
    try first.terminal.wait(for: "the welcome") { $0.contains("Welcome to ganbook") }
    first.terminal.send("j")
    try first.terminal.wait(for: "the contents") { !$0.contains("Welcome") }
    #expect(try first.quit() == 0)
    #expect(FileManager.default.fileExists(atPath: desk.welcome.path))
    let second = try Notebook(on: desk)
    try second.open()
    #expect(!second.terminal.shows("Welcome"))
    #expect(try second.quit() == 0)
  }
}
