import Adversarial
import Notebook

/// Whether a cost is bad: what J_D, D's outputs and G's gradient say together, in words.
///
/// The costs of a game are no measure of its samples: J_D at ln 2 is how the game ends when G is
/// perfect, and also how it stands when D has learned nothing (§3.2, §5.1).
struct LossReading: Equatable {
  /// Means over the newest records.
  var discriminatorCost: Double
  var realProbability: Double
  var generatedProbability: Double
  /// ‖∇J_G‖, and what it usually is in this run; nil where it is not known.
  var gradient: Double?
  var usualGradient: Double?
  /// The name of G's cost: "minimax".
  var generatorCost = ""
  /// What D should say of real data and of samples.
  var realTarget = 1.0
  var fakeTarget = 0.0
  /// What J_D is where D can only guess: ln 2 without smoothing.
  var guessing: Double

  /// What it comes to.
  enum Verdict: CaseIterable {
    case notFinite, reversed, alike, even, fooled, ahead, easy, vanishing, strong, wins, leap
  }

  var verdict: Verdict {
    guard discriminatorCost.isFinite, realProbability.isFinite, generatedProbability.isFinite
    else { return .notFinite }
    if let gradient, !gradient.isFinite { return .notFinite }
    if realTarget < fakeTarget { return .reversed }
    if realTarget == fakeTarget { return .alike }
    if let share = gradientShare, share > Self.leap { return .leap }
    if wins { return winning }
    if separation < Self.apart {
      return discriminatorCost > guessing + Self.near ? .fooled : .even
    }
    guard realProbability > generatedProbability else { return .fooled }
    return separation < 0.5 ? .ahead : .easy
  }

  /// How far apart D's answers to the two are, whichever it calls real.
  private var separation: Double { abs(realProbability - generatedProbability) }

  /// Answers nearer to each other than this are the same.
  private static let apart = 0.1

  /// J_D this close to a level is at it.
  private static let near = 0.05
  /// Below this share of what it usually is, G's gradient is vanishing; above that, it leaps.
  private static let vanished = 0.2
  private static let leap = 20.0

  private var gradientShare: Double? {
    guard let gradient, let usualGradient, usualGradient > 0 else { return nil }
    return gradient / usualGradient
  }

  /// D says what it should of nearly everything.
  private var wins: Bool {
    realProbability > realTarget - 0.1 && generatedProbability < fakeTarget + 0.02
      && realTarget - fakeTarget > 0.3
  }

  private var winning: Verdict {
    let isGone = gradientShare.map { $0 < Self.vanished }
    switch generatorCost {
    case "minimax" where isGone ?? true: return .vanishing
    case "nonSaturating" where isGone != true: return .strong
    default: return .wins
    }
  }

  /// A few words for a line that has more to say.
  var words: String {
    switch verdict {
    case .notFinite: "a cost is no longer finite"
    case .reversed:
      separation < Self.apart
        ? "D is asked to call real data fake (a < b), and can hardly tell them apart"
        : "D is asked to call real data fake (a < b): G is pushed away from the data"
    case .alike: "D is asked to say the same of both (a = b): it has nothing to teach G"
    case .even: "D can hardly tell them apart"
    case .fooled: "D is fooled: worse than guessing"
    case .ahead: "D is mostly right"
    case .easy: "D tells them apart easily"
    case .vanishing: "D wins: G's gradient is vanishing (minimax)"
    case .strong: "D wins, but G's gradient stays strong"
    case .wins: "D wins"
    case .leap: "G's gradient leaps"
    }
  }

  /// The answer in two sentences or three.
  var sentence: String { Self.sentence(verdict, level: isSmoothed ? "its resting level" : "ln 2") }

  private var isSmoothed: Bool { realTarget != 1 || fakeTarget != 0 }

