import Adversarial
import Experiments
import Testing

@testable import Workbench

@Suite struct TurningTests {
  private func knob(_ domain: Hyperparameter.Domain) -> Hyperparameter {
    Hyperparameter(
      "knob", title: "knob", group: "", section: "", explanation: "", domain: domain)
  }

  private func turns(
    _ knob: Hyperparameter, from start: Double, up: Bool, count: Int
  ) -> [Double] {
    var setting = Setting.number(start)
    return (0..<count).map { _ in
      setting = knob.turned(setting, up: up)
      guard case .number(let value) = setting else { return .nan }
      return value
    }
  }

  @Test func `a logarithmic knob lands on round values`() {
    let rate = knob(.number(default: 1e-4, range: 1e-6...1e-1, scale: .logarithmic))
    #expect(
      turns(rate, from: 1e-4, up: true, count: 7) == [1.5e-4, 2e-4, 3e-4, 5e-4, 7e-4, 1e-3, 1.5e-3])
    #expect(turns(rate, from: 1e-4, up: false, count: 3) == [7e-5, 5e-5, 3e-5])
    #expect(turns(rate, from: 1.37e-4, up: true, count: 1) == [1.5e-4])
    #expect(turns(rate, from: 0.1, up: true, count: 1) == [0.1])
  }

  @Test func `a linear knob lands on multiples of a round step`() {
    let target = knob(.number(default: 1, range: 0...1, scale: .linear))
    #expect(turns(target, from: 1, up: false, count: 3) == [0.95, 0.9, 0.85])
    #expect(turns(target, from: 0.87, up: true, count: 2) == [0.9, 0.95])
    #expect(turns(target, from: 0, up: false, count: 1) == [0])
  }

  @Test func `whole numbers stay whole`() {
    let steps = knob(.integer(default: 0, range: 0...20, scale: .linear))
    #expect(turns(steps, from: 0, up: true, count: 3) == [1, 2, 3])
    let batch = knob(.integer(default: 512, range: 1...4_096, scale: .logarithmic))
    #expect(turns(batch, from: 500, up: true, count: 3) == [512, 1_024, 2_048])
    #expect(turns(batch, from: 512, up: false, count: 2) == [256, 128])
    #expect(turns(batch, from: 1, up: false, count: 1) == [1])
  }

  @Test func `a choice goes round`() {
    let cost = knob(.choice(default: "a", options: ["a", "b", "c"]))
    #expect(cost.turned(.choice("c"), up: true) == .choice("a"))
    #expect(cost.turned(.choice("a"), up: false) == .choice("c"))
  }

  @Test func `every turn of every knob of every page stays in its domain`() {
    for knob in Fixture.page.hyperparameters {
      for up in [true, false] {
        var setting = knob.defaultSetting
        for _ in 0..<200 {
          setting = knob.turned(setting, up: up)
          #expect(throws: Never.self) { try knob.checked(setting) }
          #expect((0...1).contains(knob.share(of: setting)))
        }
      }
    }
  }

  @Test func `turning up and down again comes back`() {
    for knob in Fixture.page.hyperparameters {
      let start = knob.turned(knob.turned(knob.defaultSetting, up: false), up: true)
      #expect(
        knob.turned(knob.turned(start, up: true), up: false) == start
          || start == knob.turned(start, up: true))
    }
  }

  @Test func `a typed choice may be cut short`() throws {
    let cost = knob(.choice(default: "minimax", options: ["minimax", "nonSaturating"]))
    #expect(try cost.setting(from: " minimax ") == .choice("minimax"))
  }
}
