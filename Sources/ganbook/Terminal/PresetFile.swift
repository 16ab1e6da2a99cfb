internal import Foundation
internal import Notebook

/// A preset that the screen keeps, in the folder of the user's own.
enum PresetFile {
  /// Writes a preset; one that is there is never replaced.
  /// - Returns: the path of the file.
  static func write(_ preset: Preset, as name: String) throws(Failure) -> String {
    let environment = ProcessInfo.processInfo.environment
    guard let folder = PresetLibrary.ownFolder(environment: environment) else {
      throw Failure(.unavailable, "There is no home folder to keep presets in.")
    }
    let file = URL(fileURLWithPath: folder).appendingPathComponent(name + ".yaml")
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try Data(preset.yaml.utf8).write(to: file, options: .withoutOverwriting)
    } catch CocoaError.fileWriteFileExists {
      throw Failure(.usage, "There is a preset \(name) already; another name keeps both.")
    } catch {
      throw Failure(.inputOutput, "\(file.path) can't be written.")
    }
    return file.path
  }
}
