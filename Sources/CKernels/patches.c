// Patches of images as rows of a matrix, so that a convolution is a product; and back.
#include "include/CKernels.h"

#include <string.h>

#pragma STDC FP_CONTRACT OFF

/// The part of one kernel row that lies inside the image: columns `first` ..< `last` of the
/// kernel at output column `x`.
typedef struct {
  int32_t first, last;
} span;

static inline span inside(int32_t start, int32_t kernel, int32_t extent) {
  span result = {start < 0 ? -start : 0, extent - start < kernel ? extent - start : kernel};
  if (result.first > kernel) result.first = kernel;
  if (result.last < result.first) result.last = result.first;
  return result;
}

static void clear(float *to, ptrdiff_t count) {
  for (ptrdiff_t i = 0; i < count; i++) to[i] = 0.0f;
}

static void unfold_image(const ck_patches *p, const float *from, float *to) {
  const ptrdiff_t channels = p->channels, line = p->kernel_width * channels;
  for (int32_t y = 0; y < p->out_height; y++) {
    for (int32_t x = 0; x < p->out_width; x++) {
      const int32_t left = x * p->stride - p->padding;
      const span columns = inside(left, p->kernel_width, p->width);
      for (int32_t k = 0; k < p->kernel_height; k++, to += line) {
        const int32_t row = y * p->stride - p->padding + k;
        if (row < 0 || row >= p->height || columns.first == columns.last) {
          clear(to, line);
          continue;
        }
        const ptrdiff_t before = columns.first * channels, end = columns.last * channels;
        clear(to, before);
        memcpy(to + before, from + ((ptrdiff_t)row * p->width + left) * channels + before,
               (size_t)(end - before) * sizeof(float));
        clear(to + end, line - end);
      }
    }
  }
}

/// Kernel position by kernel position: each takes every pixel at most once, so that a pixel's
/// terms come in the order of the kernel, whatever the stride.
static void fold_image(const ck_patches *p, const float *from, float *to) {
  const ptrdiff_t channels = p->channels;
  const ptrdiff_t patch = (ptrdiff_t)p->kernel_height * p->kernel_width * channels;
  clear(to, (ptrdiff_t)p->height * p->width * channels);
  for (int32_t k = 0; k < p->kernel_height * p->kernel_width; k++) {
    const int32_t down = k / p->kernel_width - p->padding;
    const int32_t right = k % p->kernel_width - p->padding;
    for (int32_t y = 0; y < p->out_height; y++) {
      const int32_t row = y * p->stride + down;
      if (row < 0 || row >= p->height) continue;
      for (int32_t x = 0; x < p->out_width; x++) {
        const int32_t column = x * p->stride + right;
        if (column < 0 || column >= p->width) continue;
        const float *term = from + ((ptrdiff_t)y * p->out_width + x) * patch + k * channels;
        float *pixel = to + ((ptrdiff_t)row * p->width + column) * channels;
        for (ptrdiff_t c = 0; c < channels; c++) pixel[c] += term[c];
      }
    }
  }
}

void ck_unfold(const ck_patches *p, const float *from, ptrdiff_t from_image, float *to,
               ptrdiff_t to_image, int32_t count) {
  for (int32_t i = 0; i < count; i++) unfold_image(p, from + i * from_image, to + i * to_image);
}

void ck_fold(const ck_patches *p, const float *from, ptrdiff_t from_image, float *to,
             ptrdiff_t to_image, int32_t count) {
  for (int32_t i = 0; i < count; i++) fold_image(p, from + i * from_image, to + i * to_image);
}
