import Adversarial
import Notebook
import Plotting

// What a page measures besides its samples: the look ahead, and D beside the optimal D.

extension ChartsPanel {
  private static let lookAheadTitle = "looking ahead"
  private static let optimumTitle = "D beside D*"
  private static let theoryTitle = "beside theory"
  private static let pullTitle = "pull at a sample"

  /// The sections that only some pages have.
  func ownSections(of moment: Moment) -> [Section] {
    let ahead = innerCosts(of: moment) + measureRows(of: moment, [.secondOrder])
    return [
      Section(
        title: Self.theoryTitle, beside: "theory", rows: measureRows(of: moment, [.theory]),
        grows: false),
      Section(title: Self.lookAheadTitle, rows: ahead, grows: true),
      Section(
        title: Self.optimumTitle, beside: "real", rows: measureRows(of: moment, [.optimum]),
        grows: false),
      Section(title: Self.pullTitle, rows: measureRows(of: moment, [.pulls]), grows: false),
      Section(title: "how unequal", rows: measureRows(of: moment, [.spread]), grows: false),
      Section(
        title: "high quality by class", beside: "real", rows: measureRows(of: moment, [.classes]),
        grows: false),
    ]
  }

  /// A row a measure of some groups, whichever column has it.
  func measureRows(of moment: Moment, _ groups: Set<Measurement.Group>) -> [ChartRow] {
    var found: [Measurement] = []
    for measure in moment.columns.flatMap(\.measures)
    where groups.contains(measure.group) && !found.contains(where: { $0.name == measure.name }) {
      found.append(measure)
    }
    return found.map {
      ChartRow(
        measure: $0, parts: parts(of: moment, measure: $0.name),
        isLogarithmic: run.curveLook.isLogarithmic)
    }
  }

  /// J_D after 0, 1, … K inner updates: one curve over the look ahead rather than over time. The
  /// value is where it ends.
  private func innerCosts(of moment: Moment) -> [ChartRow] {
    let paths = moment.columns.map { column in
      column.measures.filter { $0.group == .lookAhead }.map { Float($0.value) }
    }
    let most = (paths.map(\.count).max() ?? 0) - 1
    guard most > 0 else { return [] }
    return [
      ChartRow(
        title: "J_D +0…\(most)",
        parts: paths.map { path in
          .init(value: path.last.map(ChartRow.text) ?? "–", past: path)
        })
    ]
  }

  /// Where not everything fits: what the page is about first, then what else there is room for;
  /// nil on a page that measures its samples alone.
  static func mostNeeded(of sections: [Section], rows: Int) -> [Section]? {
    let titles = Set(sections.map(\.title))
    let order: [String]
    if titles.contains(optimumTitle) {
      order = [optimumTitle, "", leastNeeded, "measures", "costs"]
    } else if titles.contains(pullTitle) {
      order = [pullTitle, "does D still see a difference?", "costs", "measures", "", leastNeeded]
    } else if titles.contains(lookAheadTitle) {
      order = ["measures", lookAheadTitle, "", leastNeeded]
    } else {
      return nil
    }
    func place(_ section: Section) -> Int {
      // The empty title stands for all that are not named.
      order.firstIndex(of: section.title) ?? order.firstIndex(of: "") ?? order.count
    }
    var (kept, left): (Set<String>, Int) = ([], rows)
    let ranked = sections.enumerated().sorted {
      (place($0.element), $0.offset) < (place($1.element), $1.offset)
    }
    for section in ranked.map(\.element) where section.rows.count + 1 <= left {
      kept.insert(section.title)
      left -= section.rows.count + 1
    }
    return sections.filter { kept.contains($0.title) }
  }
}
