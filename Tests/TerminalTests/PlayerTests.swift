import Testing
import Workbench
import ganbook

@Suite struct PlayerTests {
  /// What a message says, in short.
  private func word(_ message: Message?) -> String? {
    switch message {
    case .key(.home)?: "home"
    case .replay(let step)?: "to \(step)"
    case nil: nil
    default: "something else"
    }
  }

  @Test func `it goes to the beginning, then on at its pace, and rests at the end`() {
    var player = Player(speed: 100)
    #expect(word(player.message(at: 10)) == nil)
    player.see(step: 300, live: 300)
    #expect(word(player.message(at: 10)) == "home")
    // A moment that was on its way.
    player.see(step: 300, live: 300)
    #expect(word(player.message(at: 10)) == nil)
    player.see(step: 0, live: 300)
    #expect(word(player.message(at: 10)) == nil)
    #expect(word(player.message(at: 10.5)) == "to 50")
    #expect(word(player.message(at: 11)) == "to 100", "a slow screen passes records over")
    player.see(step: 100, live: 300)
    #expect(word(player.message(at: 11)) == nil)
    #expect(word(player.message(at: 1e9)) == "to 300")
    player.see(step: 300, live: 300)
    player.see(step: 200, live: 300)
    #expect(word(player.message(at: 2e9)) == nil)
  }
}
