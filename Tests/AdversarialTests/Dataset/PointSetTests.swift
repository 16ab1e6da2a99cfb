import Testing

@testable import Adversarial

/// A reader's own points.
@Suite struct PointSetTests {
  private let points: [SIMD2<Float>] = [[100, 1], [104, 3], [102, -1]]

  @Test func `the hash is one of the bits, the name is one that a file can have`() {
    let set = PointSet(name: "a b/c'é.csv", points: points)
    #expect(set.name == "a-b-c--.csv" && set.digest.count == 16)
    #expect(set.digest == PointSet(name: "other", points: points).digest)
    #expect(set.digest != PointSet(name: "x", points: points.reversed()).digest)
    #expect(set != PointSet(name: "other", points: points))
  }

  @Test func `settings that can name points keep what they were`() throws {
    var settings = Settings([
      Hyperparameter(
        Settings.dataName, title: "own data", group: "", section: "", explanation: "",
        domain: .data(points: []), isStructural: true)
    ])
    try settings.set(Settings.dataName, to: .choice("text:A"))
    let set = PointSet(name: "x.csv", points: points)
    var more = settings.offering([set])
    #expect(more.data == .text("A") && more.pointSets == [set])
    try more.set(Settings.dataName, to: .choice("points:x.csv"))
    #expect(more.data == .points(set) && !more.sharesStructure(with: settings))
    #expect(more.offering([set]).pointSets.count == 1, "the same set is offered once")
    #expect(throws: SettingError.self) {
      try settings.set(Settings.dataName, to: .choice("points:x.csv"))
    }
    #expect(throws: SettingError.self) { try settings.set(Settings.dataName, to: .number(3)) }
  }
}
