import Adversarial
import Experiments
import Notebook
import Plotting
import Testing

@testable import Workbench

@Suite struct LedgerTests {
  private static let page = Fixture.page

  private static func found(
    _ seed: UInt64, _ holds: Bool?, _ number: Double, isQuick: Bool = false
  ) -> LedgerFinding {
    let key = page.trial?.key(on: page) ?? ""
    return LedgerFinding(
      .init(page: page.name, trial: key, seed: seed, isQuick: isQuick),
      Finding(holds: holds, number: number, words: "at most \(Int(number)) of 8 modes"),
      date: "2026-11-22")
  }

  /// The ledger, opened from the contents, with three seeds.
  private func bench(
    _ columns: Int = 120, _ rows: Int = 40, charset: Workbench.Charset = .braille
  ) -> Workbench {
    var bench = Fixture.bench(columns, rows, charset: charset)
    _ = bench.update(.ledger([], problem: nil))
    _ = bench.update(.key(.character("L")))
    for (seed, number) in [(1, 1.0), (2, 2), (3, 1)] {
      _ = bench.update(.found(Self.found(UInt64(seed), true, number)))
    }
    return bench
  }

  private func progress(_ done: Int) -> TrialProgress {
    let place = Self.found(4, true, 1).place
    return TrialProgress(
      games: [
        .init(
          place: place, arm: 0, steps: 10_000, weight: 1, done: done,
          phase: done < 10_000 ? .training : .done)
      ], jobs: 1)
  }

  @Test func `L shows every claim with verdict, numbers and the published figure`() {
    var bench = Fixture.bench()
    #expect(bench.update(.key(.character("L"))).names == ["read ledger"])
    #expect(bench.view().lines[2].contains("mode-collapse"))
    #expect(bench.view().lines[2].contains("not tried here"))
    let lines = self.bench().view().lines
    #expect(lines[0].contains("1 of 1 reproduced"))
    #expect(lines[2].contains("▸ mode-collapse"))
    #expect(lines[2].contains("§5.1.1   reproduced"))
    #expect(lines[2].contains("1  2  1   median 1, 1 to 2   3 seeds"))
    #expect(lines[3].contains("published: GAN, ring: 1 mode"))
    let text = lines.joined(separator: "\n")
    #expect(text.contains("holds for 3 of 3 seeds"))
    #expect(text.contains("tried last: 2026-11-22"))
  }

  @Test func `Enter shows the rule and every seed's words`() {
    var bench = bench()
    _ = bench.update(.found(Self.found(9, nil, 2, isQuick: true)))
    _ = bench.update(.key(.enter))
    let text = bench.view().text
    #expect(text.contains("Rule: At each measured step"))
    #expect(text.contains("seed 2      holds, at most 2 of 8 modes"))
    #expect(text.contains("Trials of 10 000 steps: reproduced"))
    #expect(text.contains("Quick trials of 2 000 steps: undecided"))
    #expect(text.contains("cannot tell, at most 2"))
    _ = bench.update(.key(.escape))
    #expect(!bench.view().text.contains("Rule:"))
    _ = bench.update(.key(.escape))
    #expect(bench.view().text.contains("a lab notebook"))
  }

  @Test func `space tries seeds that nobody has tried, and stops`() {
    var bench = bench()
    #expect(bench.update(.key(.character(" "))).names == ["try mode-collapse [4, 5, 6]"])
    #expect(bench.update(.key(.character("s"))).names == ["quick try mode-collapse [1, 2, 3]"])
    _ = bench.update(.tick(seconds: 10))
    _ = bench.update(.trials(progress(1_000)))
    _ = bench.update(.tick(seconds: 12))
    _ = bench.update(.trials(progress(2_000)))
    #expect(bench.view().lines[2].contains("trying 20 %"))
    #expect(bench.view().lines[2].contains("0:16 left, 0 of 1 games done"))
    _ = bench.update(.tick(seconds: 30))
    #expect(bench.view().lines[39].contains("space stop"))
    #expect(bench.update(.key(.character("s"))).isEmpty)
    #expect(bench.update(.key(.character(" "))).names == ["give up mode-collapse"])
    _ = bench.update(.trials(TrialProgress(games: [], jobs: 1)))
    #expect(bench.view().lines[2].contains("reproduced"))
  }

