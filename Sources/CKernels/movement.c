// Kernels that only move, compare or add in a stated order: plain C, the same for every kind.
#include "include/CKernels.h"

#include <string.h>

#pragma STDC FP_CONTRACT OFF

/// Where a walk stands; `from` and `to` are offsets in floats.
typedef struct {
  int32_t at[8];
  ptrdiff_t from, to;
} position;

/// Steps over all extents but the last `spared`; false once the walk is over.
static int advance(const ck_walk *walk, int spared, position *p) {
  for (int d = walk->rank - 1 - spared; d >= 0; d--) {
    p->from += walk->from[d];
    p->to += walk->to[d];
    if (++p->at[d] < walk->extents[d]) return 1;
    p->from -= walk->from[d] * walk->extents[d];
    p->to -= walk->to[d] * walk->extents[d];
    p->at[d] = 0;
  }
  return 0;
}

static int is_empty(const ck_walk *walk) {
  for (int d = 0; d < walk->rank; d++) {
    if (walk->extents[d] <= 0) return 1;
  }
  return 0;
}

static void copy_line(const float *from, ptrdiff_t from_step, float *to, ptrdiff_t to_step,
                      ptrdiff_t count) {
  if (from_step == 1 && to_step == 1) {
    memcpy(to, from, (size_t)count * sizeof(float));
  } else if (from_step == 0 && to_step == 1) {
    const float value = *from;
    for (ptrdiff_t i = 0; i < count; i++) to[i] = value;
  } else {
    for (ptrdiff_t i = 0; i < count; i++) to[i * to_step] = from[i * from_step];
  }
}

void ck_copy(const ck_walk *walk, const float *from, float *to) {
  if (is_empty(walk)) return;
  if (walk->rank == 0) {
    *to = *from;
    return;
  }
  const int last = walk->rank - 1;
  position p = {0};
  do {
    copy_line(from + p.from, walk->from[last], to + p.to, walk->to[last], walk->extents[last]);
  } while (advance(walk, 1, &p));
}

static float sum_line(const float *from, ptrdiff_t step, ptrdiff_t count, float sum) {
  for (ptrdiff_t i = 0; i < count; i++) sum += from[i * step];
  return sum;
}

static float maximum_line(const float *from, ptrdiff_t step, ptrdiff_t count, float best) {
  for (ptrdiff_t i = 0; i < count; i++) {
    const float value = from[i * step];
    best = best > value || best != best ? best : value;
  }
  return best;
}

/// to[outer] = the fold over inner of one line after the other, from `start`.
static inline void reduce(const ck_walk *outer, const ck_walk *inner, const float *from, float *to,
                          float start, float (*line)(const float *, ptrdiff_t, ptrdiff_t, float)) {
  if (is_empty(outer)) return;
  const int last = inner->rank - 1;
  position o = {0};
  do {
    const float *base = from + o.from;
    float result = start;
    if (inner->rank == 0) {
      result = line(base, 0, 1, result);
    } else if (!is_empty(inner)) {
      position i = {0};
      do {
        result = line(base + i.from, inner->from[last], inner->extents[last], result);
      } while (advance(inner, 1, &i));
    }
    to[o.to] = result;
  } while (advance(outer, 0, &o));
}

void ck_sum(const ck_walk *outer, const ck_walk *inner, const float *from, float *to) {
  reduce(outer, inner, from, to, 0.0f, sum_line);
}

void ck_maximum(const ck_walk *outer, const ck_walk *inner, const float *from, float *to) {
  reduce(outer, inner, from, to, -__builtin_inff(), maximum_line);
}
