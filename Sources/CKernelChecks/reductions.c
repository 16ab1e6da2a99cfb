// Sums and maxima of rows and columns, and the transposition.
#include "case.h"

#include <math.h>
#include <stdio.h>

#pragma STDC FP_CONTRACT OFF

static float larger(float a, float b) { return a > b || a != a ? a : b; }

/// The source of a reduction of rows × columns.
static const float *source(check_case *c, int *rows, int *columns, ptrdiff_t *step) {
  *rows = extent(c, 200);
  *columns = extent(c, 300);
  *step = *columns + pick(c, 0, 9);
  snprintf(c->words, sizeof c->words, "%d × %d, step %td", *rows, *columns, *step);
  return numbers(c, 0, *rows * *step);
}

void check_sum_columns(check_case *c) {
  int rows, columns;
  ptrdiff_t step;
  const float *from = source(c, &rows, &columns, &step);
  const ptrdiff_t to_step = pick(c, 1, 3);
  float *to = target(c, 1, rows * to_step);
  for (int i = 0; i < rows; i++) {
    float lane[8] = {0};
    for (int j = 0; j < columns; j++) lane[j % 8] += from[i * step + j];
    c->expected[16 + i * to_step] = join_lanes(lane);
  }
  c->kind->sum_columns(from, step, rows, columns, to, to_step);
  compare(c, to, rows * to_step);
}

void check_sum_rows(check_case *c) {
  int rows, columns;
  ptrdiff_t step;
  const float *from = source(c, &rows, &columns, &step);
  float *to = target(c, 1, columns);
  for (int j = 0; j < columns; j++) {
    float sum = 0.0f;
    for (int i = 0; i < rows; i++) sum += from[i * step + j];
    c->expected[16 + j] = sum;
  }
  c->kind->sum_rows(from, step, rows, columns, to);
  compare(c, to, columns);
}

void check_maximum_columns(check_case *c) {
  int rows, columns;
  ptrdiff_t step;
  const float *from = source(c, &rows, &columns, &step);
  const ptrdiff_t to_step = pick(c, 1, 3);
  float *to = target(c, 1, rows * to_step);
  for (int i = 0; i < rows; i++) {
    // In eight lanes and joined by halves: it decides which of 0 and −0 is the largest.
    float lane[8];
    for (int l = 0; l < 8; l++) lane[l] = -INFINITY;
    for (int j = 0; j < columns; j++) lane[j % 8] = larger(lane[j % 8], from[i * step + j]);
    for (int half = 4; half > 0; half /= 2) {
      float next[8];
      for (int l = 0; l < 8; l++) next[l] = larger(lane[l], lane[l ^ half]);
      for (int l = 0; l < 8; l++) lane[l] = next[l];
    }
    c->expected[16 + i * to_step] = lane[0];
  }
  c->kind->maximum_columns(from, step, rows, columns, to, to_step);
  compare(c, to, rows * to_step);
}

void check_transpose(check_case *c) {
  int rows, columns;
  ptrdiff_t step;
  const float *from = source(c, &rows, &columns, &step);
  const ptrdiff_t to_row = rows + pick(c, 0, 9);
  if (columns * to_row > BUFFER) return;
  float *to = target(c, 1, columns * to_row);
  for (int i = 0; i < rows; i++) {
    for (int j = 0; j < columns; j++) c->expected[16 + j * to_row + i] = from[i * step + j];
  }
  c->kind->transpose(from, step, rows, columns, to, to_row);
  compare(c, to, columns * to_row);
}
