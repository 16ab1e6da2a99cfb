import Testing
import Workbench
import ganbook

@Suite struct PlayerTests {
  @Test func `it goes to the beginning, then on at its pace, and rests at the end`() {
    var player = Player(speed: 100)
    #expect(player.key(at: 10) == nil)
    player.see(step: 300, live: 300)
    #expect(player.key(at: 10) == .home)
    #expect(player.key(at: 10) == nil)
    // A moment that was on its way.
    player.see(step: 300, live: 300)
    #expect(player.key(at: 10) == nil)
    player.see(step: 0, live: 300)
    #expect(player.key(at: 10) == nil)
    #expect(player.key(at: 10.1) == .character("."))
    #expect(player.key(at: 10.2) == nil, "one key for each moment")
    player.see(step: 100, live: 300)
    #expect(player.key(at: 10.9) == nil)
    #expect(player.key(at: 11.1) == .character("."))
    player.see(step: 300, live: 300)
    player.see(step: 200, live: 300)
    #expect(player.key(at: 20) == nil)
  }
}
