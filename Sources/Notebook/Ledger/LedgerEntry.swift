public import Experiments

/// A page's claim with what each seed said of it.
public struct LedgerEntry: Sendable {
  public let page: Experiment
  public let trial: Trial
  /// By seed.
  public let findings: [LedgerFinding]
  /// Whether they come of the trial's quick form.
  public let isQuick: Bool

  /// - Parameter findings: of this page's trial, all quick or all whole.
  public init(
    _ page: Experiment, _ trial: Trial, findings: [LedgerFinding], isQuick: Bool
  ) {
    self.page = page
    self.trial = trial
    self.findings = findings.sorted { $0.place.seed < $1.place.seed }
    self.isQuick = isQuick
  }

  public var verdict: Verdict { Verdict(findings.map(\.finding), by: trial.quorum) }

  /// The claims beside the page's own, in words, a sentence each: "R1 keeps what plain loses:
  /// refuted, holds for 0 and fails for 5 of 5 seeds".
  public var asides: [String] {
    let all = findings.map(\.finding.asides)
    return (all.first ?? []).map(\.title).map { title in
      let answers = all.map { asides in asides.first { $0.title == title }?.holds }
      let cases = Finding.Cases(answers)
      return "\(title): \(trial.quorum.verdict(cases).rawValue), holds for \(cases.held) and fails "
        + "for \(cases.failed) of \(cases.all) seeds"
    }
  }

  /// What the quick form cannot decide, in words; nil for a whole trial.
  public var limits: String? { isQuick ? trial.quick.limits : nil }

  /// Median, smallest and largest of the seeds' numbers; nil where no seed has one.
  public var numbers: (median: Double, least: Double, most: Double)? {
    let numbers = findings.map(\.finding.number).filter { !$0.isNaN }.sorted()
    guard let least = numbers.first, let most = numbers.last else { return nil }
    return (Statistics.median(numbers) ?? least, least, most)
  }

  /// "modes reached 1 (median; 1 to 2)"; nil where no seed has a number.
  public var range: String? {
    numbers.map { numbers in
      let all = [numbers.median, numbers.least, numbers.most].map(Self.written)
      return "\(trial.quantity) \(all[0]) (median; \(all[1]) to \(all[2]))"
    }
  }

  /// A number with as many digits as tell something.
  public static func written(_ number: Double) -> String {
    guard number.isFinite else { return "–" }
    return number == number.rounded() && abs(number) < 1e9
      ? Wording.number(number) : Wording.fixed(number, places: abs(number) < 0.01 ? 4 : 2)
  }

  /// ", in 7 of 10 cases"; empty where a seed is one case.
  private var cases: String {
    let all = findings.reduce(0) { $0 + $1.finding.cases.all }
    let held = findings.reduce(0) { $0 + $1.finding.cases.held }
    return all == findings.count ? "" : ", in \(held) of \(all) cases"
  }

  /// How many seeds there are behind the verdict, exactly: for what share of all seeds the claim
  /// may hold, and how likely such a split is by chance. Nil where no seed could tell.
  public var statistics: String? {
    let held = findings.count { $0.finding.holds == true }
    let failed = findings.count { $0.finding.holds == false }
    let told = held + failed
    guard told > 0 else { return nil }
    let interval = Statistics.binomialInterval(held, of: told)
    let percent = [interval.lowerBound, interval.upperBound].map {
      Wording.fixed(100 * $0, places: 0)
    }
    let p = SeedTable.written(p: Statistics.signTest(higher: held, lower: failed))
    let silent = findings.count - told
    let others = silent == 0 ? "" : " (\(silent) could not tell)"
    return
      "holds for \(held) of \(told) seeds\(others)\(cases); the exact binomial 95 % interval for "
      + "all seeds is \(percent[0]) to \(percent[1]) %, the sign test's p is \(p)"
  }
}
