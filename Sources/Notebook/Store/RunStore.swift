public import Experiments
public import Foundation

/// A notebook's folder: one folder a run.
public struct RunStore: Sendable {
  /// The folder, without a slash at its end.
  public let path: String
  let productVersion: String
  let pages: [Experiment]

  /// - Parameters:
  ///   - folder: made when the first run is written.
  ///   - productVersion: what runs say they were written by: "ganbook 0.1.0".
  ///   - pages: what runs can be of.
  public init(folder: URL, productVersion: String, pages: [Experiment]) {
    let path = folder.path
    self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    self.productVersion = productVersion
    self.pages = pages
  }

  // MARK: Looking

  /// The names of all runs, sorted so that numbers count.
  public var ids: [String] {
    guard let notebook = try? notebook() else { return [] }
    return notebook.names.filter { name in
      RunName.isValid(name) && notebook.kind(name) == .folder
        && notebook.kind("\(name)/\(RunHeader.name)") != nil
    }.sorted { RunName.isOrdered($0, $1) }
  }

  /// The folder, held open.
  func notebook() throws(StoreError) -> Folder { try Folder(following: path) }

  /// A line for every run; one that can't be opened says why.
  public func cards() -> [RunCard] {
    var listing = RunListing(self)
    var cards: [RunCard] = []
    cards.reserveCapacity(listing.count)
    while let card = listing.next() { cards.append(card) }
    listing.finish()
    return cards
  }

  /// What there is to know of a run for a list: a line, or with its sides and curves.
  public func card(_ id: String, isBrief: Bool) -> RunCard {
    do throws(StoreError) {
      return try open(id, isBrief: isBrief).card
    } catch {
      return RunCard(id: id, status: "can't be opened", problem: error.description)
    }
  }

  /// Whether there is a run of this name.
  public func has(_ id: String) -> Bool { (try? folder(of: id)) != nil }

  /// Reads a run.
  /// - Throws: ``StoreError`` where there is none of that name, or it can't be read.
  public func open(_ id: String) throws(StoreError) -> RecordedRun {
    try open(id, isBrief: false)
  }

  private func open(_ id: String, isBrief: Bool) throws(StoreError) -> RecordedRun {
    let folder = try folder(of: id)
    do {
      return try RecordedRun(id: id, folder: folder, pages: pages, isBrief: isBrief)
    } catch {
      let isNamed = error.description.hasPrefix(id)
      throw isNamed ? error : StoreError(error.kind, "\(id)/\(error.description)")
    }
  }

  /// The folder of a run, which is a folder of ours itself and no link to another.
  func folder(of id: String) throws(StoreError) -> String {
    try RunName.check(id)
    switch (try? notebook())?.kind(id) {
    case .folder?: return path + "/" + id
    case nil:
      throw StoreError(
        .missing,
        "there is no run \(Wording.quoted(id))"
          + NearestName.hint(id, among: Array(ids.prefix(20)), list: "the runs are"))
    default:
      throw StoreError(.malformed, "\(Wording.quoted(id)) is no folder of this notebook")
    }
  }

  /// Why nothing can be written here, in one sentence; nil where it can.
  public func problem() -> String? {
    do {
      try makeFolder()
    } catch {
      return error.description
    }
    let isWritable = FileManager.default.isWritableFile(atPath: path)
    return isWritable ? nil : "the notebook's folder can't be written: runs are not recorded"
  }

  // MARK: Writing

  /// The right to go on writing a run, and the place to do it.
  /// - Throws: ``StoreError`` where another program has it, or its bits are of another kind.
  public func recorder(for run: RecordedRun) throws(StoreError) -> RunRecorder {
    guard run.header.hasBitsOfThisMachine else {
      throw StoreError(
        .locked,
        "\(run.id) was recorded with \(run.header.kernel) kernels, and these are \(Run.kernel): "
          + "it can only be read here")
    }
    return try RunRecorder(id: run.id, folder: Folder(folder(of: run.id)))
  }

  /// A recorded run at its last step, and where it can, with the recording going on.
  ///
  /// - Parameter goesOn: asked before every step that is executed again; false ends it.
  /// - Returns: the run, and what a person should know of it, a sentence each.
  /// - Throws: ``StoreError``, of the kind `stopped` where an end was wanted.
  public func resume(
    _ id: String, threads: Int, goesOn: (Run) -> Bool = { _ in true }
  ) throws(StoreError) -> (run: Run, remarks: [String]) {
    var recorder: RunRecorder?
    let before = try open(id)
    var remarks = before.remarks
    do {
      recorder = try self.recorder(for: before)
    } catch  where error.kind == .locked || error.kind == .unwritable {
      remarks.append(error.description)
    }
    // Behind the lock what is read stays as it is.
    let (run, others) = try open(id).restored(threads: threads, goesOn: goesOn)
    if let recorder {
      if run.strays == nil { run.attach(recorder) } else { recorder.close() }
    }
    remarks += others
    return (run, remarks)
  }

  /// Makes a folder for a run that begins, or goes on from a step of another.
  public func create(
    _ run: Run, began: String, parent: RunHeader.Parent?
  ) throws(StoreError) -> RunRecorder {
    let notebook = try makeFolder()
    let header = RunHeader(
      run.preset, product: productVersion, kernel: Run.kernel, began: began, parent: parent)
    let stem = RunName.stem(run.preset)
    sweep(notebook)
    var number = RunName.next(stem, among: notebook.names)
    for _ in 0..<1_000 {
      let id = "\(stem)-\(number)"
      if let birth = try RunBirth(id: id, in: notebook) {
        do {
          try birth.fill(header, run, from: parent.flatMap { try? notebook.folder($0.id) })
        } catch {
          birth.abandon()
          throw error
        }
        if let (folder, lock) = birth.finish() {
          return try RunRecorder(id: id, folder: folder, lock: lock)
        }
      }
      number += 1
    }
    throw StoreError(.unwritable, "no free name for a run of \(Wording.quoted(stem))")
  }

  @discardableResult
  private func makeFolder() throws(StoreError) -> Folder {
    do {
      return try Folder.make(path: path)
    } catch {
      throw StoreError(
        .unwritable, "the notebook's folder \(Wording.quoted(path)) can't be made or written")
    }
  }
}
