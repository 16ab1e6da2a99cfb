#ifndef CTERMGUARD_HELD_H
#define CTERMGUARD_HELD_H
/* Puts stderr back and prints what was held; async-signal-safe. */
void held_errors_print(void);
#endif
