// All kernels of one kind, and the table of them.
#include "vector.h"
#include "functions.h"
#include "philox.h"
#include "draws.h"
#if CK_BROAD > 8
#include "broad.h"
#else
typedef blocks broad_blocks;
#endif
#include "tile.h"
#include "product.h"
#include "dots.h"
#include "operations.h"
#include "strip.h"
#include "thin.h"
#include "chain.h"
#include "reduce.h"
#include "transpose.h"
#include "random.h"

/// As many independent sums as the widest tile has, and nothing to load.
static double spin(int64_t iterations) {
  enum { SUMS = 6 * CK_WIDTH };
  broad sum[SUMS];
  CK_UNROLL for (int i = 0; i < SUMS; i++) sum[i] = splat_broad((float)i);
  const broad factor = splat_broad(0.999f), term = splat_broad(0.001f);
  for (int64_t i = 0; i < iterations; i++) {
    CK_UNROLL for (int j = 0; j < SUMS; j++) sum[j] = fused(sum[j], factor, term);
  }
  // The compiler may not find out that nobody looks at the sums.
  CK_UNROLL for (int i = 0; i < SUMS; i++) __asm__ volatile("" : : "m"(sum[i]));
  return 2.0 * SUMS * CK_BROAD * (double)iterations;
}

const ck_kernels CK_TABLE = {
    .name = CK_NAME,
    .fused = CK_FUSED,
    .product = product,
    .dots = dots,
    .chain = chain,
    .sum_columns = sum_columns,
    .sum_rows = sum_rows,
    .maximum_columns = maximum_columns,
    .transpose = transpose,
    .normals = normals,
    .uniforms = uniforms,
    .spin = spin,
};
