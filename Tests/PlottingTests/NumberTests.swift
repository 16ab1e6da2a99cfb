import Plotting
import Testing

@Suite struct NumberTests {
  @Test(arguments: [
    (0.0001, "1e-4"), (0.00015, "1.5e-4"), (0.5, "0.5"), (0.999, "0.999"), (512, "512"), (0, "0"),
    (25_000, "25000"), (0.01, "0.01"), (2e9, "2e9"), (-3, "-3"), (0.30000000000000004, "0.3"),
    (.nan, "NaN"), (-.infinity, "-inf"),
  ])
  func `a value is as short as a person writes it`(value: Double, text: String) {
    #expect(Number.short(value) == text)
  }

  @Test(arguments: [0, 0.001, 0.5, 9.9996, 12.3, -0.4, 123_456, 1e9, -1e300, .nan, .infinity])
  func `a fitted value takes the width it was given`(value: Double) {
    for width in 1...9 { #expect(Number.fitted(value, width: width, places: 3).count == width) }
  }

  @Test func `decimals give way before the width does`() {
    #expect(Number.fitted(0.41234, width: 6, places: 3) == " 0.412")
    #expect(Number.fitted(12345.678, width: 6, places: 3) == " 12346")
    #expect(Number.fitted(1_234_567, width: 6, places: 3) == "1.23e6")
  }

  @Test func `thousands stand apart`() {
    #expect(Number.spaced(0) == "0")
    #expect(Number.spaced(999) == "999")
    #expect(Number.spaced(25_000) == "25 000")
    #expect(Number.spaced(-1_234_567) == "-1 234 567")
  }

  @Test func `seconds become a clock`() {
    #expect(Number.clock(15) == "0:15")
    #expect(Number.clock(3_723) == "1:02:03")
    #expect(Number.clock(.nan) == "-:--")
  }
}
