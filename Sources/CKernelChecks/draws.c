// Draws: Philox by its paper, and Box and Muller's normals.
#include "case.h"

#include <math.h>
#include <stdio.h>

#pragma STDC FP_CONTRACT OFF

/// Word `w` of a block (Salmon et al. 2011).
static uint32_t philox(const ck_draw *d, uint32_t row, uint32_t block, int w) {
  uint32_t x[4] = {block, row, d->step, d->stream};
  uint32_t key0 = (uint32_t)d->seed, key1 = (uint32_t)(d->seed >> 32);
  for (int round = 0; round < 10; round++) {
    const uint64_t p0 = (uint64_t)x[0] * 0xD2511F53u, p1 = (uint64_t)x[2] * 0xCD9E8D57u;
    const uint32_t next[4] = {(uint32_t)(p1 >> 32) ^ x[1] ^ key0, (uint32_t)p1,
                              (uint32_t)(p0 >> 32) ^ x[3] ^ key1, (uint32_t)p0};
    for (int i = 0; i < 4; i++) x[i] = next[i];
    key0 += 0x9E3779B9u;
    key1 += 0xBB67AE85u;
  }
  return x[w];
}

static float uniform(uint32_t word) { return (float)(word >> 9) * 0x1p-23f + 0x1p-24f; }

/// The cosine's or the sine's normal of two uniform numbers.
static float normal(const check_case *c, float first, float second, int is_sine) {
  const float magic = 12582912.0f;
  const float radius = sqrtf(-2.0f * reference_logarithm(c, first, 0));
  const float quarters = 4.0f * second, shifted = quarters + magic;
  const float f = quarters - (shifted - magic), y = f * f;
  const uint32_t quarter = bits_of(shifted);
  float s = mad(c, y, 1.578639203e-04f, -4.681135993e-03f);
  s = mad(c, s, y, 7.969257981e-02f);
  s = mad(c, s, y, -6.459640861e-01f);
  s = mad(c, s, y, 1.570796371e+00f) * f;
  float k = mad(c, y, 9.030342335e-04f, -2.085981146e-02f);
  k = mad(c, k, y, 2.536691725e-01f);
  k = mad(c, k, y, -1.233700514e+00f);
  k = mad(c, k, y, 1.0f);
  const int is_swapped = quarter & 1;
  const float value = is_sine == is_swapped ? k : s;
  const uint32_t sign = (is_sine ? quarter : quarter + 1) << 30 & 0x80000000u;
  return radius * float_of(bits_of(value) ^ sign);
}

static void check_draw(check_case *c, int is_normal) {
  const int rows = extent(c, 90), columns = extent(c, 200);
  const ptrdiff_t to_row = columns + (pick(c, 0, 1) ? 0 : pick(c, 1, 9));
  ck_draw draw = {.seed = (uint64_t)dice(c) << 32 | dice(c), .stream = dice(c), .step = dice(c),
                  .first_row = dice(c), .rows = rows, .columns = columns, .to_row = to_row};
  snprintf(c->words, sizeof c->words, "%d × %d, row step %td", rows, columns, to_row);
  draw.to = target(c, 0, rows * to_row);
  for (int i = 0; i < rows; i++) {
    for (int j = 0; j < columns; j++) {
      const uint32_t row = draw.first_row + (uint32_t)i;
      const uint32_t block = (uint32_t)(j / 32 * 8 + j % 8);
      const int word = j % 32 / 8;
      float value = uniform(philox(&draw, row, block, word));
      if (is_normal) {
        const int pair = word & ~1;
        value = normal(c, uniform(philox(&draw, row, block, pair)),
                       uniform(philox(&draw, row, block, pair + 1)), word & 1);
      }
      c->expected[16 + i * to_row + j] = value;
    }
  }
  if (is_normal) {
    c->kind->normals(&draw);
  } else {
    c->kind->uniforms(&draw);
  }
  compare(c, draw.to, rows * to_row);
}

void check_normals(check_case *c) { check_draw(c, 1); }
void check_uniforms(check_case *c) { check_draw(c, 0); }
