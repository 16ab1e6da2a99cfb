// The register tiles of `product`: `height` rows × `width` vectors of sums stay in registers while
// k runs. B's rows are read where they lie (a padded row stride keeps them out of each other's
// cache sets), so nothing is packed and nothing is allocated.

/// One tile at (row, column). `height`, `width` (in vectors) and, where they are 1, the strides of
/// A are constants to the compiler. Lanes past `columns` are computed and not stored.
CK_INLINE void tile(const ck_product *p, int row, int column, const int height, const int width,
                    const ptrdiff_t a_row, const ptrdiff_t a_inner) {
  const ptrdiff_t columns = p->columns - column;
  broad sum[6][8];
  if (p->initial != NULL) {
    const float *initial = p->initial + row * p->initial_row + column;
    CK_UNROLL for (int i = 0; i < height; i++, initial += p->initial_row) {
      CK_UNROLL for (int v = 0; v < width; v++) sum[i][v] = load_broad(initial + CK_BROAD * v);
    }
  } else {
    CK_UNROLL for (int i = 0; i < height; i++) {
      CK_UNROLL for (int v = 0; v < width; v++) sum[i][v] = splat_broad(0.0f);
    }
  }
  const float *a = p->a + row * a_row;
  const float *b = p->b + column;
  const ptrdiff_t b_row = p->b_row;
  for (int k = p->inner; k > 0; k--) {
    broad right[8];
    CK_UNROLL for (int v = 0; v < width; v++) right[v] = load_broad(b + CK_BROAD * v);
    CK_UNROLL for (int i = 0; i < height; i++) {
      broad left = splat_broad(a[i * a_row]);
      CK_UNROLL for (int v = 0; v < width; v++) sum[i][v] = fused(left, right[v], sum[i][v]);
    }
    a += a_inner;
    b += b_row;
  }
  float *c = p->c + row * p->c_row + column;
  const ptrdiff_t last = CK_BROAD * (width - 1);
  CK_UNROLL for (int i = 0; i < height; i++, c += p->c_row) {
    CK_UNROLL for (int v = 0; v < width - 1; v++) store(c + CK_BROAD * v, sum[i][v]);
    store_part(c + last, sum[i][width - 1], columns - last);
  }
}

/// One tile with fewer than eight columns where A's rows are neighbours (a_row = 1): vectors of
/// rows times single elements of B, so that no lane computes what nobody needs.
CK_INLINE void upright_tile(const ck_product *p, ptrdiff_t row, const int height,
                            const int columns) {
  lanes sum[8][7];
  const ptrdiff_t rows = smaller(p->rows - row, CK_LANES * height);
  float turned[8 * CK_LANES * 7];
  if (p->initial != NULL) {
    const float *initial = p->initial + row * p->initial_row;
    for (ptrdiff_t i = 0; i < CK_LANES * height; i++) {
      for (int j = 0; j < columns; j++) {
        turned[j * CK_LANES * height + i] = i < rows ? initial[i * p->initial_row + j] : 0.0f;
      }
    }
    CK_UNROLL for (int j = 0; j < columns; j++) {
      CK_UNROLL for (int v = 0; v < height; v++) {
        sum[v][j] = load(turned + CK_LANES * (j * height + v));
      }
    }
  } else {
    CK_UNROLL for (int j = 0; j < columns; j++) {
      CK_UNROLL for (int v = 0; v < height; v++) sum[v][j] = splat(0.0f);
    }
  }
  const float *a = p->a + row;
  const float *b = p->b;
  for (int k = p->inner; k > 0; k--) {
    lanes left[8];
    CK_UNROLL for (int v = 0; v < height; v++) left[v] = load(a + CK_LANES * v);
    CK_UNROLL for (int j = 0; j < columns; j++) {
      lanes right = splat(b[j]);
      CK_UNROLL for (int v = 0; v < height; v++) sum[v][j] = fused(left[v], right, sum[v][j]);
    }
    a += p->a_inner;
    b += p->b_row;
  }
  CK_UNROLL for (int j = 0; j < columns; j++) {
    CK_UNROLL for (int v = 0; v < height; v++) {
      store(turned + CK_LANES * (j * height + v), sum[v][j]);
    }
  }
  float *c = p->c + row * p->c_row;
  for (ptrdiff_t i = 0; i < rows; i++, c += p->c_row) {
    for (int j = 0; j < columns; j++) c[j] = turned[j * CK_LANES * height + i];
  }
}
