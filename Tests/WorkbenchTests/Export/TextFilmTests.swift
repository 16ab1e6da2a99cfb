import Adversarial
import Testing

@testable import Workbench

@Suite struct TextFilmTests {
  @Test func `each step has a picture, and the real data come last`() {
    let film = TextFilm(film: [Fixture.moment(step: 0), Fixture.moment(step: 5_000)], column: 0)
    #expect(
      film.lines == [
        "┌ step 0 ────────┐  ┌ step 5 000 ────┐  ┌ real data ─────┐",
        "│                │  │                │  │                │",
        "│                │  │                │  │       ⠐⠂       │",
        "│                │  │                │  │    ⠁      ⠈    │",
        "│                │  │                │  │  ⢀          ⡀  │",
        "│                │  │                │  │  ⠈          ⠁  │",
        "│           ⣶⣶   │  │           ⣶⣶   │  │    ⡀      ⢀    │",
        "│           ⠉⠉   │  │           ⠉⠉   │  │       ⠠⠄       │",
        "│                │  │                │  │                │",
        "└ 1 of 8 reached ┘  └ 1 of 8 reached ┘  └────────────────┘",
      ])
  }

  @Test func `a page of text is 78 wide, and seven pictures take two rows`() throws {
    let lines = TextFilm(film: try Fixture.report().film, column: 0).lines
    #expect(lines.count == 20)
    #expect(lines.allSatisfy { $0.count <= 78 })
    #expect(lines[10].contains("step 208") && lines[10].contains("real data"))
  }
}
