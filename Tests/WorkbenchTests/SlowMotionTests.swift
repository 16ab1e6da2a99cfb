import Adversarial
import Notebook
import Plotting
import Testing

@testable import Workbench

@Suite struct SlowMotionTests {
  private func press(_ bench: inout Workbench) -> [Effect] {
    bench.update(.key(.character("p")))
  }

  private func claim(_ bench: Workbench) -> String { bench.view().lines[37...38].joined() }

  @Test func `p goes through the phases of a step, one player's update each`() {
    var bench = Fixture.running()
    #expect(press(&bench).commands == [.pause])
    #expect(claim(bench).contains("1 of 4  a real batch  512 points x, D(x) 0."))
    #expect(claim(bench).contains("should say 1: real"))
    #expect(bench.view().lines[1].contains("side by side"))
    #expect(press(&bench).commands.isEmpty)
    #expect(claim(bench).contains("2 of 4  G's samples  512 z of 256 numbers, D(G(z)) "))
    #expect(bench.view().lines[1].contains("generated only"))
    #expect(press(&bench).commands == [.stepPlayer(.discriminator)])
    #expect(claim(bench).contains("3 of 4  D's gradient and update  J_D 0."))
    #expect(bench.view().lines[1].contains("D's field"))
    #expect(press(&bench).commands == [.stepPlayer(.generator)])
    #expect(claim(bench).contains("4 of 4  G's gradient and update  J_G -0."))
    #expect(bench.view().lines[1].contains("both"))
    #expect(press(&bench).commands.isEmpty)
    #expect(claim(bench).contains("1 of 4"))
  }

  @Test func `Esc ends slow motion and stays on the run, with the view as it was`() {
    var bench = Fixture.running()
    _ = bench.update(.key(.character("v")))
    let view = bench.state.run?.view
    _ = press(&bench)
    _ = press(&bench)
    #expect(bench.state.run?.view != view)
    #expect(bench.update(.key(.escape)).names == ["look 30×15"])
    #expect(bench.state.run?.view == view)
    #expect(claim(bench).contains("so far"))
  }

  @Test func `each phase turns its layers on, and the end turns them back`() {
    var bench = Fixture.running()
    _ = bench.update(.key(.character("3")))
    let before = bench.state.run?.plane.layers
    func layers() -> Set<PlaneLayer> { bench.state.run?.plane.layers ?? [] }
    for _ in 1...3 { _ = press(&bench) }
    #expect(layers().isSuperset(of: [.field, .contour]) && !layers().contains(.arrows))
    _ = press(&bench)
    #expect(layers().isSuperset(of: [.generated, .arrows]) && !layers().contains(.field))
    #expect(bench.update(.key(.escape)).looks.map(\.extras) == [[]])
    #expect(layers() == before)
  }

  @Test(arguments: [" ", "n", "d", "g", "r", ",", "z"])
  func `what else is done to the run ends it`(key: Character) {
    var bench = Fixture.running()
    _ = press(&bench)
    _ = bench.update(.key(.character(key)))
    #expect(bench.state.run?.slowMotion == nil)
    #expect(bench.state.run?.view == .overlay)
  }

  @Test func `the past has no phases, and a finished run has`() {
    var bench = Fixture.running()
    _ = bench.update(.key(.character("<")))
    #expect(press(&bench).isEmpty)
    #expect(bench.view().text.contains("is past"))
    bench = Fixture.running()
    _ = bench.update(.report(.moment(Fixture.moment(step: 25_000, status: .finished))))
    _ = press(&bench)
    #expect(bench.state.run?.slowMotion?.phase == .real)
  }

  @Test(arguments: [(40, 12), (60, 20), (80, 24), (120, 40)])
  func `a phase says at any size what the next press does`(columns: Int, rows: Int) {
    for charset in [Workbench.Charset.braille, .ascii] {
      var bench = Fixture.running(columns, rows, charset: charset)
      for next in ["p G's samples", "p updates D", "p updates G", "p a new batch"] {
        _ = press(&bench)
        #expect(bench.view().text.contains(next))
        #expect(Set(bench.view().lines.map { Text.width(of: $0) }) == [columns])
      }
    }
  }
}
