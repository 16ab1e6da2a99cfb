private import Foundation

extension RunStore {
  /// Deletes a run and everything in its folder; its number is never given to another run.
  /// - Throws: ``StoreError`` where there is none, or another program writes it.
  public func delete(_ id: String) throws(StoreError) {
    let folder = try folder(of: id)
    let lock = try RunLock(folder: folder)
    defer { lock.release() }
    // First the number: a crash after it leaves the run, and one number that is passed over.
    try leaveNumber(of: id)
    let gone = path + "/" + Self.deleted + id
    try? FileManager.default.removeItem(atPath: gone)
    guard Disk.move(folder, to: gone) else {
      throw StoreError(.unwritable, "\(id) can't be deleted: permission is missing")
    }
    try? FileManager.default.removeItem(atPath: gone)
    guard Disk.kind(gone) == nil else {
      throw StoreError(.unwritable, "what was in \(id) can't be deleted; it is in '.deleted-\(id)'")
    }
  }

  private static let deleted = ".deleted-"

  /// An empty file `.gone-NAME-7` stands for the highest number that a deleted run of a name had.
  private func leaveNumber(of id: String) throws(StoreError) {
    guard let (stem, number) = RunName.parts(of: id) else { return }
    let older = RunName.gone(stem, among: Disk.names(in: path))
    guard number > older.max() ?? 0 else { return }
    let mark = path + "/" + RunName.gone + id
    do { try Disk.append(mark).close() } catch let error as StoreError { throw error } catch {
      throw Disk.fail(error, mark)
    }
    for old in older {
      try? FileManager.default.removeItem(atPath: "\(path)/\(RunName.gone)\(stem)-\(old)")
    }
  }

  /// Clears away what programs that were killed have left half made or half deleted. A folder whose
  /// lock somebody has, or that has none yet, is left alone.
  func sweep() {
    for name in Disk.names(in: path)
    where name.hasPrefix(RunBirth.unborn) || name.hasPrefix(Self.deleted) {
      let folder = path + "/" + name
      guard Disk.kind(folder) == .typeDirectory,
        Disk.kind(folder + "/" + RunLock.name) == .typeRegular,
        let lock = try? RunLock(folder: folder)
      else { continue }
      try? FileManager.default.removeItem(atPath: folder)
      lock.release()
    }
  }
}
