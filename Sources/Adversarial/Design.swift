/// What a session trains: the data, the players, their costs and optimizers, and who moves when.
/// A plain description; ``Session`` traces it.
public struct Design: Sendable {
  /// What the players fight over.
  public var data: Mixture
  /// The part of the plane that the page shows.
  public var bounds: Bounds

  public init(data: Mixture, bounds: Bounds) {
    self.data = data
    self.bounds = bounds
  }
}

/// Why settings describe no game: one sentence that names the hyperparameter and the cure.
public struct DesignError: Error, Sendable, Equatable, CustomStringConvertible {
  public let description: String
  public init(_ description: String) { self.description = description }
}
