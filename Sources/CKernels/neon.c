// arm64: thirty-two registers of four lanes, always with fused multiply–add. Eight lanes are two
// registers, so that every sum has the order that it has on x86-64.
#include "kinds.h"

#if defined(__aarch64__)
#define CK_NAME "neon"
#define CK_TABLE ck_kind_neon
#define CK_FUSED 1
#define CK_BROAD 8
#define CK_WIDTH 2
#include "template/kind.h"
#endif
