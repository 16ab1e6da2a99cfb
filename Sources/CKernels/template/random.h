// Uniform and normal draws from Philox words. Eight columns are eight blocks, one word deep.

/// Odd multiples of 2⁻²⁴: exact, and never 0 or 1.
CK_INLINE lanes uniform(words x) {
  const lanes count = __builtin_convertvector((integers)(x >> 9), lanes);
  return fused(count, splat(0x1p-23f), splat(0x1p-24f));
}

/// Box and Muller's two normals of two words: radius · cosine and radius · sine of a turn.
CK_INLINE void box_muller(words first_word, words second_word, lanes *cosine, lanes *sine) {
  const lanes radius = __builtin_elementwise_sqrt(
      -2.0f * logarithm_core(uniform(first_word), (integers)(0)));
  // The turn in quarters: f is what remains beside the nearest whole quarter, within ±½.
  const lanes quarters = 4.0f * uniform(second_word);
  const lanes shifted = quarters + rounding_magic;
  const lanes f = quarters - (shifted - rounding_magic);
  const integers quarter = (integers)shifted;
  const lanes y = f * f;
  lanes s = fused(y, splat(1.578639203e-04f), splat(-4.681135993e-03f));
  s = fused(s, y, splat(7.969257981e-02f));
  s = fused(s, y, splat(-6.459640861e-01f));
  s = fused(s, y, splat(1.570796371e+00f)) * f;
  lanes c = fused(y, splat(9.030342335e-04f), splat(-2.085981146e-02f));
  c = fused(c, y, splat(2.536691725e-01f));
  c = fused(c, y, splat(-1.233700514e+00f));
  c = fused(c, y, splat(1.0f));
  const integers swapped = (quarter << 31) >> 31;
  const integers negative_sine = quarter << 30 & (int32_t)0x80000000;
  const integers negative_cosine = (quarter + 1) << 30 & (int32_t)0x80000000;
  *cosine = radius * (lanes)((integers)(swapped ? s : c) ^ negative_cosine);
  *sine = radius * (lanes)((integers)(swapped ? c : s) ^ negative_sine);
}

/// Word `pair` · 2 and the next of eight blocks, as two vectors of draws.
CK_INLINE void draw_pair(blocks drawn, const int pair, const int normal, lanes *one, lanes *two) {
  const words a = drawn.word[2 * pair], b = drawn.word[2 * pair + 1];
  if (normal) {
    box_muller(a, b, one, two);
  } else {
    *one = uniform(a);
    *two = uniform(b);
  }
}

CK_INLINE blocks counters(const ck_draw *draw, words block, words row) {
  return (blocks){{block, row, (words)(draw->step), (words)(draw->stream)}};
}

static const words lane_index = {0, 1, 2, 3, 4, 5, 6, 7};

/// One row: groups of 32 columns, and of the last only the pairs that are needed.
CK_INLINE void draw_row(const ck_draw *draw, uint32_t row, float *to, const int normal) {
  words block = lane_index;
  ptrdiff_t left = draw->columns;
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
  words row, column;
  for (uint32_t l = 0; l < CK_LANES; l++) {
    row[l] = l / columns;
    column[l] = l % columns;
  }
  const uint32_t rows_on = CK_LANES / columns, columns_on = CK_LANES % columns;
  const ptrdiff_t count = (ptrdiff_t)draw->rows * columns;
  for (ptrdiff_t at = 0; at < count; at += CK_LANES) {
    lanes one, two;
    const blocks drawn = philox(counters(draw, column, row + draw->first_row), draw->seed);
    draw_pair(drawn, 0, normal, &one, &two);
    if (draw->to_row == columns) {
      store_part(draw->to + at, one, count - at);
    } else {
      for (int l = 0; l < smaller(count - at, CK_LANES); l++) {
        draw->to[row[l] * draw->to_row + column[l]] = one[l];
      }
    }
    row += rows_on;
    column += columns_on;
    const words carried = (words)(column >= columns);
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
