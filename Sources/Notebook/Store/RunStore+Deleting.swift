private import Foundation

extension RunStore {
  /// Deletes a run and everything in its folder; its number is never given to another run.
  /// - Throws: ``StoreError`` where there is none, or another program writes it.
  public func delete(_ id: String) throws(StoreError) {
    _ = try folder(of: id)
    let notebook = try notebook()
    let lock = try RunLock(notebook.folder(id))
    defer { lock.release() }
    // First the number: a crash after it leaves the run, and one number that is passed over.
    try leaveNumber(of: id, in: notebook)
    let gone = Self.deleted + id
    notebook.removeAll(gone)
    guard notebook.move(id, to: gone) else {
      throw StoreError(.unwritable, "\(id) can't be deleted: permission is missing")
    }
    notebook.removeAll(gone)
    guard notebook.kind(gone) == nil else {
      throw StoreError(.unwritable, "what was in \(id) can't be deleted; it is in '.deleted-\(id)'")
    }
    notebook.sync()
  }

  private static let deleted = ".deleted-"

  /// An empty file `.gone-NAME-7` stands for the highest number that a deleted run of a name had.
  private func leaveNumber(of id: String, in notebook: Folder) throws(StoreError) {
    guard let (stem, number) = RunName.parts(of: id) else { return }
    let older = RunName.gone(stem, among: notebook.names)
    guard number > older.max() ?? 0 else { return }
    let mark = RunName.gone + id
    do { try notebook.append(mark).close() } catch let error as StoreError { throw error } catch {
      throw Disk.fail(error, notebook.place(mark))
    }
    for old in older { notebook.remove("\(RunName.gone)\(stem)-\(old)") }
  }

  /// Clears away what programs that were killed have left half made or half deleted. A folder whose
  /// lock somebody has, or that has none yet, is left alone.
  func sweep(_ notebook: Folder) {
    for name in notebook.names
    where name.hasPrefix(RunBirth.unborn) || name.hasPrefix(Self.deleted) {
      guard let folder = try? notebook.folder(name), folder.kind(RunLock.name) == .file,
        let lock = try? RunLock(folder)
      else { continue }
      notebook.removeAll(name)
      lock.release()
    }
  }
}
