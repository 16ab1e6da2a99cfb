private import Foundation

/// Gives every run that begins a folder in a notebook.
public struct RunKeeper: Keeper {
  private let store: RunStore
  private let now: @Sendable () -> String

  /// - Parameter now: the day and time, as they are to be written.
  public init(_ store: RunStore, now: @escaping @Sendable () -> String) {
    self.store = store
    self.now = now
  }

  public func begin(
    _ run: Run, parent: (id: String, step: Int)?
  ) throws(StoreError) -> any Recorder {
    try store.create(
      run, began: now(), parent: parent.map { RunHeader.Parent(id: $0.id, step: $0.step) })
  }
}
