import Adversarial
import Notebook
import Plotting
import Testing

@testable import Workbench

/// What a person sees of D: the line where it is undecided, and how sure it is on either side.
@Suite struct FieldMemoryTests {
  private static let bounds = Bounds(x: -3...3, y: -3...3)

  /// A field around ½ that turns by an angle, and is so steep.
  private func plane(_ angle: Double, steep: Double = 0.01) -> Plane {
    var plane = PlaneFixture.plane(PlaneLook(columns: 40, rows: 20))
    let values = (0..<800).map { place -> Float in
      let (x, y) = (Double(place % 40) / 20 - 0.975, 0.95 - Double(place / 40) / 10)
      return Float(0.5 + steep * (x * cosine(angle) + y * cosine(angle - 1.5708)))
    }
    plane.field = Field(columns: 40, rows: 20, values: values)
    return plane
  }

  /// The cosine by its series: enough for a picture.
  private func cosine(_ angle: Double) -> Double {
    let square = angle * angle
    return 1 - square / 2 * (1 - square / 12 * (1 - square / 30))
  }

  @Test func `the line is that of the newest values, whatever was there before`() {
    var old = PlaneMemory()
    for step in 0..<12 { old.take(plane(Double(step) / 8), step: step) }
    old.take(plane(0.3), step: 12)
    var new = PlaneMemory()
    new.take(plane(0.3), step: 12)
    #expect(!new.learned.line.pieces.isEmpty)
    #expect(old.learned.line == new.learned.line)
  }

  @Test func `the line on the screen is so too, in every charset`() {
    func line(_ charset: Workbench.Charset, _ shifts: [Float]) -> [String] {
      var bench = Fixture.running(charset: charset)
      for (index, shift) in shifts.enumerated() {
        _ = bench.update(.tick(seconds: Double(100 + index)))
        var moment = Fixture.moment(step: 6_200)
        let look = PlaneLook(columns: 68, rows: 34)
        moment.columns[0].picture = .plane(PlaneFixture.plane(look, shift: shift))
        _ = bench.update(.report(.moment(moment)))
      }
      let frame = bench.view()
      return (0..<frame.rows).flatMap { row in
        (0..<frame.columns).filter { frame[row, $0].style.foreground == .boundary }
          .map { "\(row) \($0) \(frame[row, $0].character)" }
      }
    }
    for charset in [Workbench.Charset.braille, .ascii] {
      let fresh = line(charset, [0.3])
      #expect(fresh.count > 20)
      #expect(line(charset, [2, -1, 0.25, 0.35, 0.3]) == fresh)
    }
  }

  @Test func `colours keep near a boundary, by a share of their own scale`() {
    var memory = FieldMemory()
    func take(_ tenths: Float) -> UInt8? {
      // The other cells hold the scale at 0.02; a boundary lies at an eighth of it.
      memory.take(
        [Float](repeating: 0.02, count: 20) + [0.0025 * tenths], columns: 21, rows: 1, .probability)
      return memory.heatmap(isAbsolute: false).levels.last
    }
    #expect(take(0.9) == 4)
    #expect(take(1.1) == 4, "within the margin")
    #expect(take(1.6) == 5)
    #expect(take(0.9) == 5, "within the margin")
  }

  @Test func `an opinion of a hundredth has all colours, and the border says of what`() {
    var memory = PlaneMemory()
    memory.take(plane(0, steep: 0.01), step: 0)
    let levels = Set(memory.learned.heatmap(isAbsolute: false).levels)
    #expect(levels.isSuperset(of: Set(1...7)))
    #expect(Set(memory.learned.heatmap(isAbsolute: true).levels) == [4])
    let scale = memory.learned.scale(isAbsolute: false)
    #expect(scale?.words(at: 1).below == ".49" || scale?.words(at: 1).below == ".488")
    #expect(memory.learned.scale(isAbsolute: true)?.words(at: 1).above == "1")
  }

  @Test func `D's step changes the picture that it makes`() {
    // Six presses of d: each moves D by a thousandth.
    var memory = PlaneMemory()
    var pictures: [[UInt8]] = []
    for press in 0..<6 {
      memory.take(plane(0.2 * Double(press), steep: 0.006), step: press)
      pictures.append(memory.learned.heatmap(isAbsolute: false).levels)
    }
    for (one, next) in zip(pictures, pictures.dropFirst()) {
      #expect(zip(one, next).count { $0 != $1 } > 40)
    }
  }

