import Adversarial
import Notebook
import Plotting
import Testing

@testable import Workbench

@Suite struct TimeBarTests {
  private static let commands: [StampedCommand] = [
    .init(step: 800, command: .set(name: "beta1", setting: .number(0.4))),
    .init(step: 1_200, command: .mark()),
    .init(step: 3_100, command: .note("two modes at once")),
    .init(step: 6_000, command: .note("looks like fig. 22", at: 4_000)),
  ]

  private static func time(live: Int = 6_120) -> Moment.Time {
    Moment.Time(
      live: live, commands: commands, keyframes: Array(stride(from: 0, through: 2_000, by: 100)))
  }

  /// A bench whose run has a past; the moments that it asks for are given at once.
  private func bench(_ columns: Int = 120, _ rows: Int = 40) -> Workbench {
    var bench = Fixture.running(columns, rows)
    _ = bench.update(.report(.moment(Fixture.moment(step: 6_120, time: Self.time()))))
    return bench
  }

  private func answer(_ bench: inout Workbench, _ effects: [Effect]) {
    for case .view(let step) in effects {
      let step = step ?? 6_120
      _ = bench.update(
        .report(
          .moment(
            Fixture.moment(
              step: step, status: step < 6_120 ? .paused : .training, time: Self.time()))))
    }
  }

  @Test func `the bar shows marks, notes, turns and how far training has come`() {
    let bar = bench().view().lines[36]
    #expect(bar.hasPrefix(" time  ├══════▲══m══════────────e"))
    #expect(bar.filter { $0 == "e" }.count >= 2)
    #expect(bar.contains("●····"))
    #expect(bar.contains("live at step 6 120"))
  }

  @Test(arguments: [0, 40, 80, 81, 400, 2_000, 6_120, 24_999, 25_000])
  func `a young run fills a good part of the bar, an old one all of it`(live: Int) {
    var bench = Fixture.running()
    _ = bench.update(.report(.moment(Fixture.moment(step: live, time: .init(live: live)))))
    let bar = bench.view().lines[36].drop { $0 != "├" }.prefix { $0 != "┤" }
    let place = bar.firstIndex(of: "●").map { bar.distance(from: bar.startIndex, to: $0) } ?? -1
    #expect(live < 50 || live >= 6_120 || (25...68).contains(place), "\(place)")
    #expect(live < 25_000 || place >= 76)
  }

  @Test func `a record back is shown at once as where one goes, then as where one is`() {
    var bench = bench()
    let effects = bench.update(.key(.character(",")))
    #expect(effects.names == ["view 6112", "look 66×33"])
    #expect(bench.view().lines[36].contains("going to step 6 112 …"))
    answer(&bench, effects)
    #expect(bench.view().lines[36].contains("step 6 112, live is at 6 120"))
    #expect(bench.view().lines[0].contains("the past"))
    #expect(bench.view().lines[0].contains("step  6 112"))
  }

  @Test func `keys that come faster than answers go on from where one is going`() {
    var bench = bench()
    let steps = (0..<4).flatMap { _ in bench.update(.key(.character(","))).names }
      .filter { $0.hasPrefix("view") }
    #expect(steps == ["view 6112", "view 6104", "view 6096", "view 6088"])
    #expect(bench.update(.key(.character("."))).names.first == "view 6096")
  }

  @Test func `larger steps are a twentieth, Home and End the ends`() {
    var bench = bench()
    #expect(bench.update(.key(.character("<"))).names.first == "view 5808")
    #expect(bench.update(.key(.home)).names.first == "view 0")
    #expect(bench.update(.key(.character(","))).isEmpty || bench.state.run?.goal == 0)
    #expect(bench.update(.key(.character(">"))).names.first == "view 304")
    let effects = bench.update(.key(.end))
    #expect(effects.names.first == "view live")
    answer(&bench, effects)
    #expect(bench.view().lines[36].contains("live at step 6 120"))
    #expect(bench.update(.key(.end)).isEmpty)
  }

  @Test func `the last record leads to the live step`() {
    var bench = bench()
    answer(&bench, bench.update(.key(.character(","))))
    #expect(bench.update(.key(.character("."))).names.first == "view live")
  }

  @Test func `a late answer to an earlier wish is no arrival`() {
    var bench = bench()
    _ = bench.update(.key(.character("<")))
    _ = bench.update(.key(.character("<")))
    _ = bench.update(
      .report(.moment(Fixture.moment(step: 5_808, status: .paused, time: Self.time()))))
    #expect(bench.view().lines[36].contains("going to step 5 496 …"))
    #expect(bench.update(.tick(seconds: 3)).names == ["look 66×33"])
  }

