// C = initial + A·Bᵀ for few columns: sums along k in eight lanes, several rows at once.

/// B's columns are laid out contiguously in runs of this many k; a whole column where it is short.
enum { CK_DOTS_RUN = 512, CK_DOTS_ROWS = 32 };

/// Takes k of 0 ..< inner into the lanes of `height` rows × `columns`, lanes kept at `kept`.
CK_INLINE void dots_tile(const float *a, ptrdiff_t a_row, const float *b, ptrdiff_t b_column,
                         ptrdiff_t inner, float *kept, const int height, const int columns) {
  lanes sum[8][8];
  CK_UNROLL for (int i = 0; i < height; i++) {
    CK_UNROLL for (int j = 0; j < columns; j++) {
      sum[i][j] = load(kept + CK_LANES * (i * columns + j));
    }
  }
  ptrdiff_t k = 0;
  for (; k + CK_LANES <= inner; k += CK_LANES) {
    lanes right[8];
    CK_UNROLL for (int j = 0; j < columns; j++) right[j] = load(b + j * b_column + k);
    CK_UNROLL for (int i = 0; i < height; i++) {
      lanes left = load(a + i * a_row + k);
      CK_UNROLL for (int j = 0; j < columns; j++) sum[i][j] = fused(left, right[j], sum[i][j]);
    }
  }
  if (k < inner) {
    // Lanes past the end keep their sum: a product of zeros would turn −0 into 0.
    const integers valid = first(inner - k);
    CK_UNROLL for (int i = 0; i < height; i++) {
      lanes left = load(a + i * a_row + k);
      CK_UNROLL for (int j = 0; j < columns; j++) {
        sum[i][j] = valid ? fused(left, load(b + j * b_column + k), sum[i][j]) : sum[i][j];
      }
    }
  }
  CK_UNROLL for (int i = 0; i < height; i++) {
    CK_UNROLL for (int j = 0; j < columns; j++) {
      store(kept + CK_LANES * (i * columns + j), sum[i][j]);
    }
  }
}

#define CK_DOTS(columns, height)                                                                  \
  static void dots_rows_##columns(const float *a, ptrdiff_t a_row, const float *b,                \
                                  ptrdiff_t b_column, ptrdiff_t inner, float *kept, int rows) {   \
    int i = 0;                                                                                    \
    for (; i + height <= rows; i += height) {                                                     \
      dots_tile(a + i * a_row, a_row, b, b_column, inner, kept + CK_LANES * columns * i, height,  \
                columns);                                                                         \
    }                                                                                             \
    for (; i < rows; i++) {                                                                       \
      dots_tile(a + i * a_row, a_row, b, b_column, inner, kept + CK_LANES * columns * i, 1,       \
                columns);                                                                         \
    }                                                                                             \
  }
CK_DOTS(1, 8) CK_DOTS(2, 4) CK_DOTS(3, 3) CK_DOTS(4, 2)
CK_DOTS(5, 2) CK_DOTS(6, 1) CK_DOTS(7, 1) CK_DOTS(8, 1)

static void (*const dots_rows[8])(const float *, ptrdiff_t, const float *, ptrdiff_t, ptrdiff_t,
                                  float *, int) = {dots_rows_1, dots_rows_2, dots_rows_3,
                                                   dots_rows_4, dots_rows_5, dots_rows_6,
                                                   dots_rows_7, dots_rows_8};

/// Columns of B, k of `from` ..< `from` + `count`, one behind the other.
static void gather_columns(const ck_dots *p, ptrdiff_t from, ptrdiff_t count, float *to) {
  for (int j = 0; j < p->columns; j++, to += CK_DOTS_RUN) {
    const float *b = p->b + j * p->b_column + from * p->b_inner;
    for (ptrdiff_t k = 0; k < count; k++) to[k] = b[k * p->b_inner];
    for (ptrdiff_t k = count; k < rounded_up(count); k++) to[k] = 0.0f;
  }
}

static void finish_dots(const ck_dots *p, int row, int rows, const float *kept) {
  for (int i = row; i < row + rows; i++) {
    for (int j = 0; j < p->columns; j++, kept += CK_LANES) {
      float sum = join(load(kept));
      if (p->initial != NULL) sum = p->initial[i * p->initial_row + j] + sum;
      p->c[i * p->c_row + j] = sum;
    }
  }
}

static void dots(const ck_dots *p) {
  float gathered[8 * CK_DOTS_RUN + CK_LANES], kept[CK_DOTS_ROWS * 8 * CK_LANES];
  const int direct = p->b_inner == 1;
  const ptrdiff_t run = direct ? p->inner : CK_DOTS_RUN;
  if (p->columns <= 0) return;
  for (int row = 0; row < p->rows; row += CK_DOTS_ROWS) {
    const int rows = (int)smaller(p->rows - row, CK_DOTS_ROWS);
    for (int i = 0; i < rows * p->columns * CK_LANES; i++) kept[i] = 0.0f;
    for (ptrdiff_t k = 0; k < p->inner; k += run) {
      const ptrdiff_t count = smaller(p->inner - k, run);
      // Where one run holds all of B, it is still there from the rows before.
      if (!direct && (row == 0 || p->inner > run)) gather_columns(p, k, count, gathered);
      dots_rows[p->columns - 1](p->a + row * p->a_row + k, p->a_row,
                                direct ? p->b : gathered, direct ? p->b_column : CK_DOTS_RUN,
                                count, kept, rows);
    }
    finish_dots(p, row, rows, kept);
  }
}
