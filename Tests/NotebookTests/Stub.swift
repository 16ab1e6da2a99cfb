import Testing

@Test func `Notebook stub`() { #expect(Bool(true)) }
