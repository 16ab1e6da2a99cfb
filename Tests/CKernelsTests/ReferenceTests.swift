import CKernelChecks
import CKernels
import Testing

@Suite struct ReferenceTests {
  /// A second or two; `ganbook doctor --kernels 10000` takes more.
  static let cases: Int32 = 150
  static let kernels: [Int32] = {
    var count: Int32 = 0
    while ckc_name(count) != nil { count += 1 }
    return Array(0..<count)
  }()

  @Test(arguments: Kind.all, kernels)
  func `a kernel's bits are its scalar reference's on random cases`(_ kind: Kind, _ kernel: Int32) {
    var report = ckc_check(ck_available(kind.index), kernel, 7, Self.cases)
    let name = ckc_name(kernel).map { String(cString: $0) } ?? ""
    #expect(report.cases == Self.cases)
    #expect(report.failures == 0, "\(name): \(words(&report))")
  }

  @Test func `every kernel of the table is checked`() {
    let names = Self.kernels.compactMap { ckc_name($0).map { String(cString: $0) } }
    let tabled = [
      "product", "dots", "chain", "sum_columns", "sum_rows", "maximum_columns", "transpose",
      "normals", "uniforms",
    ]
    #expect(Set(names).isSuperset(of: tabled))
    #expect(Set(names).count == names.count)
  }

  /// A reference that lets everything pass would be none.
  @Test func `a kernel that adds in another order, or writes too far, is found out`() throws {
    var wrong = ck_best().pointee
    wrong.sum_rows = { from, step, rows, columns, to in
      guard let from, let to else { return }
      for column in 0..<Int(columns) {
        to[column] = (0..<Int(rows)).reversed().reduce(Float(0)) { $0 + from[$1 * step + column] }
      }
    }
    wrong.transpose = { from, step, rows, columns, to, toStep in
      ck_best().pointee.transpose(from, step, rows, columns, to, toStep)
      to?[-1] = 0
    }
    wrong.uniforms = { ck_best().pointee.normals($0) }
    for name in ["sum_rows", "transpose", "uniforms"] {
      let kernel = try #require(
        Self.kernels.first { ckc_name($0).map { String(cString: $0) } == name })
      var report = ckc_check(&wrong, kernel, 7, Self.cases)
      #expect(report.failures > Self.cases / 4, "\(name)")
      #expect(words(&report).contains("not"))
    }
  }

  private func words(_ report: inout ckc_report) -> String {
    withUnsafeBytes(of: &report.first) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
  }
}
