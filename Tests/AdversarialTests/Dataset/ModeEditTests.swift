import Testing

@testable import Adversarial

/// Changes of a mixture.
@Suite struct ModeEditTests {
  private let modes = [
    OwnMode(centre: [1, 0]), OwnMode(centre: [-1, 0], deviation: 0.2, weight: 3),
  ]

  private func applied(_ edit: ModeEdit) throws(DesignError) -> [OwnMode] {
    try edit.applied(to: modes, deviation: 0.1)
  }

  @Test func `each change does what it says and no more`() throws {
    let third = OwnMode(centre: [0, 2], weight: 2)
    #expect(try applied(.add(third)) == modes + [third])
    #expect(try applied(.remove(0)) == [modes[1]])
    #expect(try applied(.replace(1, third)) == [modes[0], third])
    let changed = try [
      applied(.move(1, to: [5, 5]))[1], applied(.weigh(1, 7))[1], applied(.spread(1, 0.5))[1],
    ]
    #expect(changed.map(\.centre) == [[5, 5], [-1, 0], [-1, 0]])
    #expect(changed.map(\.weight) == [3, 7, 3])
    #expect(changed.map(\.deviation) == [0.2, 0.2, 0.5])
  }

  @Test(
    arguments: [
      (
        ModeEdit.add(OwnMode(centre: [1, 0])),
        "modes 1 and 3 have the same centre: of 3 modes only 2 are distinct"
      ),
      (.move(0, to: [-1, 0]), "modes 1 and 2 have the same centre: of 2 modes only 1 is distinct"),
      (.remove(2), "there is no mode 3; the modes are 1 to 2"),
    ])
  func `what leaves no mixture is refused as the ring's duplicate is`(
    edit: ModeEdit, sentence: String
  ) {
    #expect(throws: DesignError(sentence)) { try applied(edit) }
  }

  @Test func `the last mode stays, and numbers stay in their ranges`() {
    #expect(throws: DesignError("a mixture needs at least one mode")) {
      try ModeEdit.remove(0).applied(to: [modes[0]], deviation: 0.1)
    }
    for edit in [ModeEdit.weigh(0, 0), .weigh(0, .nan), .spread(0, 99), .move(0, to: [2_000, 0])] {
      #expect(throws: DesignError.self) { try applied(edit) }
    }
  }

  @Test func `a ring is written down as modes of weight one, and is the same mixture`() throws {
    let ring = try Mixture.ring(modes: 8, radius: 2, deviation: 0.02)
    let own = DataForm.none.editable(ring)
    #expect(own.allSatisfy { $0.weight == 1 && $0.deviation == 0.02 })
    #expect(try DataForm.mixture(own, deviation: 1) == ring)
    #expect(DataForm.modes(modes).editable(ring) == modes, "what was written stays as it was")
  }

  @Test func `a mixture that grew continues the old one, one that moved does not`() throws {
    let two = try DataForm.mixture(modes, deviation: 0.1)
    let three = try DataForm.mixture(applied(.add(OwnMode(centre: [0, 2]))), deviation: 0.1)
    #expect(three.continues(two) && !two.continues(three) && !two.continues(two))
    let other = try DataForm.mixture([OwnMode(centre: [9, 9])] + modes, deviation: 0.1)
    #expect(!other.continues(two))
  }
}
