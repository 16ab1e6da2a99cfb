public import Engine

/// An array that a player learns: its name within the network, its shape, and where it starts.
public struct Parameter: Sendable, Hashable {
  public let name: String
  public let shape: Shape
  public let initial: Initializer

  public init(_ name: String, _ shape: Shape, _ initial: Initializer) {
    self.name = name
    self.shape = shape
    self.initial = initial
  }
}

/// One layer: what it learns, and how it maps a batch.
public protocol Layer: Sendable {
  /// What the layer learns, in the order ``callAsFunction(_:_:)`` takes it.
  var parameters: [Parameter] { get }
  /// The batch, rows along axis 0, mapped by the layer with these values of its parameters.
  func callAsFunction(_ batch: Tensor, _ parameters: [Tensor]) -> Tensor
}

/// Layers one after another: a generator or a discriminator.
///
/// A network holds no numbers. Its parameters are a flat list in declared order, given to each
/// call, so that an updated player is simply another list (what unrolling needs).
public struct Network: Sendable {
  public let layers: [any Layer]
  /// All layers' parameters in order; names start with the layer's number: `2.weights`.
  public let parameters: [Parameter]

  public init(_ layers: [any Layer]) {
    self.layers = layers
    parameters = layers.enumerated().flatMap { number, layer in
      layer.parameters.map { Parameter("\(number).\($0.name)", $0.shape, $0.initial) }
    }
  }

  /// Maps a batch.
  /// - Precondition: one tensor a parameter, of its shape.
  public func callAsFunction(_ batch: Tensor, _ values: [Tensor]) -> Tensor {
    precondition(
      values.map(\.shape) == parameters.map(\.shape),
      "parameters of shapes \(values.map(\.shape)) for \(parameters.map(\.shape))")
    var (result, next) = (batch, 0)
    for layer in layers {
      let count = layer.parameters.count
      result = layer(result, Array(values[next..<(next + count)]))
      next += count
    }
    return result
  }
}
