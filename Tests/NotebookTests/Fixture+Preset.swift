import Adversarial
import Experiments
import Notebook

extension Fixture {
  /// The page's defaults for so many steps.
  static func preset(steps: Int, seed: UInt64 = 1) -> Preset {
    Preset(
      name: "fixture", page: page.name, title: "", note: "", seed: seed, steps: steps,
      settings: Settings(hyperparameters))
  }
}
