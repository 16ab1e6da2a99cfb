// One loop per elementwise operation, over a few rows of a strip at once.

/// Operands of one operation. A source repeated down the rows has step 0. The destination may be a
/// source exactly; exactly `columns` elements of each row are written.
typedef struct {
  float *to;
  const float *a, *b, *c, *d;
  ptrdiff_t to_step, a_step, b_step, c_step, d_step;
  ptrdiff_t rows, columns;
} stretch;

#define CK_ONE(vector, name, expression)                                                          \
  CK_INLINE vector one_##name(vector a, vector b, vector c, vector d) {                           \
    (void)a, (void)b, (void)c, (void)d;                                                           \
    return expression;                                                                            \
  }
#if CK_BROAD > 8
#define CK_ONE_BROAD(name, expression) CK_ONE(broad, name, expression)
#else
#define CK_ONE_BROAD(name, expression)
#endif

/// All loads of a turn go before its stores: the compiler may not move them there itself, since
/// the destination may be a source.
#define CK_OPERATION(name, unroll, expression)                                                    \
  CK_ONE(lanes, name, expression)                                                                 \
  CK_ONE_BROAD(name, expression)                                                                  \
  static void run_##name(const stretch *s) {                                                      \
    float *to = s->to;                                                                            \
    const float *a = s->a, *b = s->b, *c = s->c, *d = s->d;                                       \
    const ptrdiff_t columns = s->columns;                                                         \
    for (ptrdiff_t row = s->rows; row > 0; row--) {                                               \
      ptrdiff_t j = 0;                                                                            \
      for (; j + CK_BROAD * unroll <= columns; j += CK_BROAD * unroll) {                          \
        broad result[unroll];                                                                     \
        CK_UNROLL for (int u = 0; u < unroll; u++) {                                              \
          const ptrdiff_t at = j + CK_BROAD * u;                                                  \
          result[u] = one_##name(load_broad(a + at), load_broad(b + at), load_broad(c + at),      \
                                 load_broad(d + at));                                             \
        }                                                                                         \
        CK_UNROLL for (int u = 0; u < unroll; u++) store(to + j + CK_BROAD * u, result[u]);       \
      }                                                                                           \
      for (; j < columns; j += CK_LANES) {                                                        \
        store_part(to + j, one_##name(load(a + j), load(b + j), load(c + j), load(d + j)),        \
                   columns - j);                                                                  \
      }                                                                                           \
      to += s->to_step;                                                                           \
      a += s->a_step;                                                                             \
      b += s->b_step;                                                                             \
      c += s->c_step;                                                                             \
      d += s->d_step;                                                                             \
    }                                                                                             \
  }

CK_OPERATION(copy, 4, a)
CK_OPERATION(negate, 4, -a)
CK_OPERATION(exp, 2, exponential(a))
CK_OPERATION(log, 2, logarithm(a))
CK_OPERATION(tanh, 2, hyperbolic_tangent(a))
CK_OPERATION(sigmoid, 2, sigmoid(a))
CK_OPERATION(softplus, 2, softplus(a))
CK_OPERATION(sqrt, 2, __builtin_elementwise_sqrt(a))
CK_OPERATION(sin, 2, sine(a))
CK_OPERATION(add, 4, a + b)
CK_OPERATION(subtract, 4, a - b)
CK_OPERATION(multiply, 4, a *b)
CK_OPERATION(divide, 4, a / b)
CK_OPERATION(maximum, 4, ((a > b) | (a != a)) ? a : b)
CK_OPERATION(greater, 4, indicator(a > b))
CK_OPERATION(select, 4, a != 0.0f ? b : c)
CK_OPERATION(fma, 4, fused(a, b, c))
CK_OPERATION(fnma, 4, fused(-a, b, c))
CK_OPERATION(fms, 4, fused(a, b, -c))
CK_OPERATION(negated_multiply, 4, -(a * b))
CK_OPERATION(multiply_multiply, 4, a *b *c)
CK_OPERATION(multiply_divide, 4, a *b / c)
CK_OPERATION(multiply_fma, 4, fused(a, b, c *d))
CK_OPERATION(multiply_select, 4, a != 0.0f ? b : c * d)
CK_OPERATION(greater_select, 4, a > b ? c : d)
CK_OPERATION(fnma_multiply, 4, fused(-a, b, c) * d)
CK_OPERATION(add_multiply, 4, (a + b) * c)
CK_OPERATION(subtract_multiply, 4, (a - b) * c)
CK_OPERATION(sqrt_add, 2, __builtin_elementwise_sqrt(a) + b)
CK_OPERATION(divide_subtract, 4, c - a / b)
CK_OPERATION(quotient_subtract, 4, d - a * b / c)

static void (*const run_operation[])(const stretch *) = {
    [CK_COPY] = run_copy,         [CK_NEGATE] = run_negate,     [CK_EXP] = run_exp,
    [CK_LOG] = run_log,           [CK_TANH] = run_tanh,         [CK_SIGMOID] = run_sigmoid,
    [CK_SOFTPLUS] = run_softplus, [CK_SQRT] = run_sqrt,         [CK_SIN] = run_sin,
    [CK_ADD] = run_add,           [CK_SUBTRACT] = run_subtract, [CK_MULTIPLY] = run_multiply,
    [CK_DIVIDE] = run_divide,     [CK_MAXIMUM] = run_maximum,   [CK_GREATER] = run_greater,
    [CK_SELECT] = run_select,     [CK_FMA] = run_fma,           [CK_FNMA] = run_fnma,
    [CK_FMS] = run_fms,
    [CK_NEGATED_MULTIPLY] = run_negated_multiply,
    [CK_MULTIPLY_MULTIPLY] = run_multiply_multiply,
    [CK_MULTIPLY_DIVIDE] = run_multiply_divide,
    [CK_MULTIPLY_FMA] = run_multiply_fma,
    [CK_MULTIPLY_SELECT] = run_multiply_select,
    [CK_GREATER_SELECT] = run_greater_select,
    [CK_FNMA_MULTIPLY] = run_fnma_multiply,
    [CK_ADD_MULTIPLY] = run_add_multiply,
    [CK_SUBTRACT_MULTIPLY] = run_subtract_multiply,
    [CK_SQRT_ADD] = run_sqrt_add,
    [CK_DIVIDE_SUBTRACT] = run_divide_subtract,
    [CK_QUOTIENT_SUBTRACT] = run_quotient_subtract,
};
