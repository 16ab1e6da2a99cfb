// Eight lanes of float: the one width in which every kind of kernel adds lanes up. A processor with
// narrower registers splits them; the bits do not depend on that. Where lanes never meet (products,
// elementwise operations, draws) a kind with wider registers computes in `broad` vectors.
//
// The files of this folder are compiled once per kind, from a .c file that has set
//   CK_FUSED   1 where multiply–add rounds once
//   CK_BROAD   lanes of a broad vector: 8 or 16
//   CK_WIDTH   how many broad vectors wide the tile of `product` is
//   CK_NAME, CK_TABLE   the kind's name and its table of kernels
// and, around them, the target attribute. So all is static here, and what is called in a loop is
// inlined by force: a call across target attributes or with vectors by value would cost dearly.
#include "../include/CKernels.h"

#pragma STDC FP_CONTRACT OFF

#define CK_INLINE static inline __attribute__((always_inline, unused, overloadable))
#define CK_UNROLL _Pragma("clang loop unroll(full)")

typedef float lanes __attribute__((ext_vector_type(8)));
typedef float half_lanes __attribute__((ext_vector_type(4)));
typedef float pair __attribute__((ext_vector_type(2)));
typedef int32_t integers __attribute__((ext_vector_type(8)));
typedef uint32_t words __attribute__((ext_vector_type(8)));
typedef uint64_t wide_words __attribute__((ext_vector_type(4)));

typedef float broad __attribute__((ext_vector_type(CK_BROAD)));
typedef int32_t broad_integers __attribute__((ext_vector_type(CK_BROAD)));
typedef uint32_t broad_words __attribute__((ext_vector_type(CK_BROAD)));
typedef uint64_t broad_wide_words __attribute__((ext_vector_type(CK_BROAD / 2)));

typedef lanes loose_lanes __attribute__((aligned(4)));
typedef half_lanes loose_half __attribute__((aligned(4)));
typedef pair loose_pair __attribute__((aligned(4)));
typedef broad loose_broad __attribute__((aligned(4)));

enum { CK_LANES = 8 };

CK_INLINE lanes load(const float *from) { return *(const loose_lanes *)from; }

CK_INLINE void store(float *to, lanes value) { *(loose_lanes *)to = value; }

/// Stores the first `count` lanes (all where there are more) and touches nothing behind them.
CK_INLINE void store_part(float *to, lanes value, ptrdiff_t count) {
  if (count >= CK_LANES) {
    store(to, value);
    return;
  }
  half_lanes half = value.lo;
  if (count & 4) {
    *(loose_half *)to = half;
    half = value.hi;
    to += 4;
  }
  pair two = half.lo;
  if (count & 2) {
    *(loose_pair *)to = two;
    two = half.hi;
    to += 2;
  }
  if (count & 1) *to = two.x;
}

CK_INLINE lanes splat(float value) { return (lanes)(value); }
CK_INLINE broad splat_broad(float value) { return (broad)(value); }

#if CK_FUSED
#define CK_FUSE(a, b, c) __builtin_elementwise_fma(a, b, c)
#else
#define CK_FUSE(a, b, c) ((a) * (b) + (c))
#endif

CK_INLINE lanes fused(lanes a, lanes b, lanes c) { return CK_FUSE(a, b, c); }

CK_INLINE broad load_broad(const float *from) { return *(const loose_broad *)from; }

#if CK_BROAD > 8
CK_INLINE broad fused(broad a, broad b, broad c) { return CK_FUSE(a, b, c); }
CK_INLINE void store(float *to, broad value) { *(loose_broad *)to = value; }

CK_INLINE void store_part(float *to, broad value, ptrdiff_t count) {
  if (count >= CK_BROAD) {
    store(to, value);
  } else if (count > CK_LANES) {
    store(to, value.lo);
    store_part(to + CK_LANES, value.hi, count - CK_LANES);
  } else {
    store_part(to, value.lo, count);
  }
}
#endif

/// Where a number is added to this one, its nearest integer is left in the low bits: a rounding
/// that every instruction set has.
static const float rounding_magic = 12582912.0f;  // 1.5 · 2²³

/// The join of eight partial sums, in the order that the contract states.
CK_INLINE float join(lanes sum) {
  half_lanes four = sum.lo + sum.hi;
  pair two = four.lo + four.hi;
  return two.x + two.y;
}

/// Lanes 0 ..< count are set.
CK_INLINE integers first(ptrdiff_t count) {
  const integers index = {0, 1, 2, 3, 4, 5, 6, 7};
  return index < (integers)((int32_t)count);
}

CK_INLINE ptrdiff_t smaller(ptrdiff_t a, ptrdiff_t b) { return a < b ? a : b; }
CK_INLINE ptrdiff_t rounded_up(ptrdiff_t count) { return (count + 7) & ~(ptrdiff_t)7; }
