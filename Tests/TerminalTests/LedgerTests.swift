import Testing

/// The ledger on the screen: trials behind what is in view.
@Suite struct LedgerTests {
  @Test func `a trial begins in the background, is seen in the contents, and stops`() throws {
    let notebook = try Notebook()
    try notebook.open()
    #expect(notebook.picture.contains("not tried here"))
    notebook.terminal.send("L")
    try notebook.terminal.wait(for: "the ledger") { picture in
      picture.contains("0 of ") && picture.contains(" reproduced")
    }
    notebook.terminal.send(" ")
    try notebook.terminal.wait(for: "a trial") { $0.contains("games done") }
    notebook.terminal.send("q")
    try notebook.terminal.wait(for: "the contents with it") { picture in
      picture.contains("trying") && picture.contains("a lab notebook")
    }
    notebook.terminal.send("L ")
    try notebook.terminal.wait(for: "its end") { picture in
      picture.contains("Ledger") && !picture.contains("trying")
    }
    notebook.terminal.send("q")
    try notebook.terminal.wait(for: "the contents") { $0.contains("a lab notebook") }
    #expect(try notebook.quit() == 0)
    #expect(notebook.terminal.decoder.unknown == [])
  }
}
