// One random case: its numbers, its buffers, and what is compared in the end.
#ifndef CKERNELCHECKS_CASE_H
#define CKERNELCHECKS_CASE_H

#include "include/CKernelChecks.h"

#include <stddef.h>
#include <stdint.h>

/// Floats of a buffer, and what a kernel may read past a last element.
enum { BUFFER = 1 << 16, SLACK = 64, BUFFERS = 8 };

/// A case under way: dice, buffers in memory, and the kind of numbers that they hold.
typedef struct {
  const ck_kernels *kind;
  uint64_t state;
  /// 0 moderate numbers, 1 any finite ones, 2 every third a special one.
  int flavour;
  /// Each of BUFFER + 2 · SLACK floats, `shift` past a cache line.
  float *buffer[BUFFERS];
  float *expected;
  ckc_report *report;
  char words[120];
} check_case;

uint32_t dice(check_case *c);
/// A number of low ... high.
int pick(check_case *c, int low, int high);
/// Mostly small, now and then up to `high`.
int extent(check_case *c, int high);
float number(check_case *c);
/// Fills a buffer's first `count` floats and the slack behind with numbers; returns it, shifted.
float *numbers(check_case *c, int buffer, ptrdiff_t count);
/// A buffer full of canaries, and the expected one likewise.
float *target(check_case *c, int buffer, ptrdiff_t count);
/// Compares a buffer's first `count` floats and what lies around with the expected ones.
void compare(check_case *c, const float *got, ptrdiff_t count);

/// What stands where a kernel must not write.
float canary(void);
uint32_t bits_of(float value);
float float_of(uint32_t bits);
/// a·b + c as the kind rounds it.
float mad(const check_case *c, float a, float b, float addend);
/// The join of eight lanes that the contract states.
float join_lanes(const float *lane);
/// One elementwise operation by its definition.
float apply_operation(const check_case *c, uint16_t operation, float x, float y, float z, float w);
/// ln x of a normal number, as draws take it.
float reference_logarithm(const check_case *c, float x, int32_t exponent);

void check_product(check_case *);
void check_dots(check_case *);
void check_chain(check_case *);
void check_function(check_case *, uint16_t operation);
void check_sum_columns(check_case *);
void check_sum_rows(check_case *);
void check_maximum_columns(check_case *);
void check_transpose(check_case *);
void check_normals(check_case *);
void check_uniforms(check_case *);
void check_copy(check_case *);
void check_sum(check_case *);
void check_maximum(check_case *);
void check_unfold(check_case *);
void check_fold(check_case *);

#endif
