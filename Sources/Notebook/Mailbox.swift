private import Synchronization

/// Letters from one thread to another: all of them, in order.
public final class Mailbox<Letter: Sendable>: Sendable {
  private let letters = Mutex<[Letter]>([])
  private let ring: @Sendable () -> Void

  /// - Parameter ring: called after each letter, on the sender's thread.
  public init(ring: @escaping @Sendable () -> Void = {}) { self.ring = ring }

  public func send(_ letter: Letter) {
    letters.withLock { $0.append(letter) }
    ring()
  }

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
  private let ring: @Sendable () -> Void

  /// - Parameter ring: called after each value, on the writer's thread.
  public init(ring: @escaping @Sendable () -> Void = {}) { self.ring = ring }

  /// Replaces whatever nobody has taken yet.
  public func put(_ new: Value) {
    value.withLock { $0 = new }
    ring()
  }

  /// The newest value, or nil where nothing has come since the last time.
  public func take() -> Value? {
    value.withLock { held in
      defer { held = nil }
      return held
    }
  }
}
