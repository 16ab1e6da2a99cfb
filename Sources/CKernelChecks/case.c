// Dice, numbers, buffers and the comparison of a case.
#include "case.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#pragma STDC FP_CONTRACT OFF

uint32_t dice(check_case *c) {
  c->state = c->state * 6364136223846793005u + 1442695040888963407u;
  return (uint32_t)(c->state >> 33) ^ (uint32_t)(c->state >> 45);
}

int pick(check_case *c, int low, int high) {
  return low + (int)(dice(c) % (uint32_t)(high - low + 1));
}

int extent(check_case *c, int high) {
  const int limit = pick(c, 0, 7) == 0 ? high : high < 40 ? high : 40;
  return pick(c, 1, limit);
}

uint32_t bits_of(float value) {
  uint32_t bits;
  memcpy(&bits, &value, sizeof bits);
  return bits;
}

float float_of(uint32_t bits) {
  float value;
  memcpy(&value, &bits, sizeof value);
  return value;
}

float canary(void) { return float_of(0x7fc05a5a); }

static float special(check_case *c) {
  static const uint32_t all[] = {
      0x00000000, 0x80000000, 0x00000001, 0x80000001, 0x007fffff, 0x807fffff, 0x00800000,
      0x80800000, 0x7f7fffff, 0xff7fffff, 0x7f800000, 0xff800000, 0x7fc00000, 0x3f800000,
      0xbf800000, 0x42b17218, 0xc2cff1b5, 0x4640e400,
  };
  return float_of(all[dice(c) % (sizeof all / sizeof all[0])]);
}

float number(check_case *c) {
  const uint32_t mantissa = dice(c) & 0x007fffff, sign = dice(c) & 1;
  if (c->flavour == 2 && pick(c, 0, 2) == 0) return special(c);
  const uint32_t exponent = c->flavour == 1 ? dice(c) % 255 : 119 + dice(c) % 14;
  return float_of(sign << 31 | exponent << 23 | mantissa);
}

float *numbers(check_case *c, int buffer, ptrdiff_t count) {
  float *start = c->buffer[buffer] + pick(c, 0, 15);
  for (ptrdiff_t i = 0; i < count; i++) start[i] = number(c);
  // A kernel may read on, but what it finds there must not matter.
  for (ptrdiff_t i = 0; i < 16; i++) start[count + i] = canary();
  return start;
}

float *target(check_case *c, int buffer, ptrdiff_t count) {
  float *start = c->buffer[buffer] + 16 + pick(c, 0, 15);
  for (ptrdiff_t i = -16; i < count + 16; i++) {
    start[i] = canary();
    c->expected[i + 16] = canary();
  }
  return start;
}

void compare(check_case *c, const float *got, ptrdiff_t count) {
  int differs = 0;
  ptrdiff_t wrong = 0;
  for (ptrdiff_t i = -16; i < count + 16; i++) {
    uint32_t a = bits_of(got[i]), b = bits_of(c->expected[i + 16]);
    const int is_free = b == bits_of(canary());
    if (!is_free && got[i] != got[i]) a = 0x7fc00000;
    if (!is_free && c->expected[i + 16] != c->expected[i + 16]) b = 0x7fc00000;
    if (a != b && !differs) {
      differs = 1;
      wrong = i;
    }
    c->report->hash = (c->report->hash ^ a) * 0x100000001b3u;
  }
  if (!differs) return;
  if (c->report->failures++ == 0) {
    snprintf(c->report->first, sizeof c->report->first, "%s: %a, not %a, at %td", c->words,
             (double)got[wrong], (double)c->expected[wrong + 16], wrong);
  }
}

float mad(const check_case *c, float a, float b, float addend) {
  return c->kind->fused ? fmaf(a, b, addend) : a * b + addend;
}

float join_lanes(const float *l) {
  return ((l[0] + l[4]) + (l[2] + l[6])) + ((l[1] + l[5]) + (l[3] + l[7]));
}
