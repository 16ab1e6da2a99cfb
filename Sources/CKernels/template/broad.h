// The functions once more, of broad vectors: the same names, told apart by what they are given.
#define lanes broad
#define integers broad_integers
#define words broad_words
#define wide_words broad_wide_words
#define blocks broad_blocks
#define half_blocks broad_half_blocks
#define splat splat_broad
#include "functions.h"
#include "philox.h"
#include "draws.h"
#undef lanes
#undef integers
#undef words
#undef wide_words
#undef blocks
#undef half_blocks
#undef splat
