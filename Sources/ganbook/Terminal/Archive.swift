private import Experiments
private import Foundation
private import Synchronization
internal import Notebook
internal import Workbench

/// The notebook's folder as the screen uses it. What may take longer than a frame is done on a
/// thread of its own; the answers come as messages.
final class Archive: Sendable {
  /// Where runs are recorded; nil where there is no place.
  let store: RunStore?
  /// Gives every run that begins its folder.
  let keeper: RunKeeper?
  private let errands = Errands(name: "ganbook archive")
  private let answers: Mailbox<Message>
  /// The list that is wanted, by its number, and as it was read so far.
  private let list = Mutex<(number: Int, listing: RunListing?)>((0, nil))

  /// What every preset of the plane trains on in place of its own data.
  private let data: OwnData?

  init(_ store: RunStore?, data: OwnData?, bell: Bell) {
    self.store = store
    self.data = data
    answers = Mailbox(ring: bell.ring)
    keeper = store.map { RunKeeper($0) }
  }

  /// What the folder is like, to be told at the beginning.
  var standing: Message {
    guard let store else {
      return .notebook(path: "", isReadOnly: true, problem: Self.noPlace)
    }
    let problem = store.problem()
    return .notebook(path: store.path, isReadOnly: problem != nil, problem: problem)
  }

  /// What has been answered since the last time, in order.
  func messages() -> [Message] { answers.take() }

  // MARK: The first start

  /// Whether nobody has opened this notebook before: no run is in it, and no welcome was read.
  var isFirstStart: Bool {
    guard let store, store.problem() == nil else { return false }
    return !FileManager.default.fileExists(atPath: welcome(in: store)) && store.ids.isEmpty
  }

  /// Remembers that the welcome was read. Where that can't be written it is said again next time.
  func noteWelcome() {
    guard let store else { return }
    errands.run { [path = welcome(in: store)] in
      _ = FileManager.default.createFile(
        atPath: path, contents: Data("The welcome was read.\n".utf8))
    }
  }

  private func welcome(in store: RunStore) -> String { store.path + "/.welcomed" }

  /// The end: what is under way is given a moment.
  func close() {
    list.withLock { $0.number += 1 }
    errands.finish(seconds: 1)
    // A list that was left half read leaves nothing in the folder.
    list.withLock { $0.listing?.finish() }
  }

  // MARK: What the workbench asks for

  /// Lists the runs, the newest first, piece by piece; other errands are done between the pieces.
  func listRuns() {
    guard let store else { return answers.send(.runs([])) }
    let number = list.withLock { list in
      list.number += 1
      return list.number
    }
    errands.run { [self] in
      let listing = RunListing(store, newestFirst: true)
      goOn(with: listing, [], number)
    }
  }

  private func goOn(with old: RunListing, _ known: [RunCard], _ number: Int) {
    var listing = old
    let isWanted = list.withLock { $0.number == number }
    let cards = isWanted ? known + listing.next(Self.piece) : known
    guard isWanted, cards.count < listing.count else {
      listing.finish()
      if isWanted { answers.send(.runs(cards)) }
      return list.withLock { $0.listing = nil }
    }
    answers.send(.someRuns(cards, of: listing.count))
    list.withLock { $0.listing = listing }
    errands.run { [self, listing] in goOn(with: listing, cards, number) }
  }

  /// Runs that are read in one go.
  private static let piece = 100

  /// Reads what a run is compared with others by.
  func readCard(_ id: String) {
    guard let store else { return }
    errands.run { [answers] in answers.send(.card(store.card(id, isBrief: false))) }
  }

  /// Tells the preset of a recorded run, as it was played.
  func open(_ id: String) {
    withStore { store throws(StoreError) in .opened(try store.open(id).preset) }
  }

  /// Shows a recorded run that the command line named.
  func choose(_ id: String) {
    // Whatever the list has come to.
    readCard(id)
    withStore { _ in .choose(run: id) }
  }

  func delete(_ id: String) {
    withStore { store throws(StoreError) in
      try store.delete(id)
      return .notice("\(id) is deleted.")
    }
    listRuns()
  }

  func save(_ preset: Preset, as name: String) {
    errands.run { [answers, data] in
      guard let folder = PresetFolder(environment: ProcessInfo.processInfo.environment) else {
        return answers.send(.notice("There is no home folder to keep presets in."))
      }
      do throws(PresetError) {
        let path = try folder.save(preset, as: name, among: Surroundings.library())
        answers.send(.library(Surroundings.library().on(data)))
        answers.send(.notice("Saved as \(name): \(Self.short(path))"))
      } catch {
        answers.send(.notice(error.description))
      }
    }
  }

  /// Writes a recorded run in a format, beside its recording.
  func export(_ id: String, as format: String) {
    guard let store else { return answers.send(.notice(Self.noPlace)) }
    answers.send(.notice("Writing \(id) as \(format) …"))
    let export = ScreenExport(id: id, format: format, notebook: store.path)
    // It may train the whole run again: the list must not wait for it.
    export.start { [answers] outcome in
      switch outcome {
      case .success(let path): answers.send(.notice("Wrote \(Self.short(path))"))
      case .failure(let failure): answers.send(.notice(failure.message))
      }
    }
  }

  func say(_ sentence: String) { answers.send(.notice(sentence)) }

  // MARK: Shared

  private static let noPlace = "There is no folder for a notebook: runs are not recorded."

  private func withStore(
    _ errand: @escaping @Sendable (RunStore) throws(StoreError) -> Message
  ) {
    guard let store else { return answers.send(.notice(Self.noPlace)) }
    errands.run { [answers] in
      do throws(StoreError) {
        answers.send(try errand(store))
      } catch {
        answers.send(.notice(error.description))
      }
    }
  }

  /// A path as people write it.
  private static func short(_ path: String) -> String {
    let home = ProcessInfo.processInfo.environment["HOME"] ?? ""
    return !home.isEmpty && path.hasPrefix(home + "/") ? "~" + path.dropFirst(home.count) : path
  }
}
