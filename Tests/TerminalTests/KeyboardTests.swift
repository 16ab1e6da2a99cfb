import Testing
import Workbench
import ganbook

@Suite struct KeyboardTests {
  @Test func `control codes are the keys that people know`() {
    let keys: [(UInt32, Key)] = [
      (9, .tab), (10, .enter), (13, .enter), (8, .backspace), (127, .backspace), (27, .escape),
    ]
    for (code, key) in keys { #expect(Keyboard.event(character: code) == .key(key)) }
    #expect(Keyboard.event(character: 12) == .key(.character("\u{0C}")), "Ctrl-L repaints")
    #expect(Keyboard.event(character: 21) == .key(.character("\u{15}")), "Ctrl-U clears a line")
  }

  @Test func `other control codes mean nothing`() {
    for code in [0, 28, 31, 0x80, 0x9F] as [UInt32] {
      #expect(Keyboard.event(character: code) == nil)
    }
  }

  @Test func `a character is itself, beyond ASCII too`() {
    #expect(Keyboard.event(character: 0xE9) == .key(.character("é")))
    #expect(Keyboard.event(character: 0x1F600) == .key(.character("😀")))
    #expect(Keyboard.event(character: 0x11_0000) == nil)
    #expect(Keyboard.event(character: 0xD800) == nil)
  }
}
