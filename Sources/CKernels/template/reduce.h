// Sums and maxima of rows and columns, in the stated order.

/// The lanes of four rows advance together: one row alone would wait for its own additions.
CK_INLINE void sum_rows_of_lanes(const float *from, ptrdiff_t from_row, ptrdiff_t columns,
                                 float *to, ptrdiff_t to_step, const int height) {
  lanes sum[4];
  CK_UNROLL for (int i = 0; i < height; i++) sum[i] = splat(0.0f);
  ptrdiff_t j = 0;
  for (; j + CK_LANES <= columns; j += CK_LANES) {
    CK_UNROLL for (int i = 0; i < height; i++) sum[i] += load(from + i * from_row + j);
  }
  if (j < columns) {
    const integers valid = first(columns - j);
    CK_UNROLL for (int i = 0; i < height; i++) {
      sum[i] = valid ? sum[i] + load(from + i * from_row + j) : sum[i];
    }
  }
  CK_UNROLL for (int i = 0; i < height; i++) to[i * to_step] = join(sum[i]);
}

static void sum_columns(const float *from, ptrdiff_t from_row, int32_t rows, int32_t columns,
                        float *to, ptrdiff_t to_step) {
  int i = 0;
  for (; i + 4 <= rows; i += 4) {
    sum_rows_of_lanes(from + i * from_row, from_row, columns, to + i * to_step, to_step, 4);
  }
  for (; i < rows; i++) {
    sum_rows_of_lanes(from + i * from_row, from_row, columns, to + i * to_step, to_step, 1);
  }
}

/// `width` vectors of columns, down all rows.
CK_INLINE void sum_down(const float *from, ptrdiff_t from_row, int32_t rows, ptrdiff_t columns,
                        float *to, const int width) {
  lanes sum[4];
  CK_UNROLL for (int v = 0; v < width; v++) sum[v] = splat(0.0f);
  for (; rows > 0; rows--, from += from_row) {
    CK_UNROLL for (int v = 0; v < width; v++) sum[v] += load(from + CK_LANES * v);
  }
  CK_UNROLL for (int v = 0; v < width; v++) {
    store_part(to + CK_LANES * v, sum[v], columns - CK_LANES * v);
  }
}

static void sum_rows(const float *from, ptrdiff_t from_row, int32_t rows, int32_t columns,
                     float *to) {
  ptrdiff_t j = 0;
  for (; j + 4 * CK_LANES <= columns; j += 4 * CK_LANES) {
    sum_down(from + j, from_row, rows, 4 * CK_LANES, to + j, 4);
  }
  for (; j < columns; j += CK_LANES) sum_down(from + j, from_row, rows, columns - j, to + j, 1);
}

CK_INLINE lanes larger(lanes a, lanes b) { return ((a > b) | (a != a)) ? a : b; }

static void maximum_columns(const float *from, ptrdiff_t from_row, int32_t rows, int32_t columns,
                            float *to, ptrdiff_t to_step) {
  for (; rows > 0; rows--, from += from_row, to += to_step) {
    lanes best = splat(-__builtin_inff());
    ptrdiff_t j = 0;
    for (; j + CK_LANES <= columns; j += CK_LANES) best = larger(best, load(from + j));
    if (j < columns) best = first(columns - j) ? larger(best, load(from + j)) : best;
    best = larger(best, best.s45670123);
    best = larger(best, best.s23016745);
    best = larger(best, best.s10325476);
    *to = best.x;
  }
}
