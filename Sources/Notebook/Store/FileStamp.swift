internal import Foundation

/// What tells one content of a file from another without reading it: its kind, its number, its
/// size and its two times, the second of which nothing but the system sets.
struct FileStamp: Equatable {
  let kind: Folder.Kind
  let isPipe: Bool
  let size: Int
  let number: UInt64
  /// Nanoseconds, by the clock of the file system.
  let changed: Int
  let changedAtAll: Int

  /// What lies under a name in a folder, links not followed; nil where there is nothing.
  init?(_ name: String, in folder: Folder) {
    var info = stat()
    guard unsafe fstatat(folder.descriptor, name, &info, AT_SYMLINK_NOFOLLOW) == 0 else {
      return nil
    }
    self.init(info)
  }

  /// What a descriptor is open at.
  init?(open descriptor: Int32) {
    var info = stat()
    guard unsafe fstat(descriptor, &info) == 0 else { return nil }
    self.init(info)
  }

  private init(_ info: stat) {
    switch info.st_mode & S_IFMT {
    case S_IFREG: kind = .file
    case S_IFDIR: kind = .folder
    default: kind = .other
    }
    isPipe = info.st_mode & S_IFMT == S_IFIFO
    size = Int(info.st_size)
    number = UInt64(info.st_ino)
    #if canImport(Darwin)
    let (content, all) = (info.st_mtimespec, info.st_ctimespec)
    #else
    let (content, all) = (info.st_mtim, info.st_ctim)
    #endif
    changed = Self.nanoseconds(content)
    changedAtAll = Self.nanoseconds(all)
  }

  private static func nanoseconds(_ time: timespec) -> Int {
    Int(time.tv_sec) &* 1_000_000_000 &+ Int(time.tv_nsec)
  }

  /// The later of the two times.
  var newest: Int { max(changed, changedAtAll) }

  /// All of it but the kind, as numbers.
  var numbers: [UInt64] {
    [number] + [size, changed, changedAtAll].map { UInt64(bitPattern: Int64($0)) }
  }
}
