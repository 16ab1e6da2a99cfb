// Strided walks and patches of images, which are the same for every kind.
#include "case.h"

#include <math.h>
#include <stdio.h>

#pragma STDC FP_CONTRACT OFF

/// Random extents; the source in any order with gaps, repeats and all; the target dense, in the
/// order of the axes.
static ck_walk walk(check_case *c, int most, ptrdiff_t *from_size, ptrdiff_t *to_size) {
  ck_walk w = {.rank = pick(c, 0, most)};
  *from_size = *to_size = 1;
  for (int d = w.rank - 1; d >= 0; d--) {
    w.extents[d] = pick(c, 1, pick(c, 0, 3) == 0 ? 20 : 5);
    w.to[d] = *to_size;
    *to_size *= w.extents[d];
    w.from[d] = pick(c, 0, 3) == 0 ? 0 : pick(c, 0, 2) == 0 ? pick(c, 1, 9) : *from_size;
    *from_size += (w.extents[d] - 1) * w.from[d];
  }
  return w;
}

/// The offset in the source of a walk's element `index`, counted in its own order.
static ptrdiff_t offset(const ck_walk *w, ptrdiff_t index) {
  ptrdiff_t sum = 0;
  for (int d = w->rank - 1; d >= 0; d--) {
    sum += index % w->extents[d] * w->from[d];
    index /= w->extents[d];
  }
  return sum;
}

void check_copy(check_case *c) {
  ptrdiff_t from_size, to_size;
  const ck_walk w = walk(c, 5, &from_size, &to_size);
  if (from_size > BUFFER || to_size > BUFFER) return;
  snprintf(c->words, sizeof c->words, "%d axes, %td elements", w.rank, to_size);
  const float *from = numbers(c, 0, from_size);
  float *to = target(c, 1, to_size);
  for (ptrdiff_t i = 0; i < to_size; i++) c->expected[16 + i] = from[offset(&w, i)];
  ck_copy(&w, from, to);
  compare(c, to, to_size);
}

static float larger_in_order(float best, float value) {
  return best > value || best != best ? best : value;
}

static void check_reduction(check_case *c, int is_sum) {
  ptrdiff_t outer_from, outer_size, inner_from, inner_size;
  const ck_walk outer = walk(c, 3, &outer_from, &outer_size);
  const ck_walk inner = walk(c, 3, &inner_from, &inner_size);
  if (outer_from + inner_from > BUFFER || outer_size > 4000 || inner_size > 4000) return;
  snprintf(c->words, sizeof c->words, "%td of %td elements", outer_size, inner_size);
  const float *from = numbers(c, 0, outer_from + inner_from);
  float *to = target(c, 1, outer_size);
  for (ptrdiff_t o = 0; o < outer_size; o++) {
    float value = is_sum ? 0.0f : -INFINITY;
    for (ptrdiff_t i = 0; i < inner_size; i++) {
      const float next = from[offset(&outer, o) + offset(&inner, i)];
      value = is_sum ? value + next : larger_in_order(value, next);
    }
    c->expected[16 + o] = value;
  }
  if (is_sum) {
    ck_sum(&outer, &inner, from, to);
  } else {
    ck_maximum(&outer, &inner, from, to);
  }
  compare(c, to, outer_size);
}

void check_sum(check_case *c) { check_reduction(c, 1); }
void check_maximum(check_case *c) { check_reduction(c, 0); }

// MARK: Patches

static ck_patches patches(check_case *c) {
  ck_patches p = {.height = pick(c, 1, 10), .width = pick(c, 1, 10), .channels = extent(c, 20),
                  .stride = pick(c, 1, 3), .padding = pick(c, 0, 2)};
  p.kernel_height = pick(c, 1, p.height + 2 * p.padding < 5 ? p.height + 2 * p.padding : 5);
  p.kernel_width = pick(c, 1, p.width + 2 * p.padding < 5 ? p.width + 2 * p.padding : 5);
  p.out_height = (p.height + 2 * p.padding - p.kernel_height) / p.stride + 1;
  p.out_width = (p.width + 2 * p.padding - p.kernel_width) / p.stride + 1;
  return p;
}

/// The pixel under element `e` of window `at`, or −1 outside the image.
static ptrdiff_t pixel(const ck_patches *p, int at, int e) {
  const int k = e / p->channels;
  const int row = at / p->out_width * p->stride - p->padding + k / p->kernel_width;
  const int column = at % p->out_width * p->stride - p->padding + k % p->kernel_width;
  if (row < 0 || row >= p->height || column < 0 || column >= p->width) return -1;
  return ((ptrdiff_t)row * p->width + column) * p->channels + e % p->channels;
}

static void check_patches(check_case *c, int is_fold) {
  const ck_patches p = patches(c);
  const int positions = p.out_height * p.out_width, count = pick(c, 1, 3);
  const int size = p.kernel_height * p.kernel_width * p.channels;
  const ptrdiff_t image = (ptrdiff_t)p.height * p.width * p.channels + pick(c, 0, 9);
  const ptrdiff_t patch = (ptrdiff_t)positions * size + pick(c, 0, 9);
  if (count * image > BUFFER || count * patch > BUFFER) return;
  snprintf(c->words, sizeof c->words, "%d × %d × %d, kernel %d × %d, stride %d, padding %d",
           p.height, p.width, p.channels, p.kernel_height, p.kernel_width, p.stride, p.padding);
  const ptrdiff_t from_step = is_fold ? patch : image, to_step = is_fold ? image : patch;
  const float *from = numbers(c, 0, count * from_step);
  float *to = target(c, 1, count * to_step);
  for (int n = 0; n < count; n++) {
    float *expected = c->expected + 16 + n * to_step;
    if (is_fold) {
      for (ptrdiff_t i = 0; i < (ptrdiff_t)p.height * p.width * p.channels; i++) expected[i] = 0.0f;
    }
    // Element by element of the kernel: a pixel's terms come in the kernel's order.
    for (int e = 0; e < size; e++) {
      for (int at = 0; at < positions; at++) {
        const ptrdiff_t under = pixel(&p, at, e), element = (ptrdiff_t)at * size + e;
        if (!is_fold) {
          expected[element] = under < 0 ? 0.0f : from[n * from_step + under];
        } else if (under >= 0) {
          expected[under] += from[n * from_step + element];
        }
      }
    }
  }
  if (is_fold) {
    ck_fold(&p, from, from_step, to, to_step, count);
  } else {
    ck_unfold(&p, from, from_step, to, to_step, count);
  }
  compare(c, to, count * to_step);
}

void check_unfold(check_case *c) { check_patches(c, 0); }
void check_fold(check_case *c) { check_patches(c, 1); }
