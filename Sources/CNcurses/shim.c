#define _GNU_SOURCE /* for wcwidth */
#include "CNcurses.h"
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#include <wchar.h>

static const char *capability(const char *name) {
  const char *text = tigetstr((char *)name);
  return text == (char *)-1 ? NULL : text;
}

enum nc_verdict nc_judge(const char *type) {
  int problem = 0;
  if (setupterm((char *)type, 1, &problem) == ERR) return NC_UNKNOWN;
  const enum nc_verdict verdict = capability("cup") ? NC_FIT : NC_DUMB;
  del_curterm(cur_term);
  return verdict;
}

int nc_colors(const char *type) {
  int problem = 0;
  if (setupterm((char *)type, 1, &problem) == ERR) return 0;
  const int colors = tigetnum("colors");
  del_curterm(cur_term);
  return colors < 0 ? 0 : colors;
}

/* Adds a capability's text without its padding, `$<5/>`: a guard has no time to wait. */
static int append(char *buffer, int length, int size, const char *text) {
  for (const char *p = text; p && *p && length < size; p++) {
    if (p[0] == '$' && p[1] == '<') {
      const char *end = strchr(p, '>');
      if (end) {
        p = end;
        continue;
      }
    }
    buffer[length++] = *p;
  }
  return length;
}

int nc_restoring_sequence(const char *type, char *buffer, int size) {
  static const char *const names[] = {"sgr0", "op", "cnorm", "rmkx", "rmcup"};
  int problem = 0, length = 0;
  if (setupterm((char *)type, 1, &problem) == ERR) return 0;
  /* Mouse reports, in case whatever crashed had turned them on, and the marks around pastes. */
  if (capability("kmous"))
    length = append(buffer, 0, size, "\033[?1006l\033[?1002l\033[?1000l\033[?2004l");
  for (unsigned i = 0; i < sizeof names / sizeof names[0]; i++)
    length = append(buffer, length, size, capability(names[i]));
  del_curterm(cur_term);
  return length;
}

SCREEN *nc_open_nowhere(const char *type, int width, int height) {
  FILE *nowhere = fopen("/dev/null", "r+");
  if (!nowhere) return NULL;
  SCREEN *screen = newterm((char *)type, nowhere, nowhere);
  if (screen) resizeterm(height, width);
  return screen;
}

int nc_speaks_xterm(void) { return capability("kmous") != NULL; }

/* Few databases tell of these modes; terminals that report a mouse in xterm's way have them.
   What goes through stdio does not go out with a refresh: curses has a buffer of its own. */
static void send(const char *sequence) {
  putp(sequence);
  fflush(stdout);
}

static void set_mode(const char *sequence) {
  if (nc_speaks_xterm()) send(sequence);
}

void nc_bracket_pastes(int on) { set_mode(on ? "\033[?2004h" : "\033[?2004l"); }

void nc_track_mouse(int on) {
  set_mode(on ? "\033[?1000h\033[?1002h\033[?1006h" : "\033[?1006l\033[?1002l\033[?1000l");
}

int nc_ask_arrival(void) {
  const char *place = capability("cup");
  if (!place || strncmp(place, "\033[", 2) != 0) return 0;
  send("\033[5n");
  return 1;
}

int nc_kernel_size(int terminal, int *width, int *height) {
  struct winsize size;
  if (ioctl(terminal, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0) return 0;
  *width = size.ws_col;
  *height = size.ws_row;
  return 1;
}

int nc_width(uint32_t scalar) { return wcwidth((wchar_t)scalar); }