  @Test func `f forks at the step in view, and the screen says whose fork it is`() {
    var bench = bench()
    answer(&bench, bench.update(.key(.character("<"))))
    #expect(bench.update(.key(.character("f"))).names == ["fork", "look 66×33"])
    _ = bench.update(
      .report(
        .moment(Fixture.moment(step: 5_808, status: .paused, time: Self.time(live: 5_808)))))
    #expect(bench.view().lines[0].contains("fork of paper at 5 808"))
    #expect(bench.view().lines[0].contains("paused"))
    #expect(bench.update(.key(.character(" "))).commands == [.resume])
  }

  @Test func `a fork that can't be made leaves the name alone`() {
    var bench = bench()
    _ = bench.update(.key(.character("f")))
    _ = bench.update(.report(.refused(CommandError("no such game any more"))))
    _ = bench.update(.report(.moment(Fixture.moment(step: 6_120, time: Self.time()))))
    #expect(!bench.view().lines[0].contains("fork of"))
  }

  @Test func `knobs and steps of the past are refused with what to do instead`() {
    var bench = bench()
    answer(&bench, bench.update(.key(.character("<"))))
    for key in [Key.right, .character("n"), .character("d"), .character("t"), .backspace] {
      #expect(bench.update(.key(key)).isEmpty)
      #expect(bench.view().lines[39].contains("Step 5 808 is past. f forks"))
    }
  }

  @Test func `space goes back to the live step and trains on`() {
    var bench = bench()
    answer(&bench, bench.update(.key(.character("<"))))
    #expect(bench.update(.key(.character(" "))).names.prefix(2) == ["view live", "send resume"])
  }

  @Test func `records go on behind the step where the first side diverged`() {
    var bench = Fixture.running()
    var moment = Fixture.moment(step: 900, time: Moment.Time(live: 900))
    var (short, long) = (History(series: 1), History(series: 1))
    for step in 1...900 {
      if step < 200 { short.record(step: step, [0.5]) }
      long.record(step: step, [0.25])
    }
    moment.columns.append(moment.columns[0])
    (moment.columns[0].history, moment.columns[1].history) = (short, long)
    moment.columns[0].status = .diverged(step: 200)
    _ = bench.update(.report(.moment(moment)))
    #expect(bench.state.run?.records.last == 900)
    #expect(bench.state.run?.record(by: -1) == 899)
    #expect(moment.columns[0].record(at: 500) == -1 && moment.columns[1].record(at: 500) == 499)
  }

  @Test func `a finished run that is looked back at trains on from its end`() {
    var bench = Fixture.running()
    let time = Moment.Time(live: 25_000)
    _ = bench.update(
      .report(.moment(Fixture.moment(step: 25_000, status: .finished, time: time))))
    _ = bench.update(.key(.home))
    _ = bench.update(.report(.moment(Fixture.moment(step: 0, status: .paused, time: time))))
    let effects = bench.update(.key(.character(" ")))
    #expect(effects.commands == [.advance(steps: 12_500)])
    #expect(bench.view().lines[39].contains("The run had taken its 25 000 steps"))
  }

  @Test func `charts show the step in view and where knobs were turned`() {
    var bench = bench(120, 50)
    func charts() -> String { bench.view().lines[2...8].map { String($0.dropFirst(68)) }.joined() }
    #expect(charts().contains("▲"))
    let before = charts().filter { $0 == "│" }.count
    answer(&bench, bench.update(.key(.character("<"))))
    #expect(charts().filter { $0 == "│" }.count > before)
  }

  @Test func `on a low screen looking back takes the claim's row`() {
    var bench = bench(60, 14)
    #expect(!bench.view().text.contains("live"))
    _ = bench.update(.key(.character("<")))
    #expect(bench.view().lines[12].contains("to 5 808 …"))
  }

  @Test func `a replay shows record after record, and passes over those that are late`() {
    var bench = bench()
    #expect(bench.update(.replay(step: 100)).isEmpty, "nobody looks back")
    answer(&bench, bench.update(.key(.home)))
    #expect(bench.update(.replay(step: 7)).isEmpty, "no record has come")
    let first = bench.update(.replay(step: 17))
    #expect(first.names.first == "view 16")
    #expect(bench.update(.replay(step: 90)).isEmpty, "the picture is on its way")
    answer(&bench, first)
    #expect(bench.update(.replay(step: 90)).names.first == "view 88")
    answer(&bench, [.view(88)])
    #expect(bench.update(.replay(step: 100_000)).names.first == "view live")
  }

  @Test func `a note remembers the step it speaks of`() {
    let remarks = Self.commands.compactMap { Remark($0) }
    #expect(remarks.map(\.step) == [1_200, 3_100, 4_000])
    #expect(remarks.map(\.text) == ["", "two modes at once", "looks like fig. 22"])
    #expect(Remark(.init(step: 7, command: .note("at step 5: words")))?.step == 7)
  }
}
