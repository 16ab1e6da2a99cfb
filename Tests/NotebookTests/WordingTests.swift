import Adversarial
import Notebook
import Testing

@Suite struct WordingTests {
  @Test(arguments: [
    (0.0, "0"), (3.0, "3"), (-2.0, "-2"), (0.5, "0.5"), (1e-6, "1e-6"), (2.5e-7, "2.5e-7"),
    (1e20, "1e20"), (0.1 + 0.2, "0.30000000000000004"), (4_096.0, "4096"),
  ])
  func `a number is written short and reads back`(value: Double, text: String) {
    #expect(Wording.number(value) == text)
    #expect(Double(Wording.number(value)) == value)
  }

  @Test(arguments: [
    (0, "0"), (999, "999"), (1_000, "1 000"), (25_000, "25 000"), (1_234_567, "1 234 567"),
    (-1_000, "-1 000"),
  ])
  func `thousands are set apart`(value: Int, text: String) {
    #expect(Wording.count(value) == text)
  }

  @Test func `a foreign text can't move the cursor`() {
    #expect(
      Wording.line("a\u{1B}[2J\nb\u{202E}c\u{9B}") == "a\u{FFFD}[2J\u{FFFD}b\u{FFFD}c\u{FFFD}")
    #expect(Wording.quoted(String(repeating: "x", count: 50)).count == 42)
  }

  @Test func `a paragraph breaks between words`() {
    #expect(Wording.wrapped("one two  three\nfour", columns: 9) == "one two\nthree\nfour")
    #expect(Wording.wrapped("a-long-word b", columns: 4) == "a-long-word\nb")
    #expect(Wording.wrapped("", columns: 4) == "")
  }

  @Test func `a measure is written as its kind wants`() {
    func words(_ format: Measurement.Format, _ value: Double) -> String {
      Measurement("m", title: "m", value: 0, ofReal: 0, format: format).words(value)
    }
    #expect(words(.count(of: 8), 3) == "3 of 8")
    #expect(words(.percent, 0.5124) == "51.2 %")
    #expect(words(.number, 0.8704) == "0.870")
    #expect(words(.number, .nan) == "-")
    #expect(words(.number, .infinity) == "infinite")
  }

  @Test func `a number's groups stay in one line`() {
    #expect(Wording.wrapped("at step 2 000, reached", columns: 9) == "at step\n2 000,\nreached")
    #expect(Wording.wrapped("seed 7, 100 games", columns: 9) == "seed 7,\n100 games")
  }
}
