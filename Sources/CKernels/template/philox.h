// Philox4x32-10 (Salmon et al., "Parallel random numbers: as easy as 1, 2, 3", 2011), eight blocks
// at a time, or as many as `lanes` has.

/// Four words of eight blocks: word[w] has one lane per block.
typedef struct {
  words word[4];
} blocks;

/// Four words of four blocks, each in the low half of a wide word; the high halves are noise.
/// Widening products take the low halves alone, so nothing has to be shuffled between rounds.
typedef struct {
  wide_words word[4];
} half_blocks;

CK_INLINE wide_words low_half(wide_words x) { return x & 0xffffffff; }

CK_INLINE half_blocks philox_half(half_blocks x, uint32_t key0, uint32_t key1) {
  CK_UNROLL for (int round = 0; round < 10; round++) {
    const wide_words p0 = low_half(x.word[0]) * (wide_words)((uint64_t)0xD2511F53);
    const wide_words p1 = low_half(x.word[2]) * (wide_words)((uint64_t)0xCD9E8D57);
    x.word[0] = (p1 >> 32) ^ x.word[1] ^ (wide_words)((uint64_t)key0);
    x.word[2] = (p0 >> 32) ^ x.word[3] ^ (wide_words)((uint64_t)key1);
    x.word[1] = p1;
    x.word[3] = p0;
    key0 += 0x9E3779B9;
    key1 += 0xBB67AE85;
  }
  return x;
}

/// Eight blocks. Counters go in with one lane per block, as words come out.
CK_INLINE blocks philox(blocks counter, uint64_t key) {
  half_blocks even, odd;
  CK_UNROLL for (int w = 0; w < 4; w++) {
    even.word[w] = (wide_words)counter.word[w];
    odd.word[w] = (wide_words)counter.word[w] >> 32;
  }
  even = philox_half(even, (uint32_t)key, (uint32_t)(key >> 32));
  odd = philox_half(odd, (uint32_t)key, (uint32_t)(key >> 32));
  blocks result;
  CK_UNROLL for (int w = 0; w < 4; w++) {
    result.word[w] = (words)(low_half(even.word[w]) | odd.word[w] << 32);
  }
  return result;
}
