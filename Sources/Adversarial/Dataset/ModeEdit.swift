/// One change of a mixture, as a person makes it. Modes are counted from 0.
public enum ModeEdit: Sendable, Hashable {
  case add(OwnMode)
  case move(Int, to: SIMD2<Float>)
  case weigh(Int, Float)
  /// Sets a mode's standard deviation.
  case spread(Int, Float)
  case remove(Int)
  case replace(Int, OwnMode)

  /// The modes after it.
  /// - Throws: ``DesignError`` where there is no such mode, or where it leaves no mixture: two
  ///   centres that coincide, no mode at all, too many of them.
  public func applied(to modes: [OwnMode], deviation: Float) throws(DesignError) -> [OwnMode] {
    var changed = modes
    switch self {
    case .add(let mode): changed.append(mode)
    case .move(let index, let centre): changed[try place(index, modes)].centre = centre
    case .weigh(let index, let weight): changed[try place(index, modes)].weight = weight
    case .spread(let index, let width): changed[try place(index, modes)].deviation = width
    case .replace(let index, let mode): changed[try place(index, modes)] = mode
    case .remove(let index): changed.remove(at: try place(index, modes))
    }
    _ = try DataForm.mixture(changed, deviation: deviation)
    return changed
  }

  private func place(_ index: Int, _ modes: [OwnMode]) throws(DesignError) -> Int {
    guard modes.indices.contains(index) else {
      throw DesignError("there is no mode \(index + 1); the modes are 1 to \(modes.count)")
    }
    return index
  }
}

extension DataForm {
  /// The mixture of some modes.
  /// - Throws: ``DesignError`` that names the modes and what is wrong with them.
  public static func mixture(
    _ modes: [OwnMode], deviation: Float
  ) throws(DesignError) -> Mixture {
    guard modes.count <= OwnMode.most else {
      throw DesignError(
        "\(modes.count) modes; a mixture of your own has at most \(OwnMode.most)")
    }
    for (index, mode) in modes.enumerated() {
      let width = mode.deviation ?? deviation
      guard OwnMode.deviations.contains(width), OwnMode.weights.contains(mode.weight),
        abs(mode.centre.x) <= 1_000, abs(mode.centre.y) <= 1_000
      else {
        throw DesignError(
          "mode \(index + 1) lies too far out, or its deviation or weight is none: deviations go "
            + "from 0.001 to 10, weights from 0.001 to 1000")
      }
    }
    return try Mixture(modes.map { $0.component(deviation: deviation) })
  }

  /// The modes of a mixture as a person would write them: of the form itself where it lists modes,
  /// else of the mixture it comes to, an average mode weighing 1.
  public func editable(_ mixture: Mixture) -> [OwnMode] {
    if case .modes(let modes) = self { return modes }
    let count = Float(mixture.components.count)
    return mixture.components.map { mode in
      var own = OwnMode(mode)
      // Eight eighths are eight ones; what rounding leaves of others is not worth a digit.
      own.weight = (mode.weight * count * 1_000).rounded() / 1_000
      return own
    }
  }
}
