extension Settings {
  /// The knob that data of the reader's own stand at.
  public static let dataName = "data"

  /// The reader's own data; none on a page that does not offer them.
  public var data: DataForm {
    guard case .choice(let text)? = self[Self.dataName],
      let form = try? DataReader.form(text, points: pointSets)
    else { return .none }
    return form
  }

  /// The points that can be named.
  public var pointSets: [PointSet] {
    hyperparameters.first { $0.name == Self.dataName }?.pointSets ?? []
  }

  /// The same settings, with points that can be named besides.
  public func offering(_ sets: [PointSet]) -> Settings {
    var other = Settings(hyperparameters.map { $0.offering(sets) })
    // What stood in the domain still does: it only grew.
    for (knob, setting) in pairs { try? other.set(knob.name, to: setting) }
    return other
  }
}

extension Hyperparameter {
  /// The points that a data knob can be set to.
  public var pointSets: [PointSet] {
    guard case .data(let points) = domain else { return [] }
    return points
  }

  /// The data that a setting describes; nil of another knob.
  public func form(of setting: Setting) -> DataForm? {
    guard case .data(let points) = domain, case .choice(let text) = setting else { return nil }
    return try? DataReader.form(text, points: points)
  }

  /// The same knob, with points that can be named besides.
  public func offering(_ sets: [PointSet]) -> Hyperparameter {
    guard case .data(let points) = domain else { return self }
    let fresh = sets.filter { set in
      !points.contains { $0 == set && $0.columns == set.columns }
    }
    return Hyperparameter(
      name, title: title, group: group, section: section, explanation: explanation,
      domain: .data(points: points + fresh), unit: unit, isStructural: isStructural)
  }
}
