import Adversarial
import Experiments
import Foundation
import Notebook
import Testing

/// A checkpoint is believed where everything else that is on the disk says the same.
@Suite struct CheckpointReaderTests {
  private static let newest = "step-000000260.safetensors"

  /// A notebook with a run that was left at step 260; the body gets the path of its newest
  /// checkpoint and says what happens to it.
  private func reopened(
    _ change: (_ path: String, _ store: RunStore) throws -> Void,
    _ body: (_ run: Run, _ remarks: [String], _ place: String) throws -> Void
  ) throws {
    try Fixture.withFolder { folder in
      let store = Fixture.store(folder)
      let run = try Fixture.lived(store)
      let id = try #require(run.id)
      run.end()
      try change("\(folder)/\(id)/checkpoints/" + Self.newest, store)
      let (again, remarks) = try store.resume(id, threads: 1)
      #expect(again.fingerprints == run.fingerprints)
      #expect(again.recorder != nil)
      let moments = [again, run].map { $0.moment(fieldColumns: 1, fieldRows: 1) }
      for (one, two) in zip(moments[0].columns, moments[1].columns) {
        let count = one.curveList.count
        #expect(
          "\(one.history.series.prefix(count))" == "\(two.history.series.prefix(count))")
        #expect(one.curves == two.curves)
      }
      try again.apply(.advance(steps: 20))
      while again.advance() {}
      again.end()
      #expect(try store.open(id).verify(threads: 1).isSame)
      try body(again, remarks, id)
    }
  }

  /// The name of a run that was left at step 300, whose checkpoints are gone.
  private func leftWithoutCheckpoints(_ store: RunStore) throws -> String {
    let run = try Fixture.recording(store)
    while run.step < 300, run.advance() {}
    let id = try #require(run.id)
    run.end()
    try FileManager.default.removeItem(atPath: "\(store.path)/\(id)/checkpoints")
    return id
  }

  private func rewrite(_ path: String, _ change: (inout Data) -> Void) throws {
    var data = try Fixture.read(path)
    change(&data)
    try data.write(to: URL(fileURLWithPath: path))
  }

  @Test func `an untouched one is used without a word`() throws {
    try reopened({ _, _ in }) { _, remarks, _ in #expect(remarks == []) }
  }

  @Test func `one flipped bit in any array shows`() throws {
    var places: [Int] = []
    try reopened({ path, _ in
      let data = try Fixture.read(path)
      let file = try Safetensors(data)
      // The numbers are the file's end; a place in each array.
      var end = data.count
      for tensor in file.tensors.reversed() {
        let count = tensor.byteCount
        if count > 0 { places.append(end - count / 2 - 1) }
        end -= count
      }
    }) { _, _, _ in }
    #expect(places.count > 20)
    for place in places {
      try reopened({ path, _ in try rewrite(path) { $0[place] ^= 0x10 } }) { _, remarks, _ in
        #expect(
          remarks.count == 1 && remarks[0].contains("its numbers are not those"),
          "byte \(place): \(remarks)")
      }
    }
  }

  @Test func `a change that takes its hash along is held against the fingerprint`() throws {
    let changes: [(inout [Float]) -> Void] = [
      { $0[0] = .nan }, { $0 = $0.map { _ in .nan } }, { $0[$0.count - 1] += 1 },
    ]
    for change in changes {
      try reopened({ path, _ in
        let file = try Safetensors(Fixture.read(path))
        let name = try #require(file.tensors.map(\.name).first { $0.hasSuffix("weights") })
        let tensors = file.tensors.map { tensor in
          guard tensor.name == name, var values = tensor.floats else {
            return tensor
          }
          change(&values)
          return Safetensors.Tensor(tensor.name, shape: tensor.shape, values)
        }
        // A file of old has no hash.
        let metadata = file.metadata.filter { $0.key != "check" }
        try Safetensors(metadata: metadata, tensors: tensors).data
          .write(to: URL(fileURLWithPath: path))
      }) { _, remarks, _ in
        #expect(
          remarks.count == 1
            && remarks[0].contains("its numbers are not those of the run at its step"),
          "\(remarks)")
      }
    }
  }

  @Test func `another run's checkpoint is not taken`() throws {
    try reopened({ path, store in
      let other = try Fixture.recording(store, seed: 2)
      while other.step < 260, other.advance() {}
      other.end()
      let id = try #require(other.id)
      let theirs = try Fixture.read("\(store.path)/\(id)/checkpoints/" + Self.newest)
      try theirs.write(to: URL(fileURLWithPath: path))
    }) { _, remarks, _ in
      #expect(remarks.count <= 1)
    }
  }

  @Test func `the same game of another seed is not taken either`() throws {
    try Fixture.withFolder { folder in
      let store = Fixture.store(folder)
      let runs = try [UInt64(1), 2].map { seed in
        let run = try Fixture.recording(store, seed: seed)
        while run.step < 300, run.advance() {}
        run.end()
        return run
      }
      let ids = try runs.map { try #require($0.id) }
      let name = "/checkpoints/step-000000300.safetensors"
      let theirs = try Fixture.read("\(folder)/\(ids[1])" + name)
      try theirs.write(to: URL(fileURLWithPath: "\(folder)/\(ids[0])" + name))
      let (again, remarks) = try store.open(ids[0]).restored(threads: 1)
      #expect(again.fingerprints == runs[0].fingerprints)
      #expect(remarks.count == 1 && remarks[0].contains("step-000000300"), "\(remarks)")
    }
  }

  @Test func `a file that is too large is refused before its numbers are read`() throws {
    try reopened({ path, _ in
      let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
      try file.truncate(atOffset: 1 << 38)
      try file.close()
    }) { _, remarks, _ in
      #expect(remarks.count == 1 && remarks[0].contains("belong to no array"), "\(remarks)")
    }
    try reopened({ path, _ in
      let header = #"{"x":{"dtype":"F32","shape":[68719476736],"data_offsets":[0,274877906944]}}"#
      var data = Data((0..<8).map { UInt8(truncatingIfNeeded: header.utf8.count >> (8 * $0)) })
      data.append(contentsOf: header.utf8)
      try data.write(to: URL(fileURLWithPath: path))
      let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
      try file.truncate(atOffset: UInt64(data.count) + 1 << 38)
      try file.close()
    }) { _, remarks, _ in
      #expect(remarks.count == 1 && remarks[0].contains("none of a ganbook run"), "\(remarks)")
    }
  }

  @Test func `a run that is another one when executed again is shown, and not written on`() throws {
    try Fixture.withFolder { folder in
      let store = Fixture.store(folder)
      let id = try leftWithoutCheckpoints(store)
      let path = "\(folder)/\(id)/fingerprints.csv"
      var rows = try Fixture.text(path).split(separator: "\n").map(String.init)
      let place = try #require(rows.firstIndex { $0.hasPrefix("200,") })
      rows[place] = rows[place].dropLast(16) + "0123456789abcdef"
      try Fixture.write(rows.joined(separator: "\n") + "\n", to: path)
      let (again, remarks) = try store.resume(id, threads: 1)
      #expect(again.recorder == nil && again.strays == 200)
      #expect(remarks.count == 1 && remarks[0].contains("from step 200 on"), "\(remarks)")
      let next = try Fixture.text(path)
      again.flush()
      #expect(try Fixture.text(path) == next)
      // The place is free for others.
      #expect(try store.recorder(for: store.open(id)).id == id)
    }
  }

  @Test func `restoring tells how far it is, and stops where it is asked to`() throws {
    try Fixture.withFolder { folder in
      let store = Fixture.store(folder)
      let id = try leftWithoutCheckpoints(store)
      var seen: [Int] = []
      let error = #expect(throws: StoreError.self) {
        try store.resume(id, threads: 1) { run in
          seen.append(run.step)
          return run.step < 120
        }
      }
      #expect(error?.kind == .stopped && seen == Array(0...120))
      #expect(try store.resume(id, threads: 1).run.recorder != nil, "the lock was given back")
    }
  }
}
