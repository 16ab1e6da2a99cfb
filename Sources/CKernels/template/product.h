// C = initial + A·B: which tiles lie where. The grid has no say in the bits, since every element is
// its own chain over k.

/// Runs over k are cut here, so that a panel of B (this many rows of two vectors) stays in the
/// nearest cache while all rows of A pass. The chain goes on from C: it is the same chain. Where A
/// is read across its rows, each of its k is a cache line too, and the run is half as long.
enum { CK_RUN_ALONG = 256, CK_RUN_ACROSS = 128 };

typedef void (*tile_function)(const ck_product *, int row, int column);

#define CK_TILE(height, width)                                                                    \
  static void along_##height##x##width(const ck_product *p, int row, int column) {               \
    tile(p, row, column, height, width, p->a_row, 1);                                             \
  }                                                                                               \
  static void across_##height##x##width(const ck_product *p, int row, int column) {              \
    tile(p, row, column, height, width, 1, p->a_inner);                                           \
  }                                                                                               \
  static void strided_##height##x##width(const ck_product *p, int row, int column) {             \
    tile(p, row, column, height, width, p->a_row, p->a_inner);                                    \
  }

CK_TILE(1, 1) CK_TILE(1, 2) CK_TILE(1, 4)
CK_TILE(2, 1) CK_TILE(2, 2)
CK_TILE(3, 1)
CK_TILE(4, 1)
CK_TILE(5, 1)
CK_TILE(6, 1)
#if CK_WIDTH >= 2
CK_TILE(1, 8)
CK_TILE(2, 4)
CK_TILE(3, 2)
CK_TILE(4, 2)
CK_TILE(5, 2)
CK_TILE(6, 2)
#endif
#if CK_WIDTH >= 4
CK_TILE(3, 4)
CK_TILE(4, 4)
CK_TILE(5, 4)
CK_TILE(6, 4)
#endif

// Tiles of as many sums as there are registers for. Entries are by the logarithm of the width; the
// last of a row is the widest that a kind takes.
#if CK_WIDTH == 4
#define CK_TILES(form)                                                                            \
  {                                                                                               \
    {form##_1x1, form##_1x2, form##_1x4, form##_1x8}, {form##_2x1, form##_2x2, form##_2x4},       \
        {form##_3x1, form##_3x2, form##_3x4}, {form##_4x1, form##_4x2, form##_4x4},               \
        {form##_5x1, form##_5x2, form##_5x4}, {form##_6x1, form##_6x2, form##_6x4},               \
  }
static const int widest[6] = {3, 2, 2, 2, 2, 2};
#elif CK_WIDTH == 2
#define CK_TILES(form)                                                                            \
  {                                                                                               \
    {form##_1x1, form##_1x2, form##_1x4, form##_1x8}, {form##_2x1, form##_2x2, form##_2x4},       \
        {form##_3x1, form##_3x2}, {form##_4x1, form##_4x2}, {form##_5x1, form##_5x2},             \
        {form##_6x1, form##_6x2},                                                                 \
  }
static const int widest[6] = {3, 2, 1, 1, 1, 1};
#else
#define CK_TILES(form)                                                                            \
  {                                                                                               \
    {form##_1x1, form##_1x2, form##_1x4}, {form##_2x1, form##_2x2}, {form##_3x1}, {form##_4x1},   \
        {form##_5x1}, {form##_6x1},                                                               \
  }
static const int widest[6] = {2, 1, 0, 0, 0, 0};
#endif

static const tile_function tiles_along[6][4] = CK_TILES(along);
static const tile_function tiles_across[6][4] = CK_TILES(across);
static const tile_function tiles_strided[6][4] = CK_TILES(strided);

/// `count` tiles of `height` rows from `row` on, panel after panel of columns: a panel of B is
/// read from the nearest cache by all but the first.
static void band(const ck_product *p, const tile_function tiles[6][4], int row, int height,
                 int count) {
  int column = 0;
  while (column < p->columns) {
    int size = widest[height - 1];
    // Only the last vector of a tile may be partly full.
    while (size > 0 && p->columns - column <= CK_BROAD * ((1 << size) - 1)) size--;
    tile_function run = tiles[height - 1][size];
    for (int i = 0; i < count; i++) run(p, row + i * height, column);
    column += CK_BROAD << size;
  }
}

/// Rows by sixes; what is left over is cut so that no tile is of one or two rows if it need not be.
static void bands(const ck_product *p) {
  const tile_function(*tiles)[4] = p->a_inner == 1 ? tiles_along
                                   : p->a_row == 1 ? tiles_across
                                                   : tiles_strided;
  int sixes = p->rows / 6, rest = p->rows % 6;
  if (sixes > 0 && (rest == 1 || rest == 2)) {
    sixes--;
    rest += 6;
  }
  if (sixes > 0) band(p, tiles, 0, 6, sixes);
  if (rest > 6) {
    band(p, tiles, sixes * 6, 4, 1);
    band(p, tiles, sixes * 6 + 4, rest - 4, 1);
  } else if (rest > 0) {
    band(p, tiles, sixes * 6, rest, 1);
  }
}

#define CK_UPRIGHT(columns, height)                                                               \
  case columns:                                                                                   \
    for (; row + CK_LANES * (height - 1) < p->rows; row += CK_LANES * height) {                   \
      upright_tile(p, row, height, columns);                                                      \
    }                                                                                             \
    for (; row < p->rows; row += CK_LANES) upright_tile(p, row, 1, columns);                      \
    break;

static void upright(const ck_product *p) {
  ptrdiff_t row = 0;
  switch (p->columns) {
    CK_UPRIGHT(1, 8)
    CK_UPRIGHT(2, 4)
    CK_UPRIGHT(3, 3)
    CK_UPRIGHT(4, 2)
    CK_UPRIGHT(5, 2)
    CK_UPRIGHT(6, 2)
    CK_UPRIGHT(7, 1)
  }
}

static void product(const ck_product *whole) {
  ck_product p = *whole;
  if (p.rows <= 0 || p.columns <= 0) return;
  if (p.a_row == 1 && p.columns < CK_LANES && p.rows >= p.columns) {
    upright(&p);
    return;
  }
  const int run = p.a_inner == 1 ? CK_RUN_ALONG : CK_RUN_ACROSS;
  int left = p.inner;
  do {
    p.inner = left < run + run / 2 ? left : run;
    bands(&p);
    left -= p.inner;
    p.a += p.inner * p.a_inner;
    p.b += p.inner * p.b_row;
    p.initial = p.c;
    p.initial_row = p.c_row;
  } while (left > 0);
}
