import Adversarial
import Foundation
import Notebook
import Testing

/// What can't be written is one sentence, and the run goes on.
@Suite struct RunRecorderTests {
  private func problems(_ run: Run, steps: Int) -> [String] {
    var problems: [String] = []
    for step in 0..<steps {
      run.advance()
      if step.isMultiple(of: 10) { run.flush() }
      if let problem = run.recorder?.takeProblem() { problems.append(problem) }
    }
    return problems
  }

  @Test func `a folder that vanishes is told of once`() throws {
    try Fixture.withFolder { folder in
      let run = try Fixture.recording(Fixture.store(folder))
      let id = try #require(run.id)
      #expect(problems(run, steps: 50) == [])
      try FileManager.default.removeItem(atPath: "\(folder)/\(id)")
      try run.apply(.note("into the void"))
      let told = problems(run, steps: 250)
      #expect(told.count == 1 && run.step == 300)
      #expect(told[0].contains(id) && told[0].contains("gone"), "\(told)")
    }
  }

  @Test func `the end of a recording is told of, whatever was told before, with its step`() throws {
    try Fixture.withFolder { folder in
      let run = try Fixture.recording(Fixture.store(folder), steps: 900)
      let id = try #require(run.id)
      try FileManager.default.removeItem(atPath: "\(folder)/\(id)/checkpoints")
      let first = problems(run, steps: 450)
      #expect(first.count == 1 && first[0].hasSuffix("; the run goes on"), "\(first)")
      #expect(run.recorder?.loss == nil)
      try FileManager.default.removeItem(atPath: "\(folder)/\(id)")
      let second = problems(run, steps: 50)
      #expect(second.count == 1, "\(second)")
      #expect(second.first?.hasSuffix("no longer recorded from step 441 on") == true, "\(second)")
      let loss = try #require(run.recorder?.loss)
      #expect(loss.id == id && loss.step == 441, "\(loss)")
      #expect(loss.description.hasPrefix("\(id) is recorded up to step 441 only: "))
    }
  }

  @Test func `a checkpoint that can't be written leaves the rest recorded`() throws {
    try Fixture.withFolder { folder in
      let store = Fixture.store(folder)
      let run = try Fixture.recording(store)
      let id = try #require(run.id)
      try FileManager.default.removeItem(atPath: "\(folder)/\(id)/checkpoints")
      #expect(problems(run, steps: 399).count == 1)
      run.end()
      let recorded = try store.open(id)
      #expect(recorded.lastStep == 399 && recorded.checkpoints == [])
      #expect(try recorded.restored(threads: 1).run.fingerprints == run.fingerprints)
    }
  }

  @Test func `a notebook that can't be made refuses in one sentence`() throws {
    try Fixture.withFolder { folder in
      try Fixture.write("", to: folder + "/file")
      let store = Fixture.store(folder + "/file/notebook")
      #expect(throws: StoreError.self) { try Fixture.recording(store) }
      #expect(store.problem()?.contains("can't be made") == true && store.cards() == [])
    }
  }

  @Test func `checkpoints stay few, and the newest is there`() throws {
    try Fixture.withFolder { folder in
      let store = Fixture.store(folder)
      let run = try Fixture.recording(store, steps: 40_100)
      while run.advance() {}
      run.end()
      let steps = try store.open(try #require(run.id)).checkpoints
      #expect(steps.count <= 66 && steps.count > 32, "\(steps)")
      #expect(steps.first == 0 && steps.last == 40_100)
      #expect(steps.dropLast().allSatisfy { $0.isMultiple(of: 800) })
    }
  }

  @Test func `a checkpoint of a later format, a torn one and a foreign one are passed over`() throws
  {
    try Fixture.withFolder { folder in
      let store = Fixture.store(folder)
      let run = try Fixture.lived(store)
      let id = try #require(run.id)
      run.end()
      let own = "\(folder)/\(id)/checkpoints/"
      let newest = try Fixture.read(own + "step-000000260.safetensors")
      for (step, bytes) in [(260, newest.prefix(500)), (250, newest), (240, Data("foreign".utf8))] {
        try bytes.write(to: URL(fileURLWithPath: own + "step-000000\(step).safetensors"))
      }
      let (again, remarks) = try store.open(id).restored(threads: 1)
      #expect(again.fingerprints == run.fingerprints)
      #expect(remarks.count == 3, "\(remarks)")
    }
  }
}
