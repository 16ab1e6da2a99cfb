import Adversarial

extension PlaneGame {
  /// The data that settings describe: the page's, or the reader's own.
  static func dataset(_ settings: Settings) throws(DesignError) -> any Dataset {
    let deviation = Float(settings.number("deviation"))
    switch settings.data {
    case .none: return try mixture(settings)
    case .modes(let modes): return try DataForm.mixture(modes, deviation: deviation)
    case .changes(let without, let with):
      return try changed(try mixture(settings), without, with, deviation)
    case .text(let text):
      let reach = Float(settings.number("radius"))
      return try Cloud(DataForm.points(ofText: text, reach: reach), deviation: deviation)
    case .curve(let curve): return try Cloud(curve.points(), deviation: deviation)
    case .points(let set): return try Cloud(set.points, deviation: deviation)
    }
  }

  /// The page's mixture without some of its modes, and with others.
  private static func changed(
    _ mixture: Mixture, _ without: [Int], _ with: [OwnMode], _ deviation: Float
  ) throws(DesignError) -> Mixture {
    let own = DataForm.none.editable(mixture)
    if let missing = without.first(where: { !own.indices.contains($0) }) {
      throw DesignError("there is no mode \(missing + 1) to leave out; they are 1 to \(own.count)")
    }
    let kept = own.indices.filter { !without.contains($0) }.map { own[$0] }
    return try DataForm.mixture(kept + with, deviation: deviation)
  }

  /// A square around the data, half as wide again, so that a wandering blob stays in sight. A mode
  /// that is moved about within the page's part of the plane leaves it as it is.
  static func bounds(of data: any Dataset, _ settings: Settings) -> Bounds {
    let page = settings.data == .none || data.modes == nil ? nil : try? mixture(settings)
    let reach = max(data.reach, page?.reach ?? 0)
    return Bounds(x: -1.5 * reach...1.5 * reach, y: -1.5 * reach...1.5 * reach)
  }
}
