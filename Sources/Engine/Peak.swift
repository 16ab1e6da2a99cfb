private import CKernels

extension Program {
  /// Independent fused multiply–adds of the kind that the kernels use, on the caller's thread and
  /// from registers alone: timed, they are the peak that no program can pass.
  ///
  /// - Returns: the floating-point operations done, two for each multiply–add.
  public static func spin(rounds: Int) -> Double {
    ck_best().pointee.spin(Int64(rounds))
  }
}
