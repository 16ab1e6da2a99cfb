// Any processor: multiplies and adds in two roundings, since a fused multiply–add in software
// would be a hundred times slower.
#include "kinds.h"

// Eight lanes by value have no fixed convention without AVX; all such calls here are inlined.
#pragma clang diagnostic ignored "-Wpsabi"

#define CK_NAME "portable"
#define CK_TABLE ck_kind_portable
#define CK_FUSED 0
#define CK_BROAD 8
#define CK_WIDTH 1
#include "template/kind.h"
