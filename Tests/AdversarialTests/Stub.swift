import Testing

@Test func `Adversarial stub`() { #expect(Bool(true)) }
