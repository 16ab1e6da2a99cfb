import Experiments
import Foundation
import Notebook
import Testing

@Suite struct LedgerStoreTests {
  private let page = Fixture.trialPage()

  private func store(_ notebook: String, _ product: String = "test") -> LedgerStore {
    LedgerStore(notebook: notebook, product: product)
  }

  /// A notebook with two findings.
  private func withNotebook(_ body: (String, [LedgerFinding]) throws -> Void) throws {
    try Fixture.withFolder { notebook in
      let court = Fixture.court(notebook)
      try court.add([page], seeds: [1, 2], isQuick: true)
      try body(notebook, Fixture.findings(Fixture.reports(court)))
    }
  }

  private func file(_ notebook: String) -> String { notebook + "/ledger/findings.jsonl" }

  @Test func `findings are read as they were written`() throws {
    try withNotebook { notebook, findings in
      let read = try store(notebook).findings(of: [page])
      #expect(read.sorted { $0.place.seed < $1.place.seed } == findings)
      #expect(try store(notebook, "another").findings(of: [page]).isEmpty)
      #expect(try store(notebook).findings(of: [Fixture.page]).isEmpty)
      #expect(try store(notebook + "/none").findings(of: [page]).isEmpty)
    }
  }

  @Test func `cases and claims beside are kept, and a line without them is one of one case`() throws
  {
    try Fixture.withFolder { notebook in
      let own = Trial(
        rule: "cases", quantity: "", steps: 200, quick: (100, ""), arms: [.init("as it is")],
        published: [], quorum: .fourOfFive
      ) { _ in
        Finding(
          holds: nil, cases: .init(held: 1, failed: 2, of: 4), number: 3, words: "w", rows: [],
          asides: [.init("it lasts", holds: false), .init("it is seen", holds: nil)])
      }
      let other = Experiment(
        page.name, title: "", chapter: page.chapter, section: "", figure: "", claim: "", watch: "",
        text: [], equations: [], hyperparameters: page.hyperparameters, trial: own,
        design: page.design)
      for page in [other, page] {
        let court = Fixture.court(notebook)
        try court.add([page], seeds: [1], isQuick: true)
        let found = Fixture.findings(Fixture.reports(court))
        #expect(try store(notebook).findings(of: [page]) == found && found.count == 1)
      }
      let lines = String(decoding: try Fixture.read(file(notebook)), as: UTF8.self)
        .split(separator: "\n")
      #expect(
        lines[0].contains(#""cases":[1,2,4],"asides":[["it lasts",false],["it is seen",null]]"#))
      #expect(!lines[1].contains("cases") && !lines[1].contains("asides"))
    }
  }

  @Test func `a torn line is left out and cut off before the next`() throws {
    try withNotebook { notebook, _ in
      let whole = try Fixture.read(file(notebook))
      for cut in [1, 20, 90] {
        try Fixture.write(
          String(decoding: whole.dropLast(cut), as: UTF8.self), to: file(notebook))
        #expect(try store(notebook).findings(of: [page]).count == 1)
        let court = Fixture.court(notebook)
        try court.add([page], seeds: [1, 2], isQuick: true)
        #expect(Fixture.findings(Fixture.reports(court)).count == 2)
        #expect(try store(notebook).findings(of: [page]).count == 2)
      }
    }
  }

  @Test func `whatever is done to the files, reading ends in findings or in a sentence`() throws {
    try withNotebook { notebook, findings in
      let names = ["findings.jsonl", "evidence.jsonl"].map { "\(notebook)/ledger/\($0)" }
      let whole = try names.map { [UInt8](try Fixture.read($0)) }
      var dice = Dice(state: 11)
      var refused = 0
      for _ in 0..<200 {
        for (name, bytes) in zip(names, whole) {
          var changed = bytes
          switch dice.below(3) {
          case 0: changed[dice.below(changed.count)] ^= UInt8(1 << dice.below(8))
          case 1: changed.removeSubrange(dice.below(changed.count)..<changed.count)
          default: changed.insert(UInt8(dice.below(256)), at: dice.below(changed.count))
          }
          try Data(changed).write(to: URL(fileURLWithPath: name))
        }
        do {
          let read = try store(notebook).findings(of: [page])
          #expect(read.allSatisfy { findings.contains($0) })
          try Fixture.court(notebook, jobs: 1).add([page], seeds: [1], isQuick: true)
        } catch {
          refused += 1
          #expect("\(error)".hasPrefix("ledger/"), "\(error)")
        }
      }
      #expect(refused > 100)
    }
  }

  @Test(arguments: [
    ("\"holds\":true", "\"holds\":false"), ("{\"page\"", "{ \"page\""), ("\n", "\nhello\n"),
  ])
  func `a line that was edited, or comes from elsewhere, is refused`(
    old: String, new: String
  ) throws {
    try withNotebook { notebook, _ in
      let text = String(decoding: try Fixture.read(file(notebook)), as: UTF8.self)
      #expect(text.contains(old))
      try Fixture.write(text.replacingOccurrences(of: old, with: new), to: file(notebook))
      let error = #expect(throws: StoreError.self) {
        try store(notebook).findings(of: [page])
      }
      #expect(error?.kind == .malformed)
      #expect(error?.description.hasPrefix("ledger/findings.jsonl:") == true)
      let court = Fixture.court(notebook)
      #expect(throws: StoreError.self) { try court.add([page], seeds: [1], isQuick: true) }
      #expect(court.progress.games.isEmpty)
    }
  }
}