  static func sentence(_ verdict: Verdict, level: String) -> String {
    switch verdict {
    case .notFinite:
      "Yes: a number is no longer finite, and nothing can come of it. Lower a learning rate and "
        + "start again."
    case .reversed:
      "Yes: with real target a below fake target b D is asked to call real data fake, and what G "
        + "takes for real is where the data are not. Turn a above b."
    case .alike:
      "Yes: with equal targets a and b D is asked to say the same of real data and of samples, so "
        + "G learns nothing from it. Turn a above b."
    case .even:
      "J_D at \(level): D cannot tell; not a failure by itself. So the game ends when G is "
        + "perfect, and so it stands when D has learned nothing: the measures decide."
    case .fooled:
      "J_D above \(level): D does worse than a coin. G has just moved and D will follow, or D's "
        + "step is too large: watch whether it passes."
    case .ahead:
      "No: D is ahead and J_D below \(level), as in most games that go on. J_D falling is no "
        + "progress of G, and J_G rising no failure."
    case .easy:
      "Not yet: D tells them apart easily, so G is behind. As long as its gradient is there and "
        + "the samples move, the game goes on."
    case .vanishing:
      "Yes, for G: D rejects every sample with confidence, and there the minimax cost is flat: "
        + "G's gradient is vanishing (§3.2.3). Slow D down or turn G's cost."
    case .strong:
      "Not by itself: D rejects every sample, but the non-saturating cost keeps G's gradient "
        + "strong there (§3.2.3). See whether the samples move."
    case .wins:
      "Perhaps: D rejects every sample, and G has little to go by. See whether the samples still "
        + "move; if not, slow D down."
    case .leap:
      "G's gradient is over twenty times what it usually is: a hop to another place, or a step "
        + "that is too large. One leap is no failure."
    }
  }

  /// The longest answer, so that the room for it stands still.
  static var longest: String {
    Verdict.allCases.map { sentence($0, level: "its resting level") }.max { $0.count < $1.count }
      ?? ""
  }
}

extension LossReading {
  /// Records that a mean is taken over: the words should not follow the noise of a batch.
  private static let records = 8

  /// What a column's costs say at a step; nil before the first, and where it has no such costs.
  init?(_ column: Moment.Column, at step: Int) {
    let count = column.history.count(upTo: step)
    func index(_ name: String) -> Int? { column.curveList.firstIndex { $0.name == name } }
    func mean(_ name: String) -> Double? {
      guard let index = index(name), column.curves.indices.contains(index) else { return nil }
      let past = column.series(curves: true, index).prefix(count).suffix(Self.records)
      guard !past.isEmpty else { return Double(column.curves[index]) }
      return past.reduce(0) { $0 + Double($1) } / Double(past.count)
    }
    func usual(_ name: String) -> Double? {
      guard let index = index(name) else { return nil }
      let past = column.series(curves: true, index).prefix(count).filter(\.isFinite).sorted()
      return past.count >= 2 * Self.records ? Double(past[past.count / 2]) : nil
    }
    guard step > 0, let cost = mean("discriminatorCost"), let real = mean("realProbability"),
      let generated = mean("generatedProbability")
    else { return nil }
    let level = index("discriminatorCost").flatMap {
      column.curveList[$0].levels(in: column.settings).first
    }
    guard let level else { return nil }
    self.init(
      discriminatorCost: cost, realProbability: real, generatedProbability: generated,
      gradient: mean("generatorGradientNorm"), usualGradient: usual("generatorGradientNorm"),
      guessing: level.value)
    if case .choice(let name)? = column.settings["generatorCost"] { generatorCost = name }
    guard column.settings.usesTargets else { return }
    if case .number(let target)? = column.settings["realTarget"] { realTarget = target }
    if case .number(let target)? = column.settings["fakeTarget"] { fakeTarget = target }
  }
}

extension Settings {
  /// Whether D's cost looks at the targets; so does the only cost of a page that offers no choice.
  var usesTargets: Bool {
    guard case .choice(let name)? = self["discriminatorCost"] else { return true }
    return DiscriminatorCost.all.first { $0.name == name }?.usesTargets ?? true
  }

  /// Whether D is asked to call real data fake: the real target lies below the fake one.
  var reversesTargets: Bool {
    guard usesTargets, case .number(let real)? = self["realTarget"],
      case .number(let fake)? = self["fakeTarget"]
    else { return false }
    return real < fake
  }
}
