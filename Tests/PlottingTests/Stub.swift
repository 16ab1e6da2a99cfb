import Testing

@Test func `Plotting stub`() { #expect(Bool(true)) }
