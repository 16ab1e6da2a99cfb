internal import ArgumentParser
internal import Experiments
private import Foundation
internal import Notebook

/// The folder that runs are kept in.
struct NotebookOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The folder of recorded runs (default: $GANBOOK_HOME, or ganbook in the user's data).",
      valueName: "folder"))
  var notebook: String?

  /// The notebook that was named, or the usual one.
  func store() throws(Failure) -> RunStore {
    let environment = ProcessInfo.processInfo.environment
    let folder = named ?? NotebookFolder.usual(environment: environment)
    guard let folder else {
      throw Failure(.usage, "there is no home folder; name a notebook with --notebook")
    }
    return Self.store(folder)
  }

  /// The same as arguments of another process.
  var arguments: [String] { notebook.map { ["--notebook", $0] } ?? [] }

  /// The notebook that was named on the command line or by `GANBOOK_HOME`; nil where none was.
  func namedStore() -> RunStore? { named.map(Self.store) }

  private var named: String? {
    NotebookFolder.named(notebook, environment: ProcessInfo.processInfo.environment)
  }

  private static func store(_ folder: String) -> RunStore {
    RunStore(
      folder: URL(fileURLWithPath: folder), productVersion: Ganbook.configuration.version,
      pages: Contents.pages)
  }
}

extension RunKeeper {
  /// A keeper that dates runs by the system's clock.
  init(_ store: RunStore) {
    self.init(store, now: Surroundings.date)
  }
}