  @Test func `while it trains the field changes a few times a second, its line with its colours`() {
    var bench = Fixture.running()
    func show(_ shift: Float, at seconds: Double, _ status: RunStatus = .training) {
      var moment = Fixture.moment(step: 6_200, status: status)
      moment.columns[0].picture = .plane(
        PlaneFixture.plane(PlaneLook(columns: 68, rows: 34), shift: shift))
      _ = bench.update(.tick(seconds: seconds))
      _ = bench.update(.report(.moment(moment)))
    }
    func look() -> (grounds: [Ground], line: [Int]) {
      let cells = bench.view().cells
      return (
        cells.map(\.style.background),
        cells.indices.filter { cells[$0].style.foreground == .boundary }
      )
    }
    show(0, at: 2)
    let first = look()
    show(1, at: 2.1)
    let second = look()
    #expect(second.grounds == first.grounds && second.line == first.line)
    show(1, at: 2.5)
    let third = look()
    #expect(third.grounds != first.grounds && third.line != first.line)
    show(-1, at: 2.6, .paused)
    #expect(look().grounds != third.grounds, "a person who stepped sees it at once")
  }

  @Test func `an output that is no probability is told as it is`() {
    var plane = plane(0)
    plane.answers = .score
    plane.scores = Field(
      columns: 40, rows: 20, values: plane.field.values.map { ($0 - 0.5) * 3_000 })
    var memory = PlaneMemory()
    memory.take(plane, step: 0)
    #expect(memory.learned.scale(isAbsolute: false)?.words(at: 1).below == "-20")
    #expect(memory.learned.scale(isAbsolute: false)?.words(at: 1).above == "20")
    #expect(memory.learned.scale(isAbsolute: true)?.words(at: 1).above == "1")
  }

  @Test func `where only differences count, the middle lies between the data and the samples`() {
    var plane = plane(0)
    plane.answers = .comparison
    (plane.real, plane.generated) = ([SIMD2(2.9, 0)], [SIMD2(0.1, 0)])
    plane.scores = Field(
      columns: 40, rows: 20, values: plane.field.values.map { 700 + ($0 - 0.5) * 1_000 })
    var memory = PlaneMemory()
    memory.take(plane, step: 0)
    let places = memory.learned.line.pieces.flatMap { [$0.start.x, $0.end.x] }
    #expect(!places.isEmpty)
    for place in places { #expect(abs(place - 0.75) < 0.05) }
    #expect(memory.learned.scale(isAbsolute: false)?.words(at: 0).above.hasPrefix("70") == true)
    plane.generated = [SIMD2(9, 9)]
    memory.take(plane, step: 1)
    for piece in memory.learned.line.pieces { #expect(abs(piece.start.x - 0.5) < 0.05) }
  }

  @Test(arguments: [
    (0.05, ".488", ".512"), (0.02, ".495", ".505"), (0.001, ".4998", ".5002"), (1, ".27", ".73"),
    (5, ".01", ".99"),
  ])
  func `the ends of a scale have the digits that tell them apart`(
    gain: Double, below: String, above: String
  ) {
    let words = FieldScale(kind: .probability, gain: gain).words(at: 1)
    #expect(words.below == below && words.above == above)
  }

  @Test func `the middle of a scale is said as it is`() {
    #expect(FieldScale(kind: .probability, gain: 1).words(at: 0).above == ".5")
    #expect(FieldScale(kind: .difference, gain: 0.1).words(at: 0).above == "0")
    #expect(FieldScale(kind: .difference, gain: 0.1).words(at: 1) == ("-.1", "+.1"))
  }

  @Test func `a logit is finite however sure D is`() {
    for value: Float in [0, 1, 0.5, 1e-30] { #expect(FieldScale.logit(value).isFinite) }
    #expect(FieldScale.logit(0.5) == 0)
    #expect(FieldScale.logit(0.75) == -FieldScale.logit(0.25))
  }

  @Test func `A turns the colours to what is the same for every frame, and back`() {
    var bench = Fixture.running()
    var moment = Fixture.moment(step: 6_200)
    moment.columns[0].picture = .plane(plane(0.3))
    _ = bench.update(.report(.moment(moment)))
    let coloured = bench.view()
    #expect(Set((2..<60).map { coloured[15, $0].style.background }).count > 4)
    #expect(bench.view().text.contains("D .488 ") || bench.view().text.contains("D .49 "))
    _ = bench.update(.key(.character("A")))
    #expect(bench.view().text.contains("Absolute colours"))
    #expect(bench.view().text.contains("D 0 "))
    // The legend has all of them; the plane has none.
    let frame = bench.view()
    let inside = Set((2..<30).flatMap { row in (2..<60).map { frame[row, $0].style.background } })
    #expect(inside == [.field(4)])
    _ = bench.update(.key(.character("A")))
    #expect(bench.view().cells.map(\.style.background) == coloured.cells.map(\.style.background))
  }
}
