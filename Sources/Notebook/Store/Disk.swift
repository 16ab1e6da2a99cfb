internal import Foundation

/// Why the disk refuses, in a sentence that names the run and its file.
enum Disk {
  /// The last two parts of a path: the run and its file.
  static func name(_ path: String) -> String {
    path.split(separator: "/").suffix(2).joined(separator: "/")
  }

  /// Why a file could not be written.
  static func fail(_ error: any Error, _ path: String) -> StoreError {
    let error = error as NSError
    let cause = error.userInfo[NSUnderlyingErrorKey] as? NSError ?? error
    return fail(number(of: cause), "can't be written", path)
  }

  private static func number(of error: NSError) -> Int32 {
    guard error.domain == NSCocoaErrorDomain else { return Int32(clamping: error.code) }
    switch CocoaError.Code(rawValue: error.code) {
    case .fileWriteOutOfSpace: return ENOSPC
    case .fileWriteVolumeReadOnly: return EROFS
    case .fileWriteNoPermission: return EACCES
    case .fileNoSuchFile, .fileReadNoSuchFile: return ENOENT
    default: return EIO
    }
  }

  static func fail(_ number: Int32, _ trouble: String, _ path: String) -> StoreError {
    let kind: StoreError.Kind =
      switch number {
      case ENOENT: .missing
      case ELOOP, ENOTDIR, EISDIR, ENXIO: .malformed
      default: .unwritable
      }
    return StoreError(kind, "\(trouble): \(reason(number))").inFile(name(path))
  }

  /// The reason behind a number of the system's, in words.
  static func reason(_ number: Int32) -> String {
    switch number {
    case ENOSPC, EDQUOT: "the disk is full"
    case EFBIG: "the limit of a file's size is reached"
    case EROFS: "the disk is read-only"
    case EACCES, EPERM: "permission is missing"
    case ENOENT: "it, or its folder, is gone"
    case ELOOP: "it is a symbolic link"
    case ENXIO: "it is not a plain file"
    case ENOTDIR, EISDIR, EEXIST: "something else is in its place"
    case EIO: "the disk refuses"
    default: "error \(number)"
    }
  }
}
