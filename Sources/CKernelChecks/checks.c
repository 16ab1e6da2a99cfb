// The list of checks, and their run over many cases.
#include "case.h"

#include <stdlib.h>
#include <string.h>

static void check_exp(check_case *c) { check_function(c, CK_EXP); }
static void check_log(check_case *c) { check_function(c, CK_LOG); }
static void check_tanh(check_case *c) { check_function(c, CK_TANH); }
static void check_sigmoid(check_case *c) { check_function(c, CK_SIGMOID); }
static void check_softplus(check_case *c) { check_function(c, CK_SOFTPLUS); }
static void check_sqrt(check_case *c) { check_function(c, CK_SQRT); }
static void check_sin(check_case *c) { check_function(c, CK_SIN); }

static const struct {
  const char *name;
  void (*run)(check_case *);
} checks[] = {
    {"product", check_product},
    {"dots", check_dots},
    {"chain", check_chain},
    {"exp", check_exp},
    {"log", check_log},
    {"tanh", check_tanh},
    {"sigmoid", check_sigmoid},
    {"softplus", check_softplus},
    {"sqrt", check_sqrt},
    {"sin", check_sin},
    {"sum_columns", check_sum_columns},
    {"sum_rows", check_sum_rows},
    {"maximum_columns", check_maximum_columns},
    {"transpose", check_transpose},
    {"normals", check_normals},
    {"uniforms", check_uniforms},
    {"copy", check_copy},
    {"sum", check_sum},
    {"maximum", check_maximum},
    {"unfold", check_unfold},
    {"fold", check_fold},
};

enum { CHECKS = sizeof checks / sizeof checks[0] };

const char *ckc_name(int32_t kernel) {
  return kernel >= 0 && kernel < CHECKS ? checks[kernel].name : NULL;
}

static float *buffer(void) {
  float *floats = aligned_alloc(64, (BUFFER + 2 * SLACK) * sizeof(float));
  if (floats == NULL) abort();
  return floats;
}

ckc_report ckc_check(const ck_kernels *kind, int32_t kernel, uint64_t seed, int32_t cases) {
  ckc_report report = {.cases = 0, .failures = 0, .hash = 0xcbf29ce484222325u};
  check_case c = {.kind = kind, .state = seed * 0x9E3779B97F4A7C15u + (uint64_t)kernel + 1,
                  .expected = buffer(), .report = &report};
  for (int i = 0; i < BUFFERS; i++) c.buffer[i] = buffer();
  while (report.cases < cases) {
    const uint64_t before = report.hash;
    c.flavour = pick(&c, 0, 2);
    checks[kernel].run(&c);
    // A case that would not fit its buffers is none.
    if (report.hash != before) report.cases++;
  }
  for (int i = 0; i < BUFFERS; i++) free(c.buffer[i]);
  free(c.expected);
  return report;
}
