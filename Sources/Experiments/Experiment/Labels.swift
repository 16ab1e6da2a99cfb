import Adversarial

extension Experiment {
  /// §4.1: what labels do for samples, and why games with and without them are not compared.
  public static let labels = Experiment(
    "labels", title: "Labels", chapter: .tips, section: "§4.1", figure: "",
    claim: "Labels make samples better, whether D is told them or has to find them out",
    watch: "", text: [], equations: [],
    hyperparameters: PlaneGame.hyperparameters(
      defaults: PlaneGame.small),
    measures: Measure.all.map(\.name) + ["classKept", "classLowest"]
  ) { settings throws(DesignError) in
    var design = try PlaneGame.design(settings)
    design.comparesClasses = true
    return design
  }
}
