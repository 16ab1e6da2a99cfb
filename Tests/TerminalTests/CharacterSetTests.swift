import Testing
import ganbook

@Suite struct CharacterSetTests {
  private func decide(_ codeset: String, _ wanted: String?, _ terminal: Bool)
    -> CharacterSet.Decision
  {
    CharacterSet.decide(codeset: codeset, wanted: wanted, terminalIsUTF8: terminal)
  }

  @Test func `a locale in UTF-8 is taken at its word`() {
    #expect(decide("UTF-8", "de_DE.UTF-8", false) == .utf8)
    #expect(decide("utf8", "C.utf8", false) == .utf8)
  }

  @Test func `a locale that is not installed still says what the terminal shows`() {
    #expect(decide("ANSI_X3.4-1968", "tlh_QO.UTF-8", false) == .utf8ByDefault)
  }

  @Test func `LANG=C asks for ASCII, on any terminal`() {
    #expect(decide("ANSI_X3.4-1968", "C", true) == .ascii)
    #expect(decide("ISO-8859-1", "de_DE", true) == .ascii)
  }

  @Test func `without any locale the terminal is asked`() {
    #expect(decide("ANSI_X3.4-1968", nil, true) == .utf8ByDefault)
    #expect(decide("ANSI_X3.4-1968", "", true) == .utf8ByDefault)
    #expect(decide("ANSI_X3.4-1968", nil, false) == .ascii)
  }
}
