import Notebook
import Testing

@Suite struct NearestNameTests {
  private let known = ["page", "title", "note", "seed", "steps", "knobs"]

  @Test(arguments: [
    ("stepps", "steps"), ("setps", "steps"), ("sed", "seed"), ("Titel", "title"),
    ("KNOBS", "knobs"), ("pge", "page"),
  ])
  func `a slip of the finger finds the name`(slip: String, name: String) {
    #expect(NearestName.of(slip, among: known) == name)
  }

  @Test(arguments: ["", "x", "qq", "colour", "learning-rate"])
  func `a name that is like none finds none`(name: String) {
    #expect(NearestName.of(name, among: known) == nil)
  }

  @Test(arguments: [
    ("discLearningRate", "discriminatorLearningRate"), ("generatorRate", "generatorLearningRate"),
    ("learning-rate", "discriminatorLearningRate"), ("unroll", "unrollSteps"),
    ("discriminator_learning_rate", "discriminatorLearningRate"),
  ])
  func `an abbreviation finds the name`(short: String, name: String) {
    let knobs = ["discriminatorLearningRate", "generatorLearningRate", "unrollSteps"]
    #expect(NearestName.of(short, among: knobs) == name)
  }

  @Test func `where nothing is near the hint lists what there is`() {
    #expect(
      NearestName.hint("zzz", among: ["one", "two"], list: "they are") == "; they are: one, two")
    #expect(NearestName.hint("zzz", among: [], list: "they are") == "")
    #expect(NearestName.hint("tow", among: ["one", "two"], list: "") == "; did you mean 'two'?")
  }
}
