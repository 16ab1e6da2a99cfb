// All kernels of one kind, and the table of them.
#include "vector.h"
#include "functions.h"
#include "tile.h"
#include "product.h"
#include "dots.h"
#include "operations.h"
#include "strip.h"
#include "thin.h"
#include "chain.h"
#include "reduce.h"
#include "transpose.h"
#include "philox.h"
#include "random.h"

/// Twelve independent sums, as in the widest tile, and nothing to load.
static double spin(int64_t iterations) {
  enum { SUMS = 6 * CK_WIDTH };
  lanes sum[SUMS];
  CK_UNROLL for (int i = 0; i < SUMS; i++) sum[i] = splat((float)i);
  const lanes factor = splat(0.999f), term = splat(0.001f);
  for (int64_t i = 0; i < iterations; i++) {
    CK_UNROLL for (int j = 0; j < SUMS; j++) sum[j] = fused(sum[j], factor, term);
  }
  // The compiler may not find out that nobody looks at the sums.
  CK_UNROLL for (int i = 0; i < SUMS; i++) __asm__ volatile("" : : "m"(sum[i]));
  return 2.0 * SUMS * CK_LANES * (double)iterations;
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
