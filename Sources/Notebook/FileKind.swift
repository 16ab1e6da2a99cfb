private import Foundation

/// What lies at a path, links followed.
enum FileKind {
  case missing
  case folder
  case file
  /// A pipe, a device, a socket.
  case other

  init(path: String) {
    let end = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    // The end of a link to an open pipe has no path; the link itself has.
    let attributes =
      (try? FileManager.default.attributesOfItem(atPath: end))
      ?? (try? FileManager.default.attributesOfItem(atPath: path))
    switch attributes?[.type] as? FileAttributeType {
    case nil: self = .missing
    case .typeDirectory?: self = .folder
    case .typeRegular?: self = .file
    default: self = .other
    }
  }
}
