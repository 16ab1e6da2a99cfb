private import CKernelChecks
private import CKernels
private import Notebook

/// Every kernel of every kind that this processor can run, against a scalar reference with the same
/// order of sums, bit for bit, over random shapes, strides, alignments and special values.
enum KernelCheck {
  /// Prints a line a kernel.
  /// - Returns: how many cases differed.
  static func run(cases: Int) throws(Failure) -> Int {
    var (kind, failures): (Int32, Int) = (0, 0)
    while let kernels = ck_available(kind) {
      var kernel: Int32 = 0
      while let name = ckc_name(kernel) {
        var report = ckc_check(kernels, kernel, 1, Int32(cases))
        let first = withUnsafeBytes(of: &report.first) { bytes in
          String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
        let bits = String(report.hash, radix: 16)
        let words = [
          String(cString: kernels.pointee.name).padded(to: 10),
          String(cString: name).padded(to: 16),
          "\(report.cases) cases, \(report.failures) differ, bits",
          String(repeating: "0", count: 16 - bits.count) + bits, first,
        ]
        try Console.print(words.filter { !$0.isEmpty }.joined(separator: " "))
        failures += Int(report.failures)
        kernel += 1
      }
      kind += 1
    }
    return failures
  }
}
