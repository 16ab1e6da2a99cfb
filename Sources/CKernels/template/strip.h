// One strip of a chain: where its registers and operands lie, and the run of all operations on it.

enum { CK_OPERANDS = 32, CK_PLACES = CK_REGISTERS + CK_OPERANDS };

/// Where registers and operands of the current strip lie: place n's row r is at
/// base[n] + r · step[n]. A `whole` place may be written up to the next eight columns.
typedef struct {
  float *base[CK_PLACES];
  ptrdiff_t step[CK_PLACES];
  uint64_t whole;
} places;

/// Scratch for operand n where its elements have to be spread out or gathered.
CK_INLINE float *spread_strip(const ck_chain *chain, int operand) {
  return chain->registers + (CK_REGISTERS + operand) * CK_STRIP;
}

static void fill(float *to, float value, ptrdiff_t count) {
  for (ptrdiff_t i = 0; i < count; i += CK_LANES) store(to + i, splat(value));
}

/// Registers, scalars and the scratch of the rest; `step` from row to row in scratch.
static void begin_places(const ck_chain *chain, places *at, ptrdiff_t step) {
  for (int n = 0; n < CK_REGISTERS; n++) {
    at->base[n] = chain->registers + n * CK_STRIP;
    at->step[n] = step;
  }
  at->whole = 0xffffffff;
  for (int n = 0; n < chain->operand_count; n++) {
    at->base[CK_REGISTERS + n] = spread_strip(chain, n);
    at->step[CK_REGISTERS + n] = step;
  }
}

static void run_strip(const ck_chain *chain, const places *at, ptrdiff_t rows, ptrdiff_t columns) {
  const ptrdiff_t padded = rounded_up(columns);
  for (int i = 0; i < chain->count; i++) {
    const ck_micro *m = &chain->operations[i];
    stretch s = {
        .to = at->base[m->destination],
        .a = at->base[m->a],
        .b = at->base[m->b],
        .c = at->base[m->c],
        .d = at->base[m->d],
        .to_step = at->step[m->destination],
        .a_step = at->step[m->a],
        .b_step = at->step[m->b],
        .c_step = at->step[m->c],
        .d_step = at->step[m->d],
        .rows = rows,
        .columns = at->whole >> m->destination & 1 ? padded : columns,
    };
    if (s.columns == s.to_step && s.to_step == s.a_step && s.to_step == s.b_step &&
        s.to_step == s.c_step && s.to_step == s.d_step) {
      s.columns *= rows;
      s.rows = 1;
    }
    run_operation[m->operation](&s);
  }
}
