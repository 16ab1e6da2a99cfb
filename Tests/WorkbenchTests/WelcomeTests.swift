import Notebook
import Plotting
import Testing

@testable import Workbench

@Suite struct WelcomeTests {
  @Test(arguments: [(40, 12), (60, 20), (80, 24), (120, 40)])
  func `the first start tells three keys, and any key goes on`(columns: Int, rows: Int) {
    var bench = Fixture.bench(columns, rows)
    #expect(!bench.view().text.contains("Welcome"))
    _ = bench.update(.firstStart)
    let text = bench.view().text
    #expect(text.contains("Welcome to ganbook"))
    if rows > 12 {
      for words in ["Enter", "← →", "said once"] { #expect(text.contains(words)) }
    }
    #expect(bench.update(.key(.character("\u{0C}"))).names == ["repaint"])
    #expect(bench.view().text.contains("Welcome to ganbook"))
    #expect(bench.update(.key(.down)).names == ["welcomed"])
    #expect(!bench.view().text.contains("Welcome"))
    #expect(bench.update(.key(.down)).isEmpty, "it is said once")
  }

  @Test func `the key that takes it away does what it always does`() {
    var bench = Fixture.bench()
    _ = bench.update(.firstStart)
    #expect(
      bench.update(.key(.enter)).names
        == ["welcomed", "start mode-collapse-paper", "look 66×33"])
    bench = Fixture.bench()
    _ = bench.update(.firstStart)
    _ = bench.update(.key(.character("?")))
    #expect(bench.view().text.contains("Keys and marks"))
  }

  @Test func `closing the notebook asks nothing where nothing would be lost`() {
    var bench = Fixture.bench()
    #expect(bench.update(.key(.character("q"))).names == ["quit"])
    // A run that is recorded is kept.
    bench = Fixture.running()
    _ = bench.update(.report(.moment(Fixture.moment(step: 6_200, id: "mode-collapse-paper-5"))))
    #expect(bench.update(.key(.character("q"))).names == ["stop"])
    #expect(bench.update(.key(.character("q"))).names == ["quit"])
    // One that is not recorded would be lost, unless nothing has been trained yet.
    bench = Fixture.running()
    #expect(bench.update(.key(.character("q"))).isEmpty)
    #expect(bench.view().text.contains("Leave this run?"))
    bench = Fixture.bench()
    _ = bench.update(.key(.enter))
    #expect(bench.update(.key(.character("q"))).names == ["stop"])
  }
}