  @Test func `the contents say the verdict in a word, in brackets where it was a quick one`() {
    var bench = Fixture.bench(80, 24)
    #expect(bench.view().text.contains("not tried here"))
    _ = bench.update(.found(Self.found(1, false, 8, isQuick: true)))
    #expect(bench.view().text.contains("(refuted)"))
    _ = bench.update(.found(Self.found(1, true, 1)))
    #expect(bench.view().text.contains(" reproduced"))
    #expect(!bench.view().text.contains("(refuted)"))
    _ = bench.update(.trials(progress(5_000)))
    #expect(bench.view().text.contains("trying 50 %"))
  }

  @Test func `a trial that ends while a run is in view is told of`() {
    var bench = bench()
    _ = bench.update(.key(.escape))
    _ = bench.update(.key(.enter))
    _ = bench.update(.trials(progress(10_000)))
    _ = bench.update(.found(Self.found(4, false, 8)))
    #expect(bench.view().lines[39].contains("Tried mode-collapse: undecided."))
  }

  @Test func `leaving asks first while games are in training`() {
    var bench = bench()
    _ = bench.update(.key(.escape))
    #expect(bench.update(.key(.character("q"))).names == ["quit"])
    _ = bench.update(.trials(progress(1_000)))
    #expect(bench.update(.key(.character("q"))).isEmpty)
    #expect(bench.view().text.contains("Leave while trials are under way?"))
    #expect(bench.update(.key(.escape)).isEmpty)
    _ = bench.update(.key(.character("q")))
    #expect(bench.update(.key(.enter)).names == ["quit"])
  }

  @Test func `a run says beside its claim what the ledger says`() {
    var bench = Fixture.running()
    #expect(!bench.view().text.contains("ledger  "))
    _ = bench.update(.found(Self.found(1, true, 1)))
    let line = bench.view().lines.first { $0.contains("G keeps at most 2") }
    #expect(line?.contains("ledger  reproduced") == true)
  }

  @Test func `what can't be read is said`() {
    var bench = bench()
    _ = bench.update(.ledger([], problem: "ledger/findings.jsonl:2: not a line of ours"))
    #expect(bench.view().text.contains("findings.jsonl:2"))
    #expect(bench.view().lines[2].contains("reproduced"), "what is known stays")
  }

  @Test(arguments: [(120, 40), (80, 24), (60, 20), (40, 12)])
  func `it fits, in ASCII too`(columns: Int, rows: Int) {
    for charset in [Workbench.Charset.braille, .ascii] {
      var bench = bench(columns, rows, charset: charset)
      for key in [Key.up, .enter, .pageDown] {
        let lines = bench.view().lines
        #expect(lines.count == rows)
        #expect(lines[2].contains("mode-collapse"))
        #expect(lines[2].contains("reproduced"))
        if columns >= 60 { #expect(lines[2].contains("1, 1 to 2   3 seeds")) }
        if charset == .ascii {
          #expect(lines.joined().unicodeScalars.allSatisfy { $0.isASCII })
        }
        _ = bench.update(.key(key))
      }
      #expect(bench.view().lines[rows - 1].contains("back"))
    }
  }

  @Test func `a page without a claim has no verdict`() {
    let page = Experiment(
      "plain", title: "Plain", chapter: .tips, section: "", figure: "", claim: "", watch: "",
      text: [], equations: [], hyperparameters: [], design: Fixture.page.design)
    var bench = Workbench(pages: [page], library: PresetLibrary(presets: []), charset: .braille)
    _ = bench.update(.resized(columns: 80, rows: 24))
    #expect(!bench.view().text.contains("not tried"))
    _ = bench.update(.key(.character("L")))
    #expect(bench.view().text.contains("No page here claims anything."))
    for key in [Key.enter, .character(" "), .character("s"), .down, .pageDown] {
      #expect(bench.update(.key(key)).isEmpty)
    }
  }
}
