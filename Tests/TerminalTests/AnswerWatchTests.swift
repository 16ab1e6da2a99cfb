import Plotting
import Testing
import ganbook

/// Answers of the terminal in pieces: none of them is a key, and keys stay keys.
@Suite struct AnswerWatchTests {
  /// Types pieces with so many seconds before each, and gives out what time does.
  private func typed(
    _ pieces: [(after: Double, text: String)], owing: [AnswerWatch.Answer] = [.ground, .kind],
    then rest: Double = 0
  ) -> (keys: String, arrivals: Int, watch: AnswerWatch) {
    var watch = AnswerWatch()
    watch.expect(owing, at: 0)
    var keys: [UInt32] = []
    var (now, arrivals) = (0.0, 0)
    for piece in pieces {
      if watch.deadline <= now + piece.after { keys += watch.expire(at: now + piece.after) }
      now += piece.after
      for scalar in piece.text.unicodeScalars {
        let outcome = watch.take(scalar.value, at: now)
        keys += outcome.keys
        arrivals += outcome.hasArrived ? 1 : 0
      }
    }
    keys += watch.expire(at: now + rest)
    return (String(String.UnicodeScalarView(keys.compactMap(Unicode.Scalar.init))), arrivals, watch)
  }

  private static let answers = [
    "\u{1B}]11;rgb:ffff/ffff/ffff\u{1B}\\\u{1B}[?62;22c",
    "\u{1B}]11;rgb:ff/ff/ff\u{7}\u{1B}[?6c", "\u{1B}]11;#ffffff\u{7}\u{1B}[?1;2c", "\u{1B}[?62c",
  ]

  @Test(arguments: answers, [0, 0.3, 0.45])
  func `an answer that is cut anywhere holds no key, and a key behind it arrives`(
    answer: String, pause: Double
  ) {
    let scalars = Array(answer.unicodeScalars)
    for cut in 1..<scalars.count {
      let parts = [scalars[..<cut], scalars[cut...]].map { part in
        String(String.UnicodeScalarView(part))
      }
      let (keys, _, watch) = typed([(0.4, parts[0]), (pause, parts[1]), (0, "q")], then: 9)
      #expect(keys == "q", "cut at \(cut)")
      #expect(!watch.isInside && watch.deadline == .infinity)
    }
    let (keys, _, _) = typed(scalars.map { (pause, String($0)) } + [(pause, "q")], then: 9)
    #expect(keys == "q", "letter by letter")
  }

  @Test func `an escape alone is the key after half a second, and with another key at once`() {
    #expect(typed([(0, "\u{1B}")], then: 0.4).keys == "")
    #expect(typed([(0, "\u{1B}")], then: 0.5).keys == "\u{1B}")
    let begun = "\u{1B}]11;rgb:0/0/0\u{7}\u{1B}"
    #expect(typed([(0, begun)], then: 1.4).keys == "", "an answer is on its way")
    #expect(typed([(0, begun)], then: 1.5).keys == "\u{1B}")
    #expect(typed([(0, "\u{1B}"), (0.2, "q")]).keys == "\u{1B}q")
    #expect(typed([(0, "\u{1B}"), (0.1, "\u{1B}")], then: 1).keys == "\u{1B}\u{1B}")
    #expect(typed([(0, "\u{1B}[q")]).keys == "\u{1B}[q", "no answer begins so")
  }

  @Test func `behind an escape that was given out the rest is still none`() {
    let late = [(0.0, "\u{1B}"), (1.5, "]11;rgb:0/0/0\u{7}"), (0, "q")]
    #expect(typed(late).keys == "\u{1B}q")
  }

  @Test func `where nothing is outstanding an escape is the key at once`() {
    #expect(typed([(0, "\u{1B}]q")], owing: []).keys == "\u{1B}]q")
    let answered = [(0.0, "\u{1B}[?62c"), (0, "\u{1B}")]
    #expect(typed(answered).keys == "\u{1B}", "behind its kind a terminal tells no ground")
    #expect(typed([(11, "\u{1B}")]).keys == "\u{1B}", "no terminal takes so long")
  }

  @Test func `a broken answer does not take the keyboard with it`() {
    #expect(typed([(0, "\u{1B}]11;rgb:ff"), (1, "q")]).keys == "q")
    #expect(typed([(0, "\u{1B}]11;rgb:ff"), (6, "d")]).keys == "d")
    let long = "\u{1B}]11;" + String(repeating: "f", count: 64)
    #expect(typed([(0, long), (0, "d")]).keys == "d")
  }

  @Test func `an answer about arrival comes in pieces as well`() {
    for cut in 1..<4 {
      let parts = ["\u{1B}[0n".prefix(cut), "\u{1B}[0n".dropFirst(cut)].map { String($0) }
      let (keys, arrivals, _) = typed([(0, parts[0]), (0.4, parts[1])], owing: [.arrival])
      #expect(keys == "" && arrivals == 1)
    }
  }

  @Test func `what came in the first moment is gone on with`() {
    var query = BackgroundQuery()
    for byte in "a\u{1B}]11;rgb:ff/ff/ff\u{1B}".utf8 { query.take(byte) }
    #expect(query.outstanding == [.kind] && query.typed == Array("a".utf8))
    #expect(query.unfinished == Array("\u{1B}]11;rgb:ff/ff/ff\u{1B}".utf8))
    for byte in "\\".utf8 { query.take(byte) }
    #expect(query.unfinished.isEmpty && query.base == .light)
    for byte in "\u{1B}[?62".utf8 { query.take(byte) }
    #expect(query.unfinished == Array("\u{1B}[?62".utf8) && query.outstanding == [.kind])
    query.take(UInt8(ascii: "c"))
    #expect(query.outstanding.isEmpty && query.unfinished.isEmpty)
  }
}
