import Adversarial
import Notebook
import Testing

/// Every line of the plain notebook, and every way to mistype one.
@Suite struct PlainLineTests {
  @Test(
    arguments: [
      ("", .enter), ("  ", .enter), ("3", .number(3)), ("-0.5", .number(-0.5)), ("menu", .menu),
      ("?", .help), ("Q", .quit), ("quit", .quit), ("go", .command(.resume)),
      ("pause", .command(.pause)), ("step 10", .command(.advance(steps: 10))),
      ("step", .command(.advance(steps: 1))), ("d", .command(.stepPlayer(.discriminator))),
      ("g", .command(.stepPlayer(.generator))), ("mark", .command(.mark())),
      ("note  the blob hops = gone ", .command(.note("the blob hops = gone"))),
      ("set learningRate 2e-4", .set(name: "learningRate", value: "2e-4", side: nil)),
      ("set batch=64", .set(name: "batch", value: "64", side: nil)),
      ("set b.batch = 64", .set(name: "batch", value: "64", side: 1)),
      ("back 1200", .back(1_200)), ("live", .live), ("fork", .fork),
      ("twin", .command(.twin(of: 0))), ("save my-ring", .save("my-ring")),
      ("every 500", .every(500)), ("knobs", .knobs(nil)), ("knobs batch", .knobs("batch")),
      ("start mode-collapse?seed=7", .start("mode-collapse?seed=7")), ("guide", .guide),
    ] as [(String, PlainLine)])
  func `a line is read`(text: String, line: PlainLine) throws {
    #expect(try PlainLine(text) == line)
  }

  @Test(arguments: [
    ("paus", "there is no line 'paus'; did you mean 'pause'?"),
    ("step ten", "'step' wants a number of steps, not 'ten'"),
    ("step 0", "'step' wants a number of steps, not '0'"),
    ("back -1", "'back' wants a number of steps, not '-1'"),
    ("set batch", "the line is 'set KNOB VALUE'"),
    ("set e.batch 3", "there is no side 'e'; a run's sides are a, b, c and d"),
    ("go on", "'go' stands alone, without 'on'"), ("note", "the line is 'note TEXT'"),
    ("save", "the line is 'save NAME'"), ("\u{1B}[A", "there is no line '\u{FFFD}[a'"),
  ])
  func `a mistake gets one sentence`(text: String, sentence: String) {
    let error = #expect(throws: CommandError.self) { try PlainLine(text) }
    #expect(error?.description.hasPrefix(sentence) == true, "\(error?.description ?? "")")
  }

  @Test func `a line longer than any is refused`() {
    #expect(throws: CommandError("a line has at most 2 000 characters")) {
      try PlainLine("note " + String(repeating: "x", count: 3_000))
    }
  }

  @Test func `the manual's lines are lines`() throws {
    for (line, _) in PlainLine.manual {
      for form in line.split(separator: ", ") where !form.contains("KNOB VALUE") {
        #expect(throws: Never.self) { try PlainLine(String(form)) }
      }
    }
  }

  @Test func `what the manual quotes is a line too`() throws {
    let quoted = PlainLine.manual.flatMap { $0.meaning.matches(of: /'([^']+)'/) }
      .map { String($0.1) }
    #expect(quoted.count >= 4)
    for text in quoted {
      let line = text.contains("?") ? "start " + text : text
      #expect(throws: Never.self, "\(text)") { try PlainLine(line) }
    }
  }
}
