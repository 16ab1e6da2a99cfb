// Every kernel against a scalar reference with the same order of sums, bit for bit, over random
// shapes, strides, alignments and values: ±0, denormals, ±∞, NaN and huge ones among them.
#ifndef CKERNELCHECKS_H
#define CKERNELCHECKS_H

#include "CKernels.h"

/// What a check came to. Which NaN comes out is no part of a contract: they all count as one.
typedef struct {
  int32_t cases;
  int32_t failures;
  /// Of all results' bits, in order: equal for all kinds with fused multiply–add.
  uint64_t hash;
  /// The first case that failed, in words; empty for none.
  char first[160];
} ckc_report;

/// The kernels that can be checked, in the order of CKernels.h; NULL past the last.
const char *ckc_name(int32_t kernel);

/// Checks one kernel of one kind on cases of a seed.
ckc_report ckc_check(const ck_kernels *kind, int32_t kernel, uint64_t seed, int32_t cases);

#endif
