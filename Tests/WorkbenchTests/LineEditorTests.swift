import Plotting
import Testing

@testable import Workbench

@Suite struct LineEditorTests {
  private func edited(_ text: String, _ keys: [Key]) -> LineEditor {
    var editor = LineEditor(text)
    for key in keys {
      let isTaken = editor.take(key)
      #expect(isTaken)
    }
    return editor
  }

  @Test(arguments: [
    ("one two three", "\u{17}", "one two "), ("one two  ", "\u{17}", "one "),
    ("one two", "\u{15}", ""), ("", "\u{17}", ""), ("日本 語", "\u{17}", "日本 "),
  ])
  func `words and lines are deleted as in a shell`(
    text: String, key: Character, result: String
  ) {
    #expect(edited(text, [.character(key)]).text == result)
  }

  @Test func `the cursor moves by words and to the ends`() {
    #expect(edited("one two three", [.character("\u{02}")]).cursor == 8)
    #expect(edited("one two three", [.character("\u{02}"), .character("\u{02}")]).cursor == 4)
    #expect(edited("one two", [.character("\u{01}"), .character("\u{06}")]).cursor == 3)
    #expect(edited("one two", [.home, .character("\u{0B}")]).text == "")
  }

  @Test func `an accent that comes by itself joins its letter`() {
    let editor = edited("cafe", [.character("\u{301}"), .character("s")])
    #expect(editor.text == "cafés")
    #expect(editor.characters.count == 5)
    #expect(edited("cafe", [.character("\u{301}"), .backspace]).text == "caf")
  }

  @Test func `a flood of accents stays one short character`() {
    var editor = LineEditor("e")
    for _ in 0..<1_000 { _ = editor.take(.character("\u{301}")) }
    #expect(editor.text.unicodeScalars.count <= 12)
  }

  @Test(arguments: [1, 2, 3, 5, 8, 13, 200])
  func `the line never needs more cells than it has`(columns: Int) {
    var editor = LineEditor("日本語 and more text than fits, e\u{301}")
    for _ in 0..<40 {
      let line = editor.line(columns: columns)
      #expect(line.width <= max(columns, 2))
      _ = editor.take(.left)
    }
  }
}
