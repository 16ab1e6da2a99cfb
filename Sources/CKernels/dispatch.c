// Which kinds this processor can run, best first.
#include "kinds.h"

#include <stddef.h>

const ck_kernels *ck_available(int32_t index) {
#if defined(__x86_64__)
  __builtin_cpu_init();
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") &&
      __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512bw")) {
    if (index == 0) return &ck_kind_avx512;
    index--;
  }
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) {
    if (index == 0) return &ck_kind_avx2;
    index--;
  }
#elif defined(__aarch64__)
  if (index == 0) return &ck_kind_neon;
  index--;
#endif
  return index == 0 ? &ck_kind_portable : NULL;
}

const ck_kernels *ck_best(void) { return ck_available(0); }
