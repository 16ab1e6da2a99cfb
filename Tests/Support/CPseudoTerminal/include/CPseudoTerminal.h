#ifndef CPSEUDOTERMINAL_H
#define CPSEUDOTERMINAL_H
#include <sys/types.h>
#include <termios.h>
/* Starting programs for tests. Foundation's Process will not do on Linux: it hands down the
   calling thread's signal mask (a test's thread blocks nearly everything, SIGTERM and SIGWINCH
   included), and takes for the end what a daemon keeps open. */

/* Starts a program as the leader of a new session on a new pseudo-terminal of that size. Returns
   the near end, non-blocking, or -1 with errno. `far` gets an own handle of the far end, by which
   the terminal's settings can be read even after the program has ended. With `blocked` it starts
   with every signal blocked, as careless parents leave it. */
int pty_spawn(const char *path, char *const arguments[], char *const environment[], int columns,
              int rows, int blocked, pid_t *process, int *far, struct termios *settings);

/* Tells the terminal its size, and the program that it has changed. */
int pty_resize(int near, int columns, int rows);

/* Starts a program without input, its output and errors in a pipe: the read end, or -1. */
int pipe_spawn(const char *path, char *const arguments[], char *const environment[],
               pid_t *process);
#endif
