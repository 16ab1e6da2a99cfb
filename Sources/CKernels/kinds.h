// The tables of the kinds that this build holds. Private to the target.
#ifndef CKERNELS_KINDS_H
#define CKERNELS_KINDS_H

#include "include/CKernels.h"

#if defined(__x86_64__)
extern const ck_kernels ck_kind_avx512;
extern const ck_kernels ck_kind_avx2;
#endif
#if defined(__aarch64__)
extern const ck_kernels ck_kind_neon;
#endif
extern const ck_kernels ck_kind_portable;

#endif
