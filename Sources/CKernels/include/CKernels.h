// The arithmetic of the engine: every kernel's prototype and contract.
//
// Same bits everywhere. A kernel's result is a function of its operands alone: the order of every
// sum is part of the contract below, products use explicit fused multiply–add (one rounding),
// contraction is off everywhere else, and no libm function lies on the way. So every kind of
// kernel with fused multiply–add (`avx2+fma`, `neon`, ...) gives the same bits; the `portable`
// kind multiplies and adds in two roundings and has bits of its own.
//
// A matrix is a base, a count of rows and columns, and a row stride in floats. Columns are
// contiguous. A buffer may be read, never written, up to 64 bytes past its last element.
#ifndef CKERNELS_H
#define CKERNELS_H

#include <stddef.h>
#include <stdint.h>

// MARK: Products

/// C = initial + A·B, with A(i, k) = a[i·a_row + k·a_inner], B(k, j) = b[k·b_row + j],
/// C(i, j) = c[i·c_row + j].
///
/// Each element is ONE chain of fused multiply–adds: it starts at initial(i, j) (zero where
/// `initial` is NULL; initial[i·initial_row + j], so that stride 0 is a bias row) and takes
/// k = 0, 1, …, inner−1 in order. `initial` may be `c` itself (accumulation). Writes exactly
/// rows × columns elements. a_row = 1 is the transposed first factor; both strides of A are free.
typedef struct {
  const float *a;
  ptrdiff_t a_row, a_inner;
  const float *b;
  ptrdiff_t b_row;
  float *c;
  ptrdiff_t c_row;
  const float *initial;
  ptrdiff_t initial_row;
  int32_t rows, columns, inner;
} ck_product;

/// C = initial + A·Bᵀ for few columns (at most 8), summed in eight lanes: lane l takes the fused
/// multiply–adds of k = l, l+8, l+16, … in order from zero; the lanes are joined as
/// ((0+4)+(2+6)) + ((1+5)+(3+7)), and then `initial` is added (nothing where it is NULL).
/// A(i, k) = a[i·a_row + k]; B(k, j) = b[j·b_column + k·b_inner] with any strides.
typedef struct {
  const float *a;
  ptrdiff_t a_row;
  const float *b;
  ptrdiff_t b_inner, b_column;
  float *c;
  ptrdiff_t c_row;
  const float *initial;
  ptrdiff_t initial_row;
  int32_t rows, columns, inner;
} ck_dots;

// MARK: Elementwise chains

/// One operation on whole strips. The numbers are part of no file format.
typedef enum {
  CK_COPY,      // a
  CK_NEGATE,    // −a
  CK_EXP,       // eᵃ
  CK_LOG,       // ln a; −∞ at 0, NaN below
  CK_TANH,
  CK_SIGMOID,   // 1 / (1 + e⁻ᵃ)
  CK_SOFTPLUS,  // ln(1 + eᵃ) = max(a, 0) + ln(1 + e^−|a|)
  CK_SQRT,      // IEEE square root
  CK_SIN,       // accurate for |a| ≤ 8192
  CK_ADD,       // a + b
  CK_SUBTRACT,  // a − b
  CK_MULTIPLY,  // a · b
  CK_DIVIDE,    // a / b
  CK_MAXIMUM,   // a > b ? a : b, and NaN where either is NaN
  CK_GREATER,   // a > b ? 1 : 0
  CK_SELECT,    // a ≠ 0 ? b : c
  CK_FMA,       // a·b + c in one rounding
  CK_FNMA,      // c − a·b in one rounding
  CK_FMS,       // a·b − c in one rounding
  // Two or three of these one after the other, each with its own rounding.
  CK_NEGATED_MULTIPLY,    // −(a·b)
  CK_MULTIPLY_MULTIPLY,   // (a·b)·c
  CK_MULTIPLY_DIVIDE,     // (a·b) / c
  CK_MULTIPLY_FMA,        // a·b + c·d: of c·d rounded, then in one rounding
  CK_MULTIPLY_SELECT,     // a ≠ 0 ? b : c·d
  CK_GREATER_SELECT,      // a > b ? c : d
  CK_FNMA_MULTIPLY,       // (c − a·b)·d, the difference in one rounding
  CK_ADD_MULTIPLY,        // (a + b)·c
  CK_SUBTRACT_MULTIPLY,   // (a − b)·c
  CK_SQRT_ADD,            // √a + b
  CK_DIVIDE_SUBTRACT,     // c − a/b
  CK_QUOTIENT_SUBTRACT,   // d − (a·b)/c
} ck_operation;

/// How an operand's elements spread over the rows × columns of a chain.
typedef enum {
  CK_MATRIX,  // (i, j) at base[i·step + j]
  CK_ROW,     // (i, j) at base[j]
  CK_COLUMN,  // (i, j) at base[i·step]
  CK_SCALAR,  // (i, j) at base[0]
} ck_spread;

typedef struct {
  float *base;
  ptrdiff_t step;
  int32_t spread;
} ck_operand;

enum { CK_REGISTERS = 32, CK_STRIP = 512 };

