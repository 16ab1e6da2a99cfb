import Testing

@testable import Adversarial

/// Data as a text: read, written, refused.
@Suite struct DataFormTests {
  private let spiral = PointSet(name: "my spiral.csv", points: [SIMD2(1, 2), SIMD2(3, 4)])

  private func form(_ text: String) throws(DataError) -> DataForm {
    try DataReader.form(text, points: [spiral])
  }

  private func sentence(_ text: String) -> String? {
    do {
      _ = try form(text)
      return nil
    } catch {
      return error.sentence
    }
  }

  @Test(
    arguments: [
      ("none", "none"), (" none ", "none"), ("modes:(1,2)", "modes:(1,2)"),
      ("modes: ( 1 , −2.50 , .1 ) , (3,4,0,2);(5,6,1,1)", "modes:(1,-2.5,0.1)(3,4,0,2)(5,6,1)"),
      ("+(0,0)", "+(0,0)"), ("-3 -1 + (1e-3,0)(2,2)", "-3-1+(0.001,0)(2,2)"), ("-8", "-8"),
      ("text: gan 14!", "text:GAN 14!"),
      ("curve: cos( t ), sin(2*t)", "curve:cos(t),sin(2*t)"),
      ("curve:t,t^2; t = -1 .. 2*pi", "curve:t,t^2;t=-1.0..6.283185307179586"),
      ("points:my-spiral.csv", "points:my-spiral.csv#34fad2d4e4d6d6a5"),
    ])
  func `a text reads as it is meant, and is written one way`(text: String, canonical: String) throws
  {
    var wanted = canonical
    if text.hasPrefix("points") { wanted = "points:my-spiral.csv#\(spiral.digest)" }
    let form = try form(text)
    #expect(form.text == wanted)
    #expect(try self.form(form.text) == form)
  }

  @Test(
    arguments: [
      ("", "expected none, modes:, text:, curve:, points:, or modes to add as +(x,y)"),
      ("mode:(1,2)", "expected none, modes:, text:, curve:, points:, or modes to add as +(x,y)"),
      ("modes:", "expected a mode, as (x,y) or (x,y,deviation,weight) at character 7, not the end"),
      ("modes:(1,x)", "expected y, a number at character 10, not 'x)'"),
      ("modes:(1 2)", "expected ',' and y at character 10, not '2)'"),
      ("modes:(1,2", "expected ')' at character 11, not the end"),
      ("modes:(1,2001)", "expected y from -1000 to 1000 at character 14, not ')'"),
      ("modes:(1,2,-1)", "expected a deviation from 0.001 to 10 at character 14, not ')'"),
      ("modes:(1,2,1,0)", "expected a weight from 0.001 to 1000 at character 15, not ')'"),
      ("modes:(nan,2)", "expected x, a number at character 8, not 'nan,2)'"),
      ("-1.5", "expected '+' and modes to add, as +(x,y) at character 3, not '.5'"),
      ("-0", "expected the number of a mode, from 1 at character 2, not '0'"),
      ("-2-2", "a mode is left out twice at character 5, not the end"),
      ("-2(1,1)", "expected '+' and modes to add, as +(x,y) at character 3, not '(1,1)'"),
      ("text:", "expected a text of 1 to 16 letters, as text:GAN"),
      ("text:naïve", "the letter 'Ï' has no dots here; there are \(DotFont.letters)"),
      ("curve:t", "expected two formulas of t, as curve:cos(t),sin(2*t)"),
      ("curve:t,t;t=2..1", "expected a range behind ';', as t=0..2*pi, not 't=2..1'"),
      ("curve:t,foo(t)", "in 'foo(t)', the formula for y"),
      ("points:x.csv", "there are no points 'x.csv' here; the points are: my-spiral.csv"),
    ])
  func `what describes no data is refused with the place`(text: String, sentence: String) {
    #expect(self.sentence(text) == sentence)
  }

  @Test func `too much is refused before it is read`() {
    let many = "modes:" + (0...OwnMode.most).map { "(\($0),0)" }.joined()
    #expect(sentence(many) == "65 modes; a mixture of your own has at most 64")
    let long = "modes:" + String(repeating: "(0,0)", count: 2_000)
    #expect(sentence(long)?.hasPrefix("longer than 8000") == true)
    #expect(sentence("curve:" + String(repeating: "(", count: 5_000) + ",t") != nil)
  }

  /// A reader of foreign texts may refuse, and nothing else; what it takes reads back as the same.
  @Test(arguments: UInt64(0)..<20)
  func `mutated texts never trap`(seed: UInt64) throws {
    let seeds = [
      "modes:(1,2,0.1,3)(-1,0)", "-3-1+(0,0,0.1)", "text:GAN 14!", "curve:cos(t),sin(2*t);t=0..1",
      "points:my-spiral.csv#\(spiral.digest)", "none",
    ]
    let pieces = [
      "(", ")", ",", ";", "+", "-", "−", ":", "#", "..", "t=", "1e999", "1e-50", "\u{0}", "é",
      "\u{301}", "\n", " ", "modes:", "9999999999999999999", "0x1", "nan", "^", "👩‍👩‍👧", "(((",
    ]
    var random = SystemlessGenerator(seed: seed)
    for _ in 0..<500 {
      var letters = Array(seeds.randomElement(using: &random) ?? "")
      for _ in 0...Int.random(in: 0..<4, using: &random) {
        let place = Int.random(in: 0...letters.count, using: &random)
        if place < letters.count, Bool.random(using: &random) { letters.remove(at: place) }
        if Bool.random(using: &random) {
          letters.insert(
            contentsOf: pieces.randomElement(using: &random) ?? "", at: min(place, letters.count))
        }
      }
      guard let form = try? form(String(letters)) else { continue }
      #expect(try self.form(form.text) == form, "\(form.text)")
      #expect(!form.title.isEmpty)
      if case .curve(let curve) = form { _ = try? curve.points() }
    }
  }
}

/// Random numbers of a seed.
struct SystemlessGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    var value = state
    value = (value ^ (value >> 33)) &* 0xff51_afd7_ed55_8ccd
    return value ^ (value >> 33)
  }
}
