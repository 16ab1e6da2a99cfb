// The elementwise operations, one number at a time: the definitions of functions.h, rounding for
// rounding.
#include "case.h"

#include <math.h>

#pragma STDC FP_CONTRACT OFF

static const float magic = 12582912.0f;

static float power_of_two(int32_t n) { return float_of(((uint32_t)n + 127u) << 23); }

static float exponential(const check_case *c, float x) {
  x = x > 89.0f ? 89.0f : x;
  x = x < -104.0f ? -104.0f : x;
  const float shifted = mad(c, x, 1.44269504f, magic), whole = shifted - magic;
  float r = mad(c, whole, -0.693359375f, x);
  r = mad(c, whole, 2.12194440e-4f, r);
  float p = 1.381458715e-03f;
  p = mad(c, p, r, 8.369416930e-03f);
  p = mad(c, p, r, 4.166842997e-02f);
  p = mad(c, p, r, 1.666651517e-01f);
  p = mad(c, p, r, 4.999999404e-01f);
  p = mad(c, p, r * r, r) + 1.0f;
  const int32_t n = (int32_t)(bits_of(shifted) - bits_of(magic)), half = n >> 1;
  return p * power_of_two(half) * power_of_two((int32_t)((uint32_t)n - (uint32_t)half));
}

float reference_logarithm(const check_case *c, float x, int32_t exponent) {
  const uint32_t offset = bits_of(x) - 0x3f3504f3u;
  exponent += (int32_t)offset >> 23;
  const float m = float_of((offset & 0x007fffff) + 0x3f3504f3u) - 1.0f;
  const float e = (float)exponent, square = m * m;
  static const float factors[] = {
      -1.1514610310e-1f, 1.1676998740e-1f,  -1.2420140846e-1f, 1.4249322787e-1f,
      -1.6668057665e-1f, 2.0000714765e-1f, -2.4999993993e-1f, 3.3333331174e-1f};
  float p = 7.0376836292e-2f;
  for (int i = 0; i < 8; i++) p = mad(c, p, m, factors[i]);
  p = p * m * square;
  p = mad(c, e, -2.12194440e-4f, p);
  p = mad(c, square, -0.5f, p);
  return mad(c, e, 0.693359375f, m + p);
}

static float logarithm(const check_case *c, float x) {
  if (x < 0.0f || x != x) return NAN;
  if (x == 0.0f) return -INFINITY;
  if (x == INFINITY) return x;
  const int tiny = x < 1.17549435e-38f;
  return reference_logarithm(c, tiny ? x * 8388608.0f : x, tiny ? -23 : 0);
}

static float hyperbolic_tangent(const check_case *c, float x) {
  static const float above[] = {2.063573210e-05f, 3.497452220e-03f, 1.338268271e-01f, 1.0f};
  static const float below[] = {3.288508384e-04f, 2.588434028e-02f, 4.671600396e-01f, 1.0f};
  const float y = x * x;
  float p = 1.338416746e-08f, q = 7.790198150e-07f;
  for (int i = 0; i < 4; i++) {
    p = mad(c, p, y, above[i]);
    q = mad(c, q, y, below[i]);
  }
  const float ratio = x * p / q;
  return fabsf(x) > 9.02f || fabsf(ratio) > 1.0f ? copysignf(1.0f, x) : ratio;
}

/// e^−|x|, whatever the sign of a NaN.
static float decay(const check_case *c, float x) {
  return exponential(c, float_of(bits_of(x) | 0x80000000u));
}

static float sigmoid(const check_case *c, float x) {
  const float z = decay(c, x);
  return (x < 0.0f ? z : 1.0f) / (1.0f + z);
}

static float softplus(const check_case *c, float x) {
  const float z = decay(c, x), t = z / (2.0f + z), y = t * t;
  float p = 1.217451096e-01f;
  p = mad(c, p, y, 1.070852429e-01f);
  p = mad(c, p, y, 1.430885196e-01f);
  p = mad(c, p, y, 1.999942362e-01f);
  p = mad(c, p, y, 3.333333731e-01f);
  const float twice = t + t;
  return (x > 0.0f ? x : 0.0f) + mad(c, p * y, twice, twice);
}

static float sine(const check_case *c, float x) {
  const float shifted = mad(c, x, 0.318309886f, magic), whole = shifted - magic;
  float r = mad(c, whole, -3.140625f, x);
  r = mad(c, whole, -9.67502593994140625e-4f, r);
  r = mad(c, whole, -1.509957990978376432e-7f, r);
  r = r > 1.5708f ? 1.5708f : r;
  r = r < -1.5708f ? -1.5708f : r;
  const float y = r * r;
  float p = -2.355900364e-08f;
  p = mad(c, p, y, 2.750492968e-06f);
  p = mad(c, p, y, -1.984042756e-04f);
  p = mad(c, p, y, 8.333327249e-03f);
  p = mad(c, p, y, -1.666666716e-01f);
  return float_of(bits_of(mad(c, p * y, r, r)) ^ bits_of(shifted) << 31);
}

float apply_operation(const check_case *c, uint16_t operation, float x, float y, float z,
                      float w) {
  switch ((ck_operation)operation) {
    case CK_COPY: return x;
    case CK_NEGATE: return -x;
    case CK_EXP: return exponential(c, x);
    case CK_LOG: return logarithm(c, x);
    case CK_TANH: return hyperbolic_tangent(c, x);
    case CK_SIGMOID: return sigmoid(c, x);
    case CK_SOFTPLUS: return softplus(c, x);
    case CK_SQRT: return sqrtf(x);
    case CK_SIN: return sine(c, x);
    case CK_ADD: return x + y;
    case CK_SUBTRACT: return x - y;
    case CK_MULTIPLY: return x * y;
    case CK_DIVIDE: return x / y;
    case CK_MAXIMUM: return x > y || x != x ? x : y;
    case CK_GREATER: return x > y ? 1.0f : 0.0f;
    case CK_SELECT: return x != 0.0f ? y : z;
    case CK_FMA: return mad(c, x, y, z);
    case CK_FNMA: return mad(c, -x, y, z);
    case CK_FMS: return mad(c, x, y, -z);
    case CK_NEGATED_MULTIPLY: return -(x * y);
    case CK_MULTIPLY_MULTIPLY: return x * y * z;
    case CK_MULTIPLY_DIVIDE: return x * y / z;
    case CK_MULTIPLY_FMA: return mad(c, x, y, z * w);
    case CK_MULTIPLY_SELECT: return x != 0.0f ? y : z * w;
    case CK_GREATER_SELECT: return x > y ? z : w;
    case CK_FNMA_MULTIPLY: return mad(c, -x, y, z) * w;
    case CK_ADD_MULTIPLY: return (x + y) * z;
    case CK_SUBTRACT_MULTIPLY: return (x - y) * z;
    case CK_SQRT_ADD: return sqrtf(x) + y;
    case CK_DIVIDE_SUBTRACT: return z - x / y;
    case CK_QUOTIENT_SUBTRACT: return w - x * y / z;
  }
  return NAN;
}
