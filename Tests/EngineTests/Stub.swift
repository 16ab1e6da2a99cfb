import Testing

@Test func `Engine stub`() { #expect(Bool(true)) }
