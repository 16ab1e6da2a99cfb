private import Adversarial
private import Foundation

/// What came out of repairing a run.
public struct Repair: Sendable, Equatable {
  /// The name of the run that holds what was kept; nil where nothing was amiss.
  public let id: String?
  /// The last step that is kept, and the last one that the damaged run speaks of.
  public let step: Int
  public let lastStep: Int
  /// What was lost, a sentence each.
  public let dropped: [String]
}

extension RunStore {
  /// Keeps of a damaged run what can be trained again to the same fingerprints, as a run of its
  /// own; the damaged one stays as it is.
  ///
  /// - Parameter goesOn: asked at every step; false ends it, and nothing is kept.
  /// - Returns: nil where it was ended.
  /// - Throws: ``StoreError`` where nothing of it verifies, or another program writes it.
  public func repair(
    _ id: String, threads: Int, goesOn: (Run) -> Bool = { _ in true }
  ) throws(StoreError) -> Repair? {
    let folder = try Folder(folder(of: id))
    let lock = try RunLock(folder)
    defer { lock.release() }
    let left = try Salvage(id: id, folder: folder, pages: pages)
    guard left.header.hasBitsOfThisMachine else {
      throw StoreError(
        .malformed, "recorded with \(left.header.kernel) kernels, whose bits are not those here"
      ).inFile(id)
    }
    var isWanted = true
    func watch(_ run: Run) -> Bool {
      isWanted = isWanted && goesOn(run)
      return isWanted
    }
    let last = try left.verified(threads: threads, goesOn: watch)
    guard isWanted else { return nil }
    guard let last else {
      throw StoreError(.malformed, "no fingerprint of it is that of the run, trained again")
        .inFile(id)
    }
    var dropped = left.remarks + Self.beyond(last, of: left)
    if dropped.isEmpty {
      do throws(StoreError) {
        _ = try open(id)
        return Repair(id: nil, step: last.step, lastStep: left.lastStep, dropped: [])
      } catch {
        dropped = ["\(error.description); it is made anew"]
      }
    }
    guard let kept = try keep(left, upTo: last, threads: threads, goesOn: watch) else { return nil }
    return Repair(id: kept, step: last.step, lastStep: left.lastStep, dropped: dropped)
  }

  private static func beyond(_ last: Standing, of left: Salvage) -> [String] {
    let commands = left.commands.count - last.commandCount
    var sentences: [String] = []
    if left.lastStep > last.step {
      sentences.append(
        "steps \(Wording.count(last.step + 1)) to \(Wording.count(left.lastStep)) can't be verified"
      )
    }
    if commands > 0 {
      sentences.append("\(commands) \(commands == 1 ? "command" : "commands") behind them")
    }
    let notes = left.notes.entries.count { $0.step ?? 0 > last.step }
    if notes > 0 { sentences.append("\(notes) \(notes == 1 ? "note" : "notes") at later steps") }
    return sentences
  }

  /// Trains it once more, and writes it down.
  private func keep(
    _ left: Salvage, upTo last: Standing, threads: Int, goesOn: (Run) -> Bool
  ) throws(StoreError) -> String? {
    let run = try left.run(threads: threads)
    let recorder = try create(run, began: left.header.began, parent: left.header.parent)
    run.attach(recorder)
    let isWhole = run.replay(left.commands, to: last, goesOn: goesOn)
    run.end()
    if let loss = recorder.loss { throw StoreError(.unwritable, loss.description) }
    guard isWhole else {
      try delete(recorder.id)
      return nil
    }
    if let notes = left.notes(upTo: last.step) {
      try notebook().folder(recorder.id).write(Data(notes.utf8), to: NotesFile.name)
    }
    return recorder.id
  }
}
