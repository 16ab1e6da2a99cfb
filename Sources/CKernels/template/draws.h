// Uniform and normal draws from Philox words, as many at a time as `lanes` has.

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
