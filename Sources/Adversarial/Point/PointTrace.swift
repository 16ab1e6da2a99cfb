internal import Engine

/// x, y, and the field at the step before: what a step maps to the next.
struct PointPlace {
  var x: Tensor
  var y: Tensor
  /// v at the step before, which only the optimistic method looks at.
  var before: (x: Tensor, y: Tensor)

  var parts: [Tensor] { [x, y, before.x, before.y] }
}

extension PointGame {
  /// V(x, y), element by element.
  func value(_ x: Tensor, _ y: Tensor) -> Tensor {
    payoff == .bilinear ? x * y : -(-(x * y)).softplus()
  }

  /// v = (−∂C_x/∂x, −∂C_y/∂y), element by element.
  /// - Parameter gamma: the weight of the penalty γ/2 y², where the method has one.
  func field(_ x: Tensor, _ y: Tensor, gamma: Tensor) -> (x: Tensor, y: Tensor) {
    let value = value(x, y)
    let costOfX = payoff == .diracNonSaturating ? (x * y).softplus() : value
    let penalty = y.squared() * gamma * 0.5
    let costOfY = method.isPenalised ? penalty - value : -value
    // Both are named, so that neither passes for a function of the other.
    return (
      -gradient(of: costOfX.sum(), for: [x, y])[0], -gradient(of: costOfY.sum(), for: [x, y])[1]
    )
  }

  /// One step of size `rate`.
  /// - Parameter isFirst: 1 where there is no step before, else 0.
  func moved(
    _ place: PointPlace, rate: Tensor, gamma: Tensor, isFirst: Tensor, movers: Set<Player>
  ) -> PointPlace {
    let (x, y) = (place.x, place.y)
    let v = field(x, y, gamma: gamma)
    let movesX = movers.contains(.generator)
    let movesY = movers.contains(.discriminator)
    func step(along direction: (x: Tensor, y: Tensor)) -> PointPlace {
      PointPlace(
        x: movesX ? x + rate * direction.x : x, y: movesY ? y + rate * direction.y : y, before: v)
    }
    switch method {
    case .simultaneous, .r1: return step(along: v)
    case .alternating, .alternatingR1:
      var next = step(along: v)
      next.y = y
      for _ in 0..<(movesY ? max(1, discriminatorSteps) : 0) {
        next.y = next.y + rate * field(next.x, next.y, gamma: gamma).y
      }
      return next
    case .extragradient:
      return step(along: field(x + rate * v.x, y + rate * v.y, gamma: gamma))
    case .optimistic:
      let before = (
        x: Tensor.select(isFirst, v.x, place.before.x),
        y: Tensor.select(isFirst, v.y, place.before.y)
      )
      return step(along: (2 * v.x - before.x, 2 * v.y - before.y))
    case .consensus:
      let half = (v.x.squared() + v.y.squared()).sum() * 0.5
      let slope = gradient(of: half, for: [x, y])
      return step(along: (v.x - gamma * slope[0], v.y - gamma * slope[1]))
    }
  }

  func trace(movers: Set<Player>) -> TracedStep {
    let graph = Graph()
    var variables: [PlayerTrace.Variable] = []
    func variable(_ name: String, _ initial: Float) -> Tensor {
      let tensor = graph.input(name, .scalar)
      variables.append(
        .init(name: name, shape: .scalar, initial: .constant(initial), stream: 0, tensor: tensor))
      return tensor
    }
    let scalars = ["learningRate", "gamma"].map { ($0, graph.input($0, .scalar)) }
    func place(_ prefix: String) -> PointPlace {
      PointPlace(
        x: variable(prefix + "x", start.x), y: variable(prefix + "y", start.y),
        before: (variable(prefix + "before.x", 0), variable(prefix + "before.y", 0)))
    }
    let (now, linear) = (place(""), place("linear."))
    let count = variable("count", 0)
    let isFirst = 1 - Tensor.greater(count, graph.constant(0.5))
    let rates = (scalars[0].1, scalars[1].1)
    let next = moved(now, rate: rates.0, gamma: rates.1, isFirst: isFirst, movers: movers)
    // What the game would do if it were as it is around its equilibrium.
    let origin = Self.origin(in: graph)
    let around = moved(origin, rate: rates.0, gamma: rates.1, isFirst: isFirst, movers: movers)
    let linearNext = around.parts.map { pushforward(of: $0, along: linear.parts, at: origin.parts) }
    let curves = [next.x, next.y, value(next.x, next.y), norm(next.before)]
    let values = next.parts + linearNext + [count + 1]
    return TracedStep(
      graph: graph, variables: variables,
      scalars: scalars.map { name, tensor in ({ Float($0.number(name)) }, tensor) },
      curves: Tensor.concatenate(curves.map { $0.reshaped([1]) }, axis: 0),
      updates: zip(variables, values).map { ($0.tensor, $1) })
  }

  private func norm(_ v: (x: Tensor, y: Tensor)) -> Tensor {
    (v.x.squared() + v.y.squared()).squareRoot()
  }

  /// The equilibrium, as four tensors that a derivative can be taken with respect to.
  static func origin(in graph: Graph) -> PointPlace {
    let zeros = graph.literal([0, 0, 0, 0], [4])
    func zero(_ index: Int) -> Tensor {
      zeros.slice(axis: 0, from: index, count: 1).reshaped(.scalar)
    }
    return PointPlace(x: zero(0), y: zero(1), before: (zero(2), zero(3)))
  }
}
