internal import ArgumentParser
internal import Notebook

/// Keeps of a damaged run what verifies, as a run of its own.
struct RepairCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "repair", abstract: "Keep of a damaged run what verifies, as a new run.",
    discussion: """
      The run is trained again from what is left of its folder, up to the last step whose \
      fingerprint agrees. The damaged run stays as it is.
      """)

  @Argument(help: "The name of a recorded run.")
  var name: String

  @OptionGroup var notebook: NotebookOption
  @OptionGroup var threads: ThreadsOption

  func run() throws {
    let store = try notebook.store()
    let stop = StopSignal()
    let repair: Repair?
    do throws(StoreError) {
      repair = try store.repair(name, threads: threads.count) { _ in stop.exitCode == nil }
    } catch {
      throw Failure(error)
    }
    guard let repair else { throw ExitCode(stop.exitCode ?? 1) }
    guard let id = repair.id else {
      return try Console.print("\(name) opens and verifies; there is nothing to repair")
    }
    for sentence in repair.dropped { Console.remark("dropped: \(sentence)") }
    try Console.print(
      "\(id) holds steps 0 to \(Wording.count(repair.step)) of \(name), which reached "
        + "\(Wording.count(repair.lastStep))")
  }
}
