import Adversarial
import Notebook
import Plotting
import Testing

@testable import Workbench

@Suite struct RunsTests {
  static let cards = [
    RunCard(
      id: "mode-collapse-paper-3", page: "mode-collapse", preset: "mode-collapse-paper",
      title: "ReLU, radius 2", seed: 7, steps: 25_000, target: 25_000, status: "finished",
      kernel: "avx2+fma", began: "22 Nov 14:02", sparks: [1, 2, 1, 1, 2]),
    RunCard(
      id: "mode-collapse-tanh-1", page: "mode-collapse", preset: "mode-collapse-tanh",
      title: "tanh", seed: 1, steps: 120, target: 25_000, status: "diverged at step 120"),
    RunCard(
      id: "mode-collapse-paper-4", page: "mode-collapse", preset: "mode-collapse-paper",
      title: "ReLU, radius 2", seed: 7, steps: 4_200, target: 25_000,
      status: "stopped at step 4 200", parent: .init(id: "mode-collapse-paper-3", step: 1_200)),
    RunCard(id: "broken-1", problem: "run.json is not readable."),
  ]

  private func bench(_ columns: Int = 120, _ rows: Int = 40) -> Workbench {
    var bench = Fixture.bench(columns, rows)
    _ = bench.update(.key(.character("r")))
    _ = bench.update(.notebook(path: "~/notebook", isReadOnly: false, problem: nil))
    _ = bench.update(.runs(Self.cards))
    return bench
  }

  @Test func `r lists the recorded runs, each fork under its parent`() {
    var bench = Fixture.bench()
    #expect(bench.update(.key(.character("r"))).names == ["list"])
    #expect(bench.view().text.contains("Reading the notebook"))
    let lines = self.bench().view().lines
    #expect(lines[0].contains("Recorded runs  ~/notebook"))
    #expect(lines[0].contains("4 runs"))
    #expect(lines[2].contains("▸ mode-collapse-paper-3"))
    #expect(lines[3].contains("└─mode-collapse-paper-4"))
    #expect(lines[3].contains("fork at 1 200"))
    #expect(lines[4].contains("mode-collapse-tanh-1"))
    #expect(lines[5].contains("run.json is not readable."))
  }

  @Test func `an empty notebook says what will be there`() {
    var bench = bench()
    _ = bench.update(.runs([]))
    #expect(bench.view().text.contains("No run is recorded here yet."))
    for key in [Key.enter, .delete, .character("x"), .down] {
      #expect(bench.update(.key(key)).isEmpty)
    }
  }

