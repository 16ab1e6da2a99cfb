// Chains over fewer than eight columns: many rows are copied behind one another into one strip, so
// that all lanes work, and what was written is copied back.

/// Which operands a chain reads before it writes them, and which it writes.
static void reads_and_writes(const ck_chain *chain, uint32_t *reads, uint32_t *writes) {
  *reads = *writes = 0;
  for (int i = 0; i < chain->count; i++) {
    const ck_micro *m = &chain->operations[i];
    const uint16_t sources[4] = {m->a, m->b, m->c, m->d};
    for (int s = 0; s < 4; s++) {
      if (sources[s] < CK_REGISTERS) continue;
      const uint32_t bit = (uint32_t)1 << (sources[s] - CK_REGISTERS);
      *reads |= bit & ~*writes;
    }
    if (m->destination >= CK_REGISTERS) {
      *writes |= (uint32_t)1 << (m->destination - CK_REGISTERS);
    }
  }
}

/// A copy of rows × columns, with `columns` known to the compiler: a call per row would cost more
/// than the row.
static void copy_thin(const float *from, ptrdiff_t from_step, float *to, ptrdiff_t to_step,
                      ptrdiff_t rows, int columns) {
#define CK_COPY_THIN(count)                                                                       \
  case count:                                                                                     \
    for (; rows > 0; rows--, from += from_step, to += to_step) {                                  \
      CK_UNROLL for (int j = 0; j < count; j++) to[j] = from[j];                                  \
    }                                                                                             \
    break;
  switch (columns) {
    CK_COPY_THIN(1)
    CK_COPY_THIN(2)
    CK_COPY_THIN(3)
    CK_COPY_THIN(4)
    CK_COPY_THIN(5)
    CK_COPY_THIN(6)
    CK_COPY_THIN(7)
  }
}

static void spread_column(const float *from, ptrdiff_t step, float *to, ptrdiff_t rows,
                          int columns) {
  for (; rows > 0; rows--, from += step, to += columns) {
    for (int j = 0; j < columns; j++) to[j] = *from;
  }
}

/// A matrix that lies densely is used where it is.
CK_INLINE int is_dense(const ck_chain *chain, int operand) {
  return chain->operands[operand].spread == CK_MATRIX &&
         chain->operands[operand].step == chain->columns;
}

/// Scalars and rows are the same for every strip.
static void place_constants(const ck_chain *chain, places *at, ptrdiff_t group) {
  for (int n = 0; n < chain->operand_count; n++) {
    const ck_operand *operand = &chain->operands[n];
    float *strip = at->base[CK_REGISTERS + n];
    if (operand->spread == CK_SCALAR) fill(strip, operand->base[0], group * chain->columns);
    if (operand->spread == CK_ROW) {
      copy_thin(operand->base, 0, strip, chain->columns, group, chain->columns);
    }
    if (!is_dense(chain, n)) at->whole |= (uint64_t)1 << (CK_REGISTERS + n);
  }
}

static void chain_thin(const ck_chain *chain) {
  const int columns = chain->columns;
  const ptrdiff_t group = smaller(CK_STRIP / columns, chain->rows);
  uint32_t reads, writes;
  places at;
  reads_and_writes(chain, &reads, &writes);
  begin_places(chain, &at, 0);
  place_constants(chain, &at, group);
  for (ptrdiff_t row = 0; row < chain->rows; row += group) {
    const ptrdiff_t rows = smaller(chain->rows - row, group);
    for (int n = 0; n < chain->operand_count; n++) {
      const ck_operand *operand = &chain->operands[n];
      const float *from = operand->base + row * operand->step;
      float *strip = at.base[CK_REGISTERS + n];
      if (operand->spread == CK_COLUMN) {
        spread_column(from, operand->step, strip, rows, columns);
      } else if (is_dense(chain, n)) {
        at.base[CK_REGISTERS + n] = operand->base + row * columns;
      } else if (operand->spread == CK_MATRIX && (reads >> n & 1)) {
        copy_thin(from, operand->step, strip, columns, rows, columns);
      }
    }
    run_strip(chain, &at, 1, rows * columns);
    for (int n = 0; n < chain->operand_count; n++) {
      if (!(writes >> n & 1) || is_dense(chain, n)) continue;
      const ck_operand *operand = &chain->operands[n];
      copy_thin(at.base[CK_REGISTERS + n], columns, operand->base + row * operand->step,
                operand->step, rows, columns);
    }
  }
}