/// An index below CK_REGISTERS names a register strip, CK_REGISTERS + n the chain's operand n.
/// Unused sources repeat `a`. A destination is a register or an operand of spread CK_MATRIX;
/// it may be one of the sources.
typedef struct {
  uint16_t operation;
  uint16_t destination, a, b, c, d;
} ck_micro;

/// Runs `count` operations over rows × columns elements, strip after strip (each strip goes
/// through the whole chain while it is in the nearest cache). `registers` is scratch of
/// CK_REGISTERS × CK_STRIP floats plus 32 × CK_STRIP for spread operands, 64-byte aligned.
/// At most 32 operands. Padding between `columns` and `step` of a destination may be overwritten
/// with anything; nothing outside the (rows−1)·step + columns floats of it is written.
typedef struct {
  const ck_micro *operations;
  int32_t count;
  const ck_operand *operands;
  int32_t operand_count;
  int32_t rows, columns;
  float *registers;
} ck_chain;

// MARK: Reductions and movement

/// A walk over up to eight nested extents, outermost first, with a stride of each side.
typedef struct {
  int32_t rank;
  int32_t extents[8];
  ptrdiff_t from[8], to[8];
} ck_walk;

// MARK: Random numbers

/// Which draw: Philox4x32-10 with key (seed low, seed high) and counter
/// (block, row, step, stream), where column c of a row lies in group g = c / 32, word
/// w = (c mod 32) / 8, block = g·8 + c mod 8. Uniforms are (word >> 9)·2⁻²³ + 2⁻²⁴, in (0, 1).
/// Normals join words 0 and 1 (2 and 3) of a block by Box–Muller: r = √(−2 ln u₀) with u₀ from
/// word 0 (2), angle 2π·u₁ with u₁ from word 1 (3); the cosine is word 0's (2's) normal, the
/// sine word 1's (3's). A value depends on (seed, stream, step, row, column) alone.
typedef struct {
  uint64_t seed;
  uint32_t stream;
  uint32_t step;
  uint32_t first_row;
  int32_t rows, columns;
  float *to;
  ptrdiff_t to_row;
} ck_draw;

/// Patches of channel-last images: image (height, width, channels) to
/// (out_height·out_width) × (kernel_height·kernel_width·channels), zero outside.
typedef struct {
  int32_t height, width, channels;
  int32_t kernel_height, kernel_width, stride, padding;
  int32_t out_height, out_width;
} ck_patches;

/// One kind of processor's kernels.
typedef struct {
  const char *name;     // "avx512", "avx2+fma", "neon", "portable"
  int32_t fused;        // 1 where multiply–add rounds once: bits are shared by all such kinds
  void (*product)(const ck_product *);
  void (*dots)(const ck_dots *);
  void (*chain)(const ck_chain *);
  /// to[i] = sum over the row, in the eight lanes of `dots` (additions from zero). `to_step` apart.
  void (*sum_columns)(const float *from, ptrdiff_t from_row, int32_t rows, int32_t columns,
                      float *to, ptrdiff_t to_step);
  /// to[j] = from[0][j] + from[1][j] + … in order, from zero.
  void (*sum_rows)(const float *from, ptrdiff_t from_row, int32_t rows, int32_t columns, float *to);
  /// Largest of each row, NaN if any is. `to_step` apart.
  void (*maximum_columns)(const float *from, ptrdiff_t from_row, int32_t rows, int32_t columns,
                          float *to, ptrdiff_t to_step);
  void (*transpose)(const float *from, ptrdiff_t from_row, int32_t rows, int32_t columns,
                    float *to, ptrdiff_t to_row);
  void (*normals)(const ck_draw *);
  void (*uniforms)(const ck_draw *);
  /// Independent fused multiply–adds for the measured peak; returns the operations done.
  double (*spin)(int64_t iterations);
} ck_kernels;

/// The kernels for this processor, chosen once.
const ck_kernels *ck_best(void);
/// The kinds that this processor can run, best first; NULL past the last.
const ck_kernels *ck_available(int32_t index);

// MARK: Kernels of one kind for all (they only move, compare or add in a stated order)

/// to[walk] = from[walk].
void ck_copy(const ck_walk *walk, const float *from, float *to);
/// to[outer] = Σ over inner of from, in the walk's order, from zero.
void ck_sum(const ck_walk *outer, const ck_walk *inner, const float *from, float *to);
/// to[outer] = the largest over inner; NaN if any is.
void ck_maximum(const ck_walk *outer, const ck_walk *inner, const float *from, float *to);
/// `count` images, `from_image` and `to_image` floats apart.
void ck_unfold(const ck_patches *, const float *from, ptrdiff_t from_image, float *to,
               ptrdiff_t to_image, int32_t count);
/// The adjoint of `ck_unfold`: each pixel sums its patches in order of kernel row, then column.
void ck_fold(const ck_patches *, const float *from, ptrdiff_t from_image, float *to,
             ptrdiff_t to_image, int32_t count);

/// Tells the processor that this thread spins.
static inline void ck_pause(void) {
#if defined(__x86_64__) || defined(__i386__)
  __builtin_ia32_pause();
#elif defined(__aarch64__)
  __asm__ volatile("yield");
#endif
}

#endif
