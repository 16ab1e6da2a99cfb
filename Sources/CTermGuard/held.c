/* Standard error, held in a file while the screen is up. */
#define _GNU_SOURCE
#include "held.h"
#include "CTermGuard.h"
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static volatile sig_atomic_t held_file = -1;
static volatile sig_atomic_t held_terminal = -1;

/* A file that has no name any more: nothing stays behind, whatever ends the program. */
static int unnamed_file(void) {
  char name[] = P_tmpdir "/ganbook-XXXXXX";
  const int file = mkstemp(name);
  if (file < 0) return -1;
  unlink(name);
  fcntl(file, F_SETFD, FD_CLOEXEC);
  fcntl(file, F_SETFL, O_APPEND);
  return file;
}

void term_guard_hold_errors(void) {
  if (held_file >= 0 || !isatty(STDERR_FILENO)) return;
  const int file = unnamed_file();
  if (file < 0) return;
  const int terminal = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
  if (terminal < 0) {
    close(file);
    return;
  }
  fflush(stderr);
  dup2(file, STDERR_FILENO);
  held_terminal = terminal;
  held_file = file;
}

void held_errors_print(void) {
  const int file = held_file, terminal = held_terminal;
  if (file < 0 || terminal < 0) return;
  held_file = -1;
  held_terminal = -1;
  dup2(terminal, STDERR_FILENO);
  char part[4096];
  ssize_t count;
  if (lseek(file, 0, SEEK_SET) == 0)
    while ((count = read(file, part, sizeof part)) > 0)
      if (write(STDERR_FILENO, part, (size_t)count) < 0) break;
  close(file);
  close(terminal);
}
