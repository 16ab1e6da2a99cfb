import Adversarial
import Engine
import Notebook
import Testing

@testable import ganbook

@Suite struct ProfileTests {
  @Test(arguments: ["small", "dcgan", "unrolled-1-adam"])
  func `a step that is looked into gives the same bits, and tells of every instruction`(
    _ name: String
  ) throws {
    let workload = try Workload(named: name, .init(batch: 60, width: 16))
    let (plain, watched) = (Training(workload, threads: 2), Training(workload, threads: 2))
    let parts = watched.parts
    var calls = Array(repeating: 0, count: parts.count)
    for _ in 0..<2 {
      plain.advance()
      watched.advance { calls[$0] += 1 }
    }
    #expect(plain.program.values == watched.program.values)
    for (part, count) in zip(parts, calls) {
      let tiles = (part.rows + part.tileRows - 1) / part.tileRows
      #expect(count == 2 * tiles, "\(part)")
    }
  }

  @Test func `the parts' work is that of the program's products`() throws {
    for name in ["ring", "grid", "dcgan"] {
      let training = Training(try Workload(named: name), threads: 1)
      let work = training.parts.reduce(0) { $0 + $1.work }
      #expect(work == Double(training.program.program.productWork), "\(name)")
    }
  }

  @Test func `a profile names phases, kernels, shapes and rates, and its shares add up`() throws {
    let profile = Profile(try Workload(named: "small"), seconds: 0.05)
    #expect(profile.seconds > 0)
    #expect(abs(profile.segments.reduce(0) { $0 + $1.seconds } - profile.seconds) < 1e-9)
    #expect(profile.text.contains("phase"))
    #expect(profile.text.contains("product 64×32×32"))
    #expect(profile.text.contains("GFLOP/s"))
    #expect(profile.json.line.contains("\"kernel\":\"product\""))
  }
}
