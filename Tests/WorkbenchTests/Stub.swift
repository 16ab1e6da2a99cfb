import Testing

@Test func `Workbench stub`() { #expect(Bool(true)) }
