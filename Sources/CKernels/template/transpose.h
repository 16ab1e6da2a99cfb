// Transposition in blocks of eight by eight, which pass through registers.

/// Stores the transposed of eight rows: `columns` rows of `rows` elements.
CK_INLINE void transpose_block(const float *from, ptrdiff_t from_row, ptrdiff_t rows,
                               ptrdiff_t columns, float *to, ptrdiff_t to_row) {
  lanes r[8], s[8], t[8];
  // Rows past the last repeat it; they are not stored.
  CK_UNROLL for (int i = 0; i < 8; i++) r[i] = load(from + smaller(i, rows - 1) * from_row);
  CK_UNROLL for (int i = 0; i < 8; i += 2) {
    s[i] = __builtin_shufflevector(r[i], r[i + 1], 0, 8, 1, 9, 4, 12, 5, 13);
    s[i + 1] = __builtin_shufflevector(r[i], r[i + 1], 2, 10, 3, 11, 6, 14, 7, 15);
  }
  CK_UNROLL for (int i = 0; i < 8; i += 4) {
    CK_UNROLL for (int j = 0; j < 2; j++) {
      t[i + 2 * j] = __builtin_shufflevector(s[i + j], s[i + 2 + j], 0, 1, 8, 9, 4, 5, 12, 13);
      t[i + 2 * j + 1] =
          __builtin_shufflevector(s[i + j], s[i + 2 + j], 2, 3, 10, 11, 6, 7, 14, 15);
    }
  }
  CK_UNROLL for (int i = 0; i < 4; i++) {
    r[i] = __builtin_shufflevector(t[i], t[i + 4], 0, 1, 2, 3, 8, 9, 10, 11);
    r[i + 4] = __builtin_shufflevector(t[i], t[i + 4], 4, 5, 6, 7, 12, 13, 14, 15);
  }
  CK_UNROLL for (int i = 0; i < 8; i++) {
    if (i < columns) store_part(to + i * to_row, r[i], rows);
  }
}

static void transpose(const float *from, ptrdiff_t from_row, int32_t rows, int32_t columns,
                      float *to, ptrdiff_t to_row) {
  for (ptrdiff_t j = 0; j < columns; j += CK_LANES) {
    for (ptrdiff_t i = 0; i < rows; i += CK_LANES) {
      transpose_block(from + i * from_row + j, from_row, rows - i, columns - j,
                      to + j * to_row + i, to_row);
    }
  }
}
