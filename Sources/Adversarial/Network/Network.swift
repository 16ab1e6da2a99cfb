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
  /// Each row mapped as if it stood alone in some company: what a layer that looks at more than
  /// one row makes of a row by itself. Layers that treat rows alone need not say.
  func alone(_ batch: Tensor, _ parameters: [Tensor], in company: Tensor) -> Tensor
}

extension Layer {
  public func alone(_ batch: Tensor, _ parameters: [Tensor], in company: Tensor) -> Tensor {
    self(batch, parameters)
  }
}

/// Layers one after another: a generator or a discriminator.
///
/// A network holds no numbers. Its parameters are a flat list in declared order, given to each
/// call, so that an updated player is simply another list (what unrolling needs).
///
/// Where a layer looks at the whole batch, what a row comes to depends on its neighbours. A network
/// with a ``Company`` can be asked about single rows all the same: ``callAsFunction(_:_:)`` then
/// takes each row alone in that company, and ``together(_:_:)`` the batch as it is.
public struct Network: Sendable {
  public let layers: [any Layer]
  /// All layers' parameters in order; names start with the layer's number: `2.weights`.
  public let parameters: [Parameter]
  /// Rows that never change, in whose company each row is taken alone; nil for none.
  public let company: Company?
  /// Another last layer beside the last one, of which ``aside(_:_:)`` tells; its parameters come
  /// after all others and are named `aside`.
  public let branch: (any Layer)?

  public init(_ layers: [any Layer], company: Company? = nil, branch: (any Layer)? = nil) {
    self.layers = layers
    self.company = company
    self.branch = branch
    parameters =
      layers.enumerated().flatMap { number, layer in
        layer.parameters.map { Parameter("\(number).\($0.name)", $0.shape, $0.initial) }
      }
      + (branch?.parameters ?? []).map { Parameter("aside.\($0.name)", $0.shape, $0.initial) }
  }

  /// The same network, whose rows are taken alone in this company.
  func among(_ company: Company) -> Network {
    Network(layers, company: company, branch: branch)
  }

  /// Maps each row by itself, in the company of the network's own rows where it has such; else
  /// the same as ``together(_:_:)``.
  /// - Precondition: one tensor a parameter, of its shape.
  public func callAsFunction(_ batch: Tensor, _ values: [Tensor]) -> Tensor {
    guard let company else { return together(batch, values) }
    var others = batch.constants(company.values, company.shape)
    return map(batch, values) { layer, batch, own in
      defer { others = layer(others, own) }
      return layer.alone(batch, own, in: others)
    }
  }

  /// Maps a batch whose rows may look at each other.
  /// - Precondition: one tensor a parameter, of its shape.
  public func together(_ batch: Tensor, _ values: [Tensor]) -> Tensor {
    map(batch, values) { layer, batch, own in layer(batch, own) }
  }

  /// What the branch makes of what the last layer is given, of a batch whose rows may look at each
  /// other.
  /// - Precondition: the network has a branch.
  public func aside(_ batch: Tensor, _ values: [Tensor]) -> Tensor {
    guard let branch else { preconditionFailure("this network has no branch") }
    let body = map(batch, values, through: layers.count - 1) { layer, batch, own in
      layer(batch, own)
    }
    return branch(body, Array(values.suffix(branch.parameters.count)))
  }

  /// - Parameter through: the first so many layers; nil for all.
  private func map(
    _ batch: Tensor, _ values: [Tensor], through count: Int? = nil,
    _ apply: (any Layer, Tensor, [Tensor]) -> Tensor
  ) -> Tensor {
    precondition(
      values.map(\.shape) == parameters.map(\.shape),
      "parameters of shapes \(values.map(\.shape)) for \(parameters.map(\.shape))")
    var (result, next) = (batch, 0)
    for layer in layers.prefix(count ?? layers.count) {
      let count = layer.parameters.count
      result = apply(layer, result, Array(values[next..<(next + count)]))
      next += count
    }
    return result
  }
}
