// Chains of elementwise operations: how rows × columns are cut into strips. Three ways: flat (the
// matrix with its padding is one long row), by groups of rows, and, for a few columns, dense copies
// of many rows (thin.h).

/// One long row: all matrices share one step and nothing but scalars stands beside them.
static void chain_flat(const ck_chain *chain, ptrdiff_t length) {
  places at;
  begin_places(chain, &at, 0);
  for (int n = 0; n < chain->operand_count; n++) {
    if (chain->operands[n].spread != CK_SCALAR) continue;
    fill(spread_strip(chain, n), chain->operands[n].base[0], smaller(length, CK_STRIP));
  }
  for (ptrdiff_t j = 0; j < length; j += CK_STRIP) {
    for (int n = 0; n < chain->operand_count; n++) {
      const ck_operand *operand = &chain->operands[n];
      if (operand->spread == CK_MATRIX) at.base[CK_REGISTERS + n] = operand->base + j;
    }
    run_strip(chain, &at, 1, smaller(length - j, CK_STRIP));
  }
}

/// Places the operands of the strip at (row, column), `rows` × `columns` of it.
static void place_rows(const ck_chain *chain, places *at, ptrdiff_t row, ptrdiff_t column,
                       ptrdiff_t rows, ptrdiff_t step) {
  for (int n = 0; n < chain->operand_count; n++) {
    const ck_operand *operand = &chain->operands[n];
    const int place = CK_REGISTERS + n;
    if (operand->spread == CK_MATRIX) {
      at->base[place] = operand->base + row * operand->step + column;
      at->step[place] = operand->step;
    } else if (operand->spread == CK_ROW) {
      at->base[place] = operand->base + column;
      at->step[place] = 0;
    } else if (operand->spread == CK_COLUMN && column == 0) {
      for (ptrdiff_t r = 0; r < rows; r++) {
        fill(at->base[place] + r * step, operand->base[(row + r) * operand->step], step);
      }
    }
  }
}

/// Groups of as many rows as fill a strip; long rows in several strips.
static void chain_rows(const ck_chain *chain) {
  const ptrdiff_t step = rounded_up(smaller(chain->columns, CK_STRIP));
  const ptrdiff_t group = CK_STRIP / step;
  places at;
  begin_places(chain, &at, step);
  for (int n = 0; n < chain->operand_count; n++) {
    if (chain->operands[n].spread != CK_SCALAR) continue;
    fill(spread_strip(chain, n), chain->operands[n].base[0], smaller(group, chain->rows) * step);
  }
  for (ptrdiff_t row = 0; row < chain->rows; row += group) {
    const ptrdiff_t rows = smaller(chain->rows - row, group);
    for (ptrdiff_t column = 0; column < chain->columns; column += CK_STRIP) {
      place_rows(chain, &at, row, column, rows, step);
      run_strip(chain, &at, rows, smaller(chain->columns - column, CK_STRIP));
    }
  }
}

static int is_flat(const ck_chain *chain, ptrdiff_t *step) {
  *step = 0;
  for (int n = 0; n < chain->operand_count; n++) {
    const ck_operand *operand = &chain->operands[n];
    if (operand->spread == CK_SCALAR) continue;
    if (operand->spread != CK_MATRIX) return 0;
    if (*step != 0 && *step != operand->step) return 0;
    *step = operand->step;
  }
  // Padding is computed too: worth it unless it is more than the matrix itself.
  return *step >= chain->columns && *step - chain->columns < chain->columns + CK_LANES;
}

static void chain(const ck_chain *given) {
  ck_operand operands[CK_OPERANDS];
  ck_chain chain = *given;
  if (chain.rows <= 0 || chain.columns <= 0) return;
  // What one row or one column spreads no further is a plainer operand.
  for (int n = 0; n < chain.operand_count; n++) {
    operands[n] = given->operands[n];
    int32_t *spread = &operands[n].spread;
    if (chain.rows == 1) {
      if (*spread == CK_COLUMN) *spread = CK_SCALAR;
      if (*spread == CK_ROW) *spread = CK_MATRIX;
      operands[n].step = chain.columns;
    } else if (chain.columns == 1) {
      if (*spread == CK_COLUMN) *spread = CK_MATRIX;
      if (*spread == CK_ROW) *spread = CK_SCALAR;
    }
  }
  chain.operands = operands;
  ptrdiff_t step;
  if (is_flat(&chain, &step)) {
    chain_flat(&chain, (chain.rows - 1) * step + chain.columns);
  } else if (chain.columns < CK_LANES) {
    chain_thin(&chain);
  } else {
    chain_rows(&chain);
  }
}
