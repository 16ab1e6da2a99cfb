// Exponential, logarithm and their kin, as many lanes at a time as `lanes` has: the file is read
// once for each width. Their bits are the project's own:
// libm's differ between systems. Polynomials are minimax fits of the relative error (Remez by
// linear programming, rounded to float); errors are of the fused kinds against double precision.

/// 1 where the condition holds, else 0.
CK_INLINE lanes indicator(integers condition) { return condition ? splat(1.0f) : splat(0.0f); }

CK_INLINE lanes magnitude(lanes x) { return (lanes)((integers)x & 0x7fffffff); }
CK_INLINE integers sign_bit(lanes x) { return (integers)x & (integers)(int32_t)0x80000000; }

/// 2ⁿ, for −126 ≤ n ≤ 127.
CK_INLINE lanes power_of_two(integers n) { return (lanes)((n + 127) << 23); }

/// eˣ. Below 1.05 ulp; gradual underflow; 0 below −104, ∞ above 88.73.
CK_INLINE lanes exponential(lanes x) {
  x = x > 89.0f ? splat(89.0f) : x;
  x = x < -104.0f ? splat(-104.0f) : x;
  lanes shifted = fused(x, splat(1.44269504f), splat(rounding_magic));
  lanes whole = shifted - rounding_magic;
  // ln 2 in two parts, of which the first has nine bits: its products are exact without fusion.
  lanes r = fused(whole, splat(-0.693359375f), x);
  r = fused(whole, splat(2.12194440e-4f), r);
  lanes p = splat(1.381458715e-03f);
  p = fused(p, r, splat(8.369416930e-03f));
  p = fused(p, r, splat(4.166842997e-02f));
  p = fused(p, r, splat(1.666651517e-01f));
  p = fused(p, r, splat(4.999999404e-01f));
  p = fused(p, r * r, r) + 1.0f;
  // Two factors, so that neither overflows where eˣ is denormal or infinite.
  integers n = (integers)shifted - (integers)splat(rounding_magic);
  integers half = n >> 1;
  return p * power_of_two(half) * power_of_two(n - half);
}

/// ln x for normal x > 0. Below 0.8 ulp.
CK_INLINE lanes logarithm_core(lanes x, integers exponent) {
  // x = m · 2ᵉ with m between √½ and √2.
  integers bits = (integers)x;
  integers offset = bits - 0x3f3504f3;
  exponent += offset >> 23;
  lanes m = (lanes)((offset & 0x007fffff) + 0x3f3504f3) - 1.0f;
  lanes e = __builtin_convertvector(exponent, lanes);
  lanes square = m * m;
  lanes p = splat(7.0376836292e-2f);
  p = fused(p, m, splat(-1.1514610310e-1f));
  p = fused(p, m, splat(1.1676998740e-1f));
  p = fused(p, m, splat(-1.2420140846e-1f));
  p = fused(p, m, splat(1.4249322787e-1f));
  p = fused(p, m, splat(-1.6668057665e-1f));
  p = fused(p, m, splat(2.0000714765e-1f));
  p = fused(p, m, splat(-2.4999993993e-1f));
  p = fused(p, m, splat(3.3333331174e-1f));
  p = p * m * square;
  p = fused(e, splat(-2.12194440e-4f), p);
  p = fused(square, splat(-0.5f), p);
  return fused(e, splat(0.693359375f), m + p);
}

/// ln x. Below 0.8 ulp; −∞ at ±0, NaN below, ∞ at ∞.
CK_INLINE lanes logarithm(lanes x) {
  integers tiny = x < 1.17549435e-38f;
  lanes scaled = tiny ? x * 8388608.0f : x;
  lanes result = logarithm_core(scaled, tiny & -23);
  result = x == __builtin_inff() ? x : result;
  result = x == 0.0f ? splat(-__builtin_inff()) : result;
  return ((x < 0.0f) | (x != x)) ? splat(__builtin_nanf("")) : result;
}

/// tanh x: odd, rational of degrees 9 and 8, ±1 from 9.02 on. Below 4.6 ulp and 2.7e-7.
CK_INLINE lanes hyperbolic_tangent(lanes x) {
  lanes y = x * x;
  lanes p = splat(1.338416746e-08f), q = splat(7.790198150e-07f);
  p = fused(p, y, splat(2.063573210e-05f));
  q = fused(q, y, splat(3.288508384e-04f));
  p = fused(p, y, splat(3.497452220e-03f));
  q = fused(q, y, splat(2.588434028e-02f));
  p = fused(p, y, splat(1.338268271e-01f));
  q = fused(q, y, splat(4.671600396e-01f));
  p = fused(p, y, splat(1.0f));
  q = fused(q, y, splat(1.0f));
  lanes ratio = x * p / q;
  integers saturated = (magnitude(x) > 9.02f) | (magnitude(ratio) > 1.0f);
  return saturated ? (lanes)((integers)splat(1.0f) | sign_bit(x)) : ratio;
}

/// 1 / (1 + e⁻ˣ). Below 2.5 ulp, at very negative x too: it never forms a large exponential.
CK_INLINE lanes sigmoid(lanes x) {
  lanes z = exponential((lanes)((integers)x | (int32_t)0x80000000));
  return (x < 0.0f ? z : splat(1.0f)) / (1.0f + z);
}

/// ln(1 + eˣ) = max(x, 0) + ln(1 + z) with z = e^−|x|. Below 2.5 ulp: ln(1 + z) is taken as
/// 2 artanh(z / (2 + z)), which keeps its relative accuracy where z is tiny.
CK_INLINE lanes softplus(lanes x) {
  lanes z = exponential((lanes)((integers)x | (int32_t)0x80000000));
  lanes t = z / (2.0f + z);
  lanes y = t * t;
  lanes p = splat(1.217451096e-01f);
  p = fused(p, y, splat(1.070852429e-01f));
  p = fused(p, y, splat(1.430885196e-01f));
  p = fused(p, y, splat(1.999942362e-01f));
  p = fused(p, y, splat(3.333333731e-01f));
  lanes twice = t + t;
  lanes rest = fused(p * y, twice, twice);
  return (x > 0.0f ? x : splat(0.0f)) + rest;
}

/// sin x. Absolute error below 1.3e-7 for |x| ≤ 8192, and below 2 ulp within one turn; some number
/// of [−1, 1] beyond, NaN at ±∞.
CK_INLINE lanes sine(lanes x) {
  lanes shifted = fused(x, splat(0.318309886f), splat(rounding_magic));
  lanes whole = shifted - rounding_magic;
  // π in three parts; a whole of twelve bits times either of the first two is exact.
  lanes r = fused(whole, splat(-3.140625f), x);
  r = fused(whole, splat(-9.67502593994140625e-4f), r);
  r = fused(whole, splat(-1.509957990978376432e-7f), r);
  r = r > 1.5708f ? splat(1.5708f) : r;
  r = r < -1.5708f ? splat(-1.5708f) : r;
  lanes y = r * r;
  lanes p = splat(-2.355900364e-08f);
  p = fused(p, y, splat(2.750492968e-06f));
  p = fused(p, y, splat(-1.984042756e-04f));
  p = fused(p, y, splat(8.333327249e-03f));
  p = fused(p, y, splat(-1.666666716e-01f));
  lanes result = fused(p * y, r, r);
  return (lanes)((integers)result ^ ((integers)shifted << 31));
}