  @Test func `Enter opens a run, paused, and its preset as it was played`() {
    var bench = bench()
    #expect(
      bench.update(.key(.enter)).names == ["open mode-collapse-paper-3", "look 66×33"])
    #expect(bench.view().lines[0].contains("paused"))
    var preset = Fixture.library.presets[0]
    preset.seed = 7
    #expect(throws: Never.self) { try preset.settings.set("batch", to: .number(256)) }
    _ = bench.update(.opened(preset))
    #expect(bench.view().lines[0].contains("seed 7"))
    #expect(!bench.view().text.contains("changed"))
    #expect(bench.state.run?.knobs.preset["batch"] == .number(256))
  }

  @Test func `an opened fork says whose it is`() {
    var bench = bench()
    _ = bench.update(.key(.down))
    _ = bench.update(.key(.enter))
    #expect(bench.view().lines[0].contains("fork of mode-collapse-paper-3 at 1 200"))
  }

  @Test func `a run that can't be opened says why`() {
    var bench = bench()
    _ = bench.update(.key(.end))
    #expect(bench.update(.key(.enter)).isEmpty)
    #expect(bench.view().lines[39].contains("run.json is not readable."))
  }

  @Test func `leaving an opened run comes back to the list`() {
    var bench = bench()
    _ = bench.update(.key(.enter))
    #expect(bench.update(.key(.character("q"))).names == ["stop", "list"])
    #expect(bench.view().text.contains("Recorded runs"))
    _ = bench.update(.key(.escape))
    #expect(bench.view().text.contains("a lab notebook"))
  }

  @Test func `deleting asks first`() {
    var bench = bench()
    #expect(bench.update(.key(.delete)).isEmpty)
    #expect(bench.view().text.contains("Delete mode-collapse-paper-3?"))
    #expect(bench.update(.key(.escape)).isEmpty)
    _ = bench.update(.key(.character("D")))
    #expect(bench.update(.key(.enter)).names == ["delete mode-collapse-paper-3", "list"])
  }

  @Test func `a folder that is read only loses nothing`() {
    var bench = bench()
    _ = bench.update(.notebook(path: "/n", isReadOnly: true, problem: "The folder is in use."))
    #expect(bench.view().lines[39].contains("The folder is in use."))
    #expect(bench.view().lines[0].contains("read only"))
    _ = bench.update(.key(.delete))
    #expect(bench.view().lines[39].contains("here it can only be read"))
  }

  @Test func `a filter hides what lacks its letters`() {
    var bench = bench()
    _ = bench.update(.key(.character("/")))
    for character in "tanh" { _ = bench.update(.key(.character(character))) }
    _ = bench.update(.key(.enter))
    #expect(bench.view().lines[0].contains("1 of 4 runs"))
    #expect(bench.view().lines[2].contains("▸ mode-collapse-tanh-1"))
    _ = bench.update(.key(.escape))
    #expect(bench.view().lines[0].contains(" 4 runs"))
    #expect(bench.view().text.contains("Recorded runs"))
  }

  @Test func `x exports the chosen run`() {
    var bench = bench()
    _ = bench.update(.key(.character("x")))
    #expect(bench.update(.key(.enter)).names == ["export mode-collapse-paper-3 md"])
  }

  @Test func `parents that name each other hide nobody`() {
    var state = RunsState()
    state.take([
      RunCard(id: "a", parent: .init(id: "b", step: 1)),
      RunCard(id: "b", parent: .init(id: "a", step: 1)),
      RunCard(id: "c", parent: .init(id: "c", step: 1)),
    ])
    #expect(Set(state.rows.map(\.card.id)) == ["a", "b", "c"])
    #expect(state.rows.count == 3)
  }

  @Test func `the list fills as it is read, and a whole one stays until the next is whole`() {
    var bench = Fixture.bench(120, 40)
    _ = bench.update(.key(.character("r")))
    _ = bench.update(.someRuns(Array(Self.cards.prefix(1)), of: 4))
    #expect(bench.view().lines[0].contains("reading: 1 of 4 runs"))
    #expect(bench.view().lines[2].contains("mode-collapse-paper-3"))
    _ = bench.update(.someRuns(Array(Self.cards.prefix(3)), of: 4))
    #expect(bench.view().lines[3].contains("└─mode-collapse-paper-4"))
    _ = bench.update(.runs(Self.cards))
    _ = bench.update(.someRuns([], of: 4))
    #expect(bench.view().lines[0].contains("4 runs") && bench.state.runs.rows.count == 4)
  }

  @Test func `a run that the command line names opens before the list is whole`() {
    var bench = Fixture.bench(120, 40)
    _ = bench.update(.card(Self.cards[0]))
    let opened = bench.update(.choose(run: "mode-collapse-paper-3")).names
    #expect(opened.first == "open mode-collapse-paper-3")
  }

  @Test func `two lines of the list are compared when both runs have been read whole`() {
    var cards = Self.cards
    for index in cards.indices { cards[index].isBrief = true }
    var bench = Fixture.bench(120, 40)
    _ = bench.update(.key(.character("r")))
    #expect(bench.update(.runs(cards)).isEmpty)
    #expect(bench.update(.key(.character(" "))).names == ["read mode-collapse-paper-3"])
    #expect(bench.update(.key(.down)).names == ["read mode-collapse-paper-4"])
    #expect(bench.update(.tick(seconds: 1)).isEmpty)
    #expect(bench.view().text.contains("Reading both runs"))
    _ = bench.update(.card(Self.cards[0]))
    _ = bench.update(.card(Self.cards[2]))
    #expect(!bench.view().text.contains("Reading both runs"))
    #expect(bench.view().lines.contains { $0.contains("steps") && $0.contains("4 200") })
    #expect(bench.update(.runs(cards)).names.count == 2, "they may have gone on")
  }

  @Test func `a run that is no longer recorded says so until a key is pressed, and in its title`() {
    var bench = Fixture.running()
    _ = bench.update(.report(.unrecorded("the disk is full; no longer recorded from step 7 on")))
    _ = bench.update(.tick(seconds: 1_000))
    #expect(bench.view().text.contains("no longer recorded from step 7 on"))
    #expect(bench.view().lines[0].contains("not recorded"))
  }

  @Test func `leaving a recorded run asks nothing`() {
    var bench = Fixture.running()
    _ = bench.update(.report(.moment(Fixture.moment(step: 6_200, id: "mode-collapse-paper-5"))))
    #expect(bench.update(.key(.character("q"))).names == ["stop"])
  }
}
