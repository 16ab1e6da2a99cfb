#ifndef CNCURSES_H
#define CNCURSES_H
/* ncurses for Swift: the library's functions come in as they are; what the importer leaves out
   (macros with casts, plain globals, which Swift takes for shared mutable state) stands here as
   functions. Wide characters are hidden unless the macro comes before <curses.h>. */
#ifndef NCURSES_WIDECHAR
#define NCURSES_WIDECHAR 1
#endif
#include <curses.h>
#include <stdint.h>

/* ---- globals ---- */
static inline WINDOW *nc_window(void) { return stdscr; }
static inline int nc_columns(void) { return COLS; }
static inline int nc_rows(void) { return LINES; }
static inline SCREEN *nc_open(const char *type) { return newterm((char *)type, stdout, stdin); }
/* A terminal of a type that nobody sees: what is sent to it is thrown away. */
SCREEN *nc_open_nowhere(const char *type, int width, int height);
/* Everything is painted anew at the next refresh. */
static inline void nc_invalidate(void) { clearok(curscr, TRUE); }

/* ---- attributes ---- */
static inline attr_t nc_bold(void) { return A_BOLD; }
static inline attr_t nc_dim(void) { return A_DIM; }
static inline attr_t nc_reverse(void) { return A_REVERSE; }
static inline attr_t nc_underline(void) { return A_UNDERLINE; }

/* ---- cells and keys ---- */
/* A cell of one character in a colour pair below 256, with a combining one over it where `mark` is
   not 0; a wide one takes the cell behind it too. */
static inline void nc_cell(cchar_t *cell, uint32_t scalar, uint32_t mark, attr_t attributes,
                           short pair) {
  const wchar_t text[3] = {(wchar_t)scalar, (wchar_t)mark, 0};
  setcchar(cell, text, attributes, pair, NULL);
}
/* The cells that a character takes, by the locale; -1 where it can't be shown. */
int nc_width(uint32_t scalar);
/* The number of a function key, or 0 where the code is none. */
static inline int nc_function_key(int code) {
  return code > KEY_F0 && code <= KEY_F(63) ? code - KEY_F0 : 0;
}
/* Asks the terminal to mark pasted text, or to stop that; one that can't is left alone. */
void nc_bracket_pastes(int on);
/* Asks the terminal to report its mouse's first button, moves with it down, and the wheel, as in
   xterm's mode 1006; or to stop that. */
void nc_track_mouse(int on);
/* Asks a terminal how it is by ECMA-48's device status report; returns 0 where the open one
   follows another standard and can't be asked. */
int nc_ask_arrival(void);
/* Whether the open terminal knows the control sequences of xterm. */
int nc_speaks_xterm(void);

/* ---- what a terminal can do, asked before it is touched ---- */
enum nc_verdict { NC_FIT, NC_UNKNOWN, NC_DUMB };
/* Whether the type is in the terminal database and can place its cursor. */
enum nc_verdict nc_judge(const char *type);
/* How many colours a type has; 0 for none, and for one that is not in the database. */
int nc_colors(const char *type);
/* What brings a terminal of this type back from a full-screen program: attributes off, cursor
   visible, keys and screen as they were. Returns the length; longer than `size` is cut off. */
int nc_restoring_sequence(const char *type, char *buffer, int size);
/* The terminal's size as the kernel has it; returns 0 where it can't tell. */
int nc_kernel_size(int terminal, int *width, int *height);
#endif
