// Products: chains of multiply–adds, and inner products in eight lanes.
#include "case.h"

#include <stdio.h>

#pragma STDC FP_CONTRACT OFF

/// What a result starts from: nothing, a row, a matrix, or (of products) the result itself.
enum { NONE, ROW, MATRIX, RESULT };

void check_product(check_case *c) {
  const int rows = extent(c, 120) - (pick(c, 0, 30) == 0), columns = extent(c, 300);
  const int inner = extent(c, 300), is_transposed = pick(c, 0, 1);
  const ptrdiff_t spacing = pick(c, 0, 5) == 0 ? 3 : 1;
  const ptrdiff_t line = (is_transposed ? rows : inner) * spacing + pick(c, 0, 9);
  const ptrdiff_t a_row = is_transposed ? spacing : line, a_inner = is_transposed ? line : spacing;
  const ptrdiff_t b_row = columns + pick(c, 0, 9), c_row = columns + pick(c, 0, 9);
  const int start = pick(c, NONE, RESULT);
  if ((is_transposed ? inner : rows) * line > BUFFER || inner * b_row > BUFFER ||
      rows * c_row > BUFFER) {
    return;
  }
  snprintf(c->words, sizeof c->words, "%d × %d × %d, strides %td %td %td %td, start %d", rows,
           columns, inner, a_row, a_inner, b_row, c_row, start);
  const float *a = numbers(c, 0, (is_transposed ? inner : rows) * line);
  const float *b = numbers(c, 1, inner * b_row), *given = numbers(c, 2, (rows + 1) * c_row);
  float *to = target(c, 3, rows * c_row), *expected = c->expected + 16;
  for (int i = 0; i < rows; i++) {
    for (int j = 0; j < columns; j++) {
      float sum = start == NONE ? 0.0f : given[(start == ROW ? 0 : i * c_row) + j];
      if (start == RESULT) to[i * c_row + j] = sum;
      for (int k = 0; k < inner; k++) {
        sum = mad(c, a[i * a_row + k * a_inner], b[k * b_row + j], sum);
      }
      expected[i * c_row + j] = sum;
    }
  }
  const ck_product job = {
      .a = a, .a_row = a_row, .a_inner = a_inner, .b = b, .b_row = b_row, .c = to, .c_row = c_row,
      .initial = start == NONE ? NULL : start == RESULT ? to : given,
      .initial_row = start == ROW ? 0 : c_row, .rows = rows, .columns = columns, .inner = inner};
  c->kind->product(&job);
  compare(c, to, rows * c_row);
}

void check_dots(check_case *c) {
  const int rows = extent(c, 90), columns = pick(c, 1, 8), inner = extent(c, 640);
  const ptrdiff_t a_row = inner + pick(c, 0, 9), c_row = columns + pick(c, 0, 5);
  const int is_contiguous = pick(c, 0, 1), start = pick(c, NONE, MATRIX);
  const ptrdiff_t b_inner = is_contiguous ? 1 : columns + pick(c, 0, 5);
  const ptrdiff_t b_column = is_contiguous ? inner + pick(c, 0, 9) : 1;
  if (rows * a_row > BUFFER) return;
  snprintf(c->words, sizeof c->words, "%d × %d × %d, strides %td %td %td %td, start %d", rows,
           columns, inner, a_row, b_inner, b_column, c_row, start);
  const float *a = numbers(c, 0, rows * a_row);
  const float *b = numbers(c, 1, is_contiguous ? columns * b_column : inner * b_inner);
  const float *given = numbers(c, 2, (rows + 1) * c_row);
  float *to = target(c, 3, rows * c_row), *expected = c->expected + 16;
  for (int i = 0; i < rows; i++) {
    for (int j = 0; j < columns; j++) {
      float lane[8] = {0};
      for (int k = 0; k < inner; k++) {
        lane[k % 8] = mad(c, a[i * a_row + k], b[j * b_column + k * b_inner], lane[k % 8]);
      }
      const float sum = join_lanes(lane);
      expected[i * c_row + j] =
          start == NONE ? sum : given[(start == ROW ? 0 : i * c_row) + j] + sum;
    }
  }
  const ck_dots job = {.a = a, .a_row = a_row, .b = b, .b_inner = b_inner, .b_column = b_column,
                       .c = to, .c_row = c_row, .initial = start == NONE ? NULL : given,
                       .initial_row = start == ROW ? 0 : c_row, .rows = rows, .columns = columns,
                       .inner = inner};
  c->kind->dots(&job);
  compare(c, to, rows * c_row);
}
