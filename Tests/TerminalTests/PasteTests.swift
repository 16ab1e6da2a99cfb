import Testing
import ganbook

@Suite struct PasteTests {
  @Test func `between the brackets keys are text`() {
    var paste = Paste()
    #expect(paste.take(character: 113) == .notPasting)
    paste.begin()
    for scalar in "q\r字\t".unicodeScalars {
      #expect(paste.take(character: scalar.value) == .goesOn)
    }
    #expect(paste.isOpen)
    #expect(paste.end() == "q\n字\t")
    #expect(!paste.isOpen && paste.end() == nil)
  }

  @Test func `Escape ends a paste whose end was lost`() {
    var paste = Paste()
    paste.begin()
    _ = paste.take(character: 97)
    #expect(paste.take(character: 27) == .ended("a"))
    #expect(paste.take(character: 97) == .notPasting)
  }

  @Test func `a paste without end does not fill the memory`() {
    var paste = Paste()
    paste.begin()
    for _ in 0..<200_000 { _ = paste.take(character: 97) }
    #expect(paste.end()?.count == 100_000)
  }
}
