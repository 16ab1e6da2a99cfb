import Plotting
import Testing

@Suite struct SVGTests {
  @Test func `elements nest and end`() {
    var svg = SVG()
    svg.group("g", ["id": "a"]) { svg in
      svg.element("rect", ["width": "1", "height": "2"])
      svg.text("a < b", ["x": "0"])
    }
    #expect(
      svg.text == "<g id=\"a\">\n<rect width=\"1\" height=\"2\"/>\n"
        + "<text x=\"0\">a &lt; b</text>\n</g>\n")
  }

  @Test func `what XML has no place for is replaced`() {
    #expect(SVG.escaped("\"a\" & 'b' <c>") == "&quot;a&quot; &amp; 'b' &lt;c&gt;")
    #expect(SVG.escaped("\u{0}\u{1B}\u{FFFE}\u{85}") == "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}")
    #expect(SVG.escaped("one\ntwo") == "one two")
  }

  @Test(
    arguments: [(1.0, "1"), (0.25, "0.25"), (1.0 / 3, "0.33"), (-0.001, "0"), (.infinity, "0")])
  func `coordinates are short`(value: Double, text: String) {
    #expect(SVG.number(value) == text)
  }
}
