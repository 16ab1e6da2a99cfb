// Draws over the rows of a matrix. Eight columns are eight blocks, one word deep.

static const words lane_index = {0, 1, 2, 3, 4, 5, 6, 7};

#if CK_BROAD > 8
static const broad_words broad_index = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};

/// Two groups of 32 columns at once: the blocks of the second are the upper half of the lanes.
CK_INLINE void draw_groups(const ck_draw *draw, uint32_t block, uint32_t row, float *to,
                           const int normal) {
  const broad_blocks drawn =
      philox(counters(draw, broad_index + block, (broad_words)(row)), draw->seed);
  broad made[4];
  draw_pair(drawn, 0, normal, &made[0], &made[1]);
  draw_pair(drawn, 1, normal, &made[2], &made[3]);
  CK_UNROLL for (int v = 0; v < 4; v++) {
    store(to + CK_LANES * v, made[v].lo);
    store(to + 32 + CK_LANES * v, made[v].hi);
  }
}
#endif

/// One row: groups of 32 columns, and of the last only the pairs that are needed.
CK_INLINE void draw_row(const ck_draw *draw, uint32_t row, float *to, const int normal) {
  words block = lane_index;
  ptrdiff_t left = draw->columns;
#if CK_BROAD > 8
  for (; left >= 64; left -= 64, to += 64, block += 16) {
    draw_groups(draw, block[0], row, to, normal);
  }
#endif
  for (; left >= 32; left -= 32, to += 32, block += 8) {
    const blocks drawn = philox(counters(draw, block, (words)(row)), draw->seed);
    lanes made[4];
    draw_pair(drawn, 0, normal, &made[0], &made[1]);
    draw_pair(drawn, 1, normal, &made[2], &made[3]);
    CK_UNROLL for (int v = 0; v < 4; v++) store(to + CK_LANES * v, made[v]);
  }
  if (left == 0) return;
  const blocks drawn = philox(counters(draw, block, (words)(row)), draw->seed);
  lanes one, two;
  draw_pair(drawn, 0, normal, &one, &two);
  store_part(to, one, left);
  if (left > 8) store_part(to + 8, two, left - 8);
  if (left <= 16) return;
  draw_pair(drawn, 1, normal, &one, &two);
  store_part(to + 16, one, left - 16);
  if (left > 24) store_part(to + 24, two, left - 24);
}

/// Few columns: the lanes go on into the next rows, since only word 0 of a block is asked for.
CK_INLINE void draw_thin(const ck_draw *draw, const int normal) {
  const uint32_t columns = (uint32_t)draw->columns;
  broad_words row, column;
  for (uint32_t l = 0; l < CK_BROAD; l++) {
    row[l] = l / columns;
    column[l] = l % columns;
  }
  const uint32_t rows_on = CK_BROAD / columns, columns_on = CK_BROAD % columns;
  const ptrdiff_t count = (ptrdiff_t)draw->rows * columns;
  for (ptrdiff_t at = 0; at < count; at += CK_BROAD) {
    broad one, two;
    const broad_blocks drawn = philox(counters(draw, column, row + draw->first_row), draw->seed);
    draw_pair(drawn, 0, normal, &one, &two);
    if (draw->to_row == columns) {
      store_part(draw->to + at, one, count - at);
    } else {
      for (int l = 0; l < smaller(count - at, CK_BROAD); l++) {
        draw->to[row[l] * draw->to_row + column[l]] = one[l];
      }
    }
    row += rows_on;
    column += columns_on;
    const broad_words carried = (broad_words)(column >= columns);
    row -= carried;
    column -= carried & columns;
  }
}

CK_INLINE void draw_all(const ck_draw *draw, const int normal) {
  if (draw->columns <= 0) return;
  if (draw->columns < CK_LANES) {
    draw_thin(draw, normal);
    return;
  }
  for (int32_t i = 0; i < draw->rows; i++) {
    draw_row(draw, draw->first_row + (uint32_t)i, draw->to + i * draw->to_row, normal);
  }
}

static void normals(const ck_draw *draw) { draw_all(draw, 1); }
static void uniforms(const ck_draw *draw) { draw_all(draw, 0); }
