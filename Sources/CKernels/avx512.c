// x86-64 with AVX-512: thirty-two registers of sixteen lanes. Where lanes are added up they stay
// eight, so that every sum has the order that it has elsewhere.
#include "kinds.h"

#if defined(__x86_64__)
#pragma clang attribute push(                                                    \
    __attribute__((target("avx512f,avx512vl,avx512dq,avx512bw,avx2,fma"))),      \
    apply_to = function)
#define CK_NAME "avx512"
#define CK_TABLE ck_kind_avx512
#define CK_FUSED 1
#define CK_BROAD 16
#define CK_WIDTH 4
#include "template/kind.h"
#pragma clang attribute pop
#endif
