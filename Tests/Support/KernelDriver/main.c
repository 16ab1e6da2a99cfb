// All kernels of all kinds against their scalar reference, without Swift: for processors that one
// can only emulate. By hand, on a Debian with qemu-user and the cross libraries, from the
// package's folder:
//
//   clang --target=aarch64-linux-gnu -fuse-ld=/usr/bin/aarch64-linux-gnu-ld -static -O2 -std=c17 \
//     -ISources/CKernels/include -ISources/CKernelChecks/include Sources/CKernels/*.c \
//     Sources/CKernelChecks/*.c Tests/Support/KernelDriver/main.c -lm -o driver
//   qemu-aarch64 ./driver 10000
//
// The hashes of a fused kind are to be those that `ganbook doctor --kernels 10000` tells of one.
#include "CKernelChecks.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

int main(int count, char **arguments) {
  const int cases = count > 1 ? atoi(arguments[1]) : 200;
  int failures = 0;
  for (int32_t kind = 0; ck_available(kind) != NULL; kind++) {
    for (int32_t kernel = 0; ckc_name(kernel) != NULL; kernel++) {
      const ckc_report report = ckc_check(ck_available(kind), kernel, 1, cases);
      printf("%-10s %-16s %6d cases, %d differ, bits %016" PRIx64 " %s\n", ck_available(kind)->name,
             ckc_name(kernel), report.cases, report.failures, report.hash, report.first);
      failures += report.failures;
    }
  }
  return failures > 0;
}
