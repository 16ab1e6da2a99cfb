internal import Adversarial
private import Experiments

// The lives of the modes stand in columns of their own behind the measures.

extension MetricsFile {
  /// `modeShare1`, … and then `modeLogit1`, …
  static func lifeNames(_ count: Int) -> [String] {
    (1...max(1, count)).map { "modeShare\($0)" } + (1...max(1, count)).map { "modeLogit\($0)" }
  }

  static func cells(_ survey: ModeSurvey) -> [(name: String, text: String)] {
    zip(lifeNames(survey.shares.count), survey.shares + survey.logits).map { name, value in
      (name, value.isFinite ? "\(value)" : "")
    }
  }

  /// Whether a series belongs to the modes' lives.
  static func isOfLife(_ name: String) -> Bool {
    let own = name.split(separator: ".").last ?? ""
    return own.hasPrefix("modeShare") || own.hasPrefix("modeLogit")
  }

  /// The surveys of a column, with their steps, ascending.
  func surveys(column: Int) -> [(step: Int, survey: ModeSurvey)] {
    let prefix = Self.prefix(column)
    let shares = numbered(prefix + "modeShare")
    let logits = numbered(prefix + "modeLogit")
    guard shares.count == logits.count else { return [] }
    return rows.indices.compactMap { row in
      let values = shares.map { $0[row] }
      // Another data set has other modes: cells of those that it has not are empty.
      let count = values.firstIndex(where: \.isNaN) ?? values.count
      guard count > 0 else { return nil }
      return (
        rows[row].step,
        ModeSurvey(
          shares: values.prefix(count).map { Float($0) },
          logits: logits.prefix(count).map { Float($0[row]) })
      )
    }
  }

  /// The series of a name and a number: 1, 2, …
  private func numbered(_ name: String) -> [[Double]] {
    var found: [[Double]] = []
    while let next = series("\(name)\(found.count + 1)") { found.append(next) }
    return found
  }
}

extension RecordedRun {
  /// The names of the curves and measures of `metrics.csv`, without the modes' lives.
  public var curveNames: [String] { metrics.names.filter { !MetricsFile.isOfLife($0) } }

  /// What is recorded of a column's modes up to a step. A twin shares the life of the column that
  /// it is a copy of, up to the step at which it was made.
  public func life(column: Int, upTo step: Int = .max) -> ModeLife {
    var life = ModeLife()
    let twins = commands.compactMap { stamped -> (original: Int, step: Int)? in
      guard case .twin(let original) = stamped.command else { return nil }
      return (original, stamped.step)
    }
    let place = column - preset.columns.count
    if twins.indices.contains(place), twins[place].original < column {
      life = self.life(column: twins[place].original, upTo: min(step, twins[place].step))
    }
    var growth = growth(of: column)[...]
    for (measured, survey) in metrics.surveys(column: column) where measured <= step {
      while let next = growth.first, next.step < measured {
        life.grow(to: next.count)
        growth.removeFirst()
      }
      life.take(survey, at: measured)
    }
    return life
  }

  /// When modes came to those of a column's data, and how many there were then.
  private func growth(of column: Int) -> [(step: Int, count: Int)] {
    var sides = preset.columns.map(\.settings)
    var growth: [(step: Int, count: Int)] = []
    func modes(_ settings: Settings) -> Mixture? { (try? page.design(settings))?.modes }
    for stamped in commands {
      switch stamped.command {
      case .twin(let original) where sides.indices.contains(original):
        sides.append(sides[original])
      case .set(let name, let setting, let target):
        for index in sides.indices where target == nil || target == index {
          let before = sides[index]
          try? sides[index].set(name, to: setting)
          guard index == column, name == Settings.dataName, let old = modes(before),
            let new = modes(sides[index]), new.continues(old)
          else { continue }
          growth.append((stamped.step, new.components.count))
        }
      default: break
      }
    }
    return growth
  }
}
