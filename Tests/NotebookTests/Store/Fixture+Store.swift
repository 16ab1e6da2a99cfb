import Adversarial
import Experiments
import Foundation
import Notebook

extension Fixture {
  static func store(_ folder: String) -> RunStore {
    RunStore(folder: URL(fileURLWithPath: folder), productVersion: "ganbook test", pages: pages)
  }

  /// A run that is recorded in a notebook.
  static func recording(_ store: RunStore, steps: Int = 400, seed: UInt64 = 1) throws -> Run {
    let run = try Run(experiment: page, preset: preset(steps: steps, seed: seed), threads: 1)
    run.attach(try store.create(run, began: "today", parent: nil))
    return run
  }

  /// 260 steps with everything that can be done to a run.
  static func lived(_ store: RunStore) throws -> Run {
    let run = try recording(store)
    let script: [StampedCommand] = [
      .init(step: 40, command: .set(name: "discriminatorLearningRate", setting: .number(3e-4))),
      .init(step: 90, command: .pause), .init(step: 90, command: .stepPlayer(.generator)),
      .init(step: 91, command: .note("it hops\n\n## step 7\nnot a heading")),
      .init(step: 91, command: .resume),
      .init(step: 120, command: .set(name: "batch", setting: .number(24))),
      .init(step: 150, command: .twin(of: 0)),
      .init(step: 150, command: .set(name: "radius", setting: .number(1), column: 1)),
      .init(step: 200, command: .mark()),
    ]
    _ = run.replay(script, to: 260)
    return run
  }

  static func read(_ path: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: path))
  }

  static func text(_ path: String) throws -> String {
    String(decoding: try read(path), as: UTF8.self)
  }

  /// The sentence that a body is refused with.
  static func refusal(_ body: () throws -> Void) -> String? {
    do {
      try body()
      return nil
    } catch {
      return "\(error)"
    }
  }
}

/// A sequence of dice of its own, so that a failure comes again.
struct Dice: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    let mixed = (state ^ (state >> 33)) &* 0xff51_afd7_ed55_8ccd
    return mixed ^ (mixed >> 33)
  }

  mutating func below(_ count: Int) -> Int { Int.random(in: 0..<count, using: &self) }
}
