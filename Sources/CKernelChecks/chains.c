// Elementwise chains: random operations over operands of every spread, and single functions.
#include "case.h"

#include <stdio.h>
#include <stdlib.h>

#pragma STDC FP_CONTRACT OFF

enum { MOST_OPERATIONS = 8, MOST_OPERANDS = 5 };

/// Where element (i, j) of an operand lies.
static ptrdiff_t place(const ck_operand *operand, int i, int j) {
  switch (operand->spread) {
    case CK_ROW: return j;
    case CK_COLUMN: return i * operand->step;
    case CK_SCALAR: return 0;
    default: return i * operand->step + j;
  }
}

/// Runs a chain whose last operand is the only one that is written, and compares that one.
static void run_chain(check_case *c, const ck_micro *operations, int count,
                      const ck_operand *operands, int operand_count, int rows, int columns) {
  const ck_operand *result = &operands[operand_count - 1];
  const ptrdiff_t size = (rows - 1) * result->step + columns;
  float *to = result->base, *expected = c->expected + 16;
  for (int i = 0; i < rows; i++) {
    for (int j = 0; j < columns; j++) {
      float value[CK_REGISTERS + MOST_OPERANDS] = {0};
      for (int n = 0; n < operand_count - 1; n++) {
        value[CK_REGISTERS + n] = operands[n].base[place(&operands[n], i, j)];
      }
      for (int n = 0; n < count; n++) {
        const ck_micro *o = &operations[n];
        value[o->destination] =
            apply_operation(c, o->operation, value[o->a], value[o->b], value[o->c], value[o->d]);
      }
      expected[i * result->step + j] = value[CK_REGISTERS + operand_count - 1];
    }
  }
  const size_t scratch = (CK_REGISTERS + 32) * CK_STRIP * sizeof(float);
  float *registers = aligned_alloc(64, scratch);
  if (registers == NULL) abort();
  const ck_chain job = {.operations = operations, .count = count, .operands = operands,
                        .operand_count = operand_count, .rows = rows, .columns = columns,
                        .registers = registers};
  c->kind->chain(&job);
  free(registers);
  // Padding between the columns may hold anything now.
  for (int i = 0; i + 1 < rows; i++) {
    for (ptrdiff_t j = columns; j < result->step; j++) to[i * result->step + j] = canary();
  }
  compare(c, to, size);
}

static ck_operand operand(check_case *c, int buffer, int spread, int rows, int columns,
                          ptrdiff_t step) {
  const int is_tall = spread == CK_MATRIX || spread == CK_COLUMN;
  return (ck_operand){.base = numbers(c, buffer, (is_tall ? rows * step : 0) + columns),
                      .step = step, .spread = spread};
}

static void shape(check_case *c, int *rows, int *columns) {
  *rows = extent(c, 700);
  *columns = pick(c, 0, 2) == 0 ? pick(c, 1, 9) : extent(c, 1200);
  if (*rows * (*columns + 9) > 12000) *rows = 1 + 12000 / (*columns + 9) % *rows;
}

void check_chain(check_case *c) {
  int rows, columns;
  shape(c, &rows, &columns);
  const int inputs = pick(c, 1, MOST_OPERANDS - 1), count = pick(c, 1, MOST_OPERATIONS);
  const ptrdiff_t step = columns + pick(c, 0, 9);
  ck_operand operands[MOST_OPERANDS];
  for (int n = 0; n < inputs; n++) {
    const ptrdiff_t own = pick(c, 0, 1) ? step : columns + pick(c, 0, 9);
    operands[n] = operand(c, n, pick(c, CK_MATRIX, CK_SCALAR), rows, columns, own);
  }
  operands[inputs] = (ck_operand){.base = target(c, inputs, rows * step), .step = step,
                                  .spread = CK_MATRIX};
  // Sources are operands, registers that were written, and in the end the result itself.
  uint16_t sources[MOST_OPERANDS + MOST_OPERATIONS];
  int source_count = 0;
  for (int n = 0; n < inputs; n++) sources[source_count++] = (uint16_t)(CK_REGISTERS + n);
  ck_micro operations[MOST_OPERATIONS];
  for (int n = 0; n < count; n++) {
    const int is_last = n == count - 1;
    const uint16_t to = is_last || pick(c, 0, 3) == 0 ? (uint16_t)(CK_REGISTERS + inputs)
                                                      : (uint16_t)pick(c, 0, CK_REGISTERS - 1);
    const ck_operation operation = (ck_operation)pick(c, CK_COPY, CK_QUOTIENT_SUBTRACT);
    operations[n] = (ck_micro){.operation = (uint16_t)operation, .destination = to,
                               .a = sources[pick(c, 0, source_count - 1)],
                               .b = sources[pick(c, 0, source_count - 1)],
                               .c = sources[pick(c, 0, source_count - 1)],
                               .d = sources[pick(c, 0, source_count - 1)]};
    sources[source_count++] = to;
  }
  snprintf(c->words, sizeof c->words, "%d operations over %d × %d, step %td, first %d", count, rows,
           columns, step, operations[0].operation);
  run_chain(c, operations, count, operands, inputs + 1, rows, columns);
}

void check_function(check_case *c, uint16_t operation) {
  int rows, columns;
  shape(c, &rows, &columns);
  const ptrdiff_t step = columns + pick(c, 0, 9);
  // Functions have their corners where numbers are large: no moderate ones alone.
  if (c->flavour == 0 && pick(c, 0, 1)) c->flavour = 2;
  ck_operand operands[2] = {
      operand(c, 0, pick(c, CK_MATRIX, CK_SCALAR), rows, columns, step),
      {.base = target(c, 1, rows * step), .step = step, .spread = CK_MATRIX}};
  const ck_micro one = {.operation = operation, .destination = CK_REGISTERS + 1,
                        .a = CK_REGISTERS, .b = CK_REGISTERS, .c = CK_REGISTERS,
                        .d = CK_REGISTERS};
  snprintf(c->words, sizeof c->words, "%d × %d, step %td", rows, columns, step);
  run_chain(c, &one, 1, operands, 2, rows, columns);
}
