/// Where runs are kept.
public enum NotebookFolder {
  /// The folder that a person named, or the environment does.
  ///
  /// - Parameters:
  ///   - option: what stands on the command line; it wins.
  ///   - environment: `GANBOOK_HOME` is looked at.
  /// - Returns: nil where nobody has named one.
  public static func named(_ option: String?, environment: [String: String]) -> String? {
    if let option { return option }
    return environment["GANBOOK_HOME"].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The folder of those who have named none: by XDG, below the user's data.
  ///
  /// - Parameter environment: `XDG_DATA_HOME` and `HOME` are looked at; relative paths are not.
  /// - Returns: nil where there is no home.
  public static func usual(environment: [String: String]) -> String? {
    if let data = environment["XDG_DATA_HOME"], data.hasPrefix("/") { return data + "/ganbook" }
    guard let home = environment["HOME"], home.hasPrefix("/") else { return nil }
    return home + "/.local/share/ganbook"
  }
}
