import Adversarial
private import Foundation

extension Curve {
  /// The levels worth drawing, the most telling first: where the game rests when D can only
  /// guess, and what one-sided label smoothing (§4.2) makes of it.
  ///
  /// With targets a for real data and b for samples, the best D where both are alike says
  /// m = (a + b) / 2; J_D is the entropy of m then, and never below half the entropies of a and b.
  func levels(in settings: Settings) -> [Reference] {
    guard let reference else { return [] }
    guard settings.usesTargets else { return [reference] }
    let a = settings.value("realTarget") ?? 1
    let b = settings.value("fakeTarget") ?? 0
    guard a != 1 || b != 0 else { return [reference] }
    let middle = (a + b) / 2
    switch (name, reference.title) {
    case ("discriminatorCost", "ln 2"):
      return [
        Reference(entropy(middle), title: "at rest"),
        Reference((entropy(a) + entropy(b)) / 2, title: "D at best"),
      ]
    case ("realProbability", "½"): return [Reference(middle, title: "m"), Reference(a, title: "a")]
    case ("generatedProbability", "½"):
      return [Reference(middle, title: "m"), Reference(b, title: "b")]
    case ("generatorCost", "−ln 2"): return [Reference(-entropy(middle), title: "at rest")]
    case ("generatorCost", "½ ln 2") where middle > 0:
      return [Reference(-log(middle) / 2, title: "at rest")]
    case ("generatorCost", "−½") where middle < 1:
      return [Reference(-middle / (1 - middle) / 2, title: "at rest")]
    default: return [reference]
    }
  }
}

extension Settings {
  /// The number that a knob stands at; nil on a page without it.
  fileprivate func value(_ name: String) -> Double? {
    guard case .number(let value)? = self[name] else { return nil }
    return value
  }
}

/// −p log p − (1 − p) log (1 − p), in nats.
private func entropy(_ p: Double) -> Double {
  let parts = [p, 1 - p].map { $0 > 0 ? -$0 * log($0) : 0 }
  return parts[0] + parts[1]
}
