import Testing

@Test func `Tidy stub`() { #expect(Bool(true)) }
