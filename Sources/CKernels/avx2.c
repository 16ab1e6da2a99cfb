// x86-64 with AVX2 and FMA: sixteen registers of eight lanes. The attribute compiles this file for
// them in a build for plain x86-64; dispatch.c asks the processor before it hands the table out.
#include "kinds.h"

#if defined(__x86_64__)
#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)
#define CK_NAME "avx2+fma"
#define CK_TABLE ck_kind_avx2
#define CK_FUSED 1
#define CK_BROAD 8
#define CK_WIDTH 2
#include "template/kind.h"
#pragma clang attribute pop
#endif
