private import Synchronization

/// Letters from one thread to another: all of them, in order.
public final class Mailbox<Letter: Sendable>: Sendable {
  private let letters = Mutex<[Letter]>([])

  public init() {}

  public func send(_ letter: Letter) { letters.withLock { $0.append(letter) } }

  /// Everything that has come since the last time, oldest first.
  public func take() -> [Letter] {
    letters.withLock { waiting in
      defer { waiting = [] }
      return waiting
    }
  }
}

/// A slot that holds the newest value only: what a reader that is slower than the writer wants.
public final class Latest<Value: Sendable>: Sendable {
  private let value = Mutex<Value?>(nil)

  public init() {}

  /// Replaces whatever nobody has taken yet.
  public func put(_ new: Value) { value.withLock { $0 = new } }

  /// The newest value, or nil where nothing has come since the last time.
  public func take() -> Value? {
    value.withLock { held in
      defer { held = nil }
      return held
    }
  }
}
