import Testing

@Test func `CKernels stub`() { #expect(Bool(true)) }
