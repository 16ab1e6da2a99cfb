#define _GNU_SOURCE
#include "CPseudoTerminal.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

/* Tests run side by side: a handle that another test's program inherits would keep a terminal
   open after its end. Where the system can, handles are closed at exec from the first moment. */
#ifdef __linux__
enum { open_flags = O_RDWR | O_NOCTTY | O_CLOEXEC };
static int open_pipe(int ends[2]) { return pipe2(ends, O_CLOEXEC); }
#else
enum { open_flags = O_RDWR | O_NOCTTY };
static int open_pipe(int ends[2]) { return pipe(ends); }
#endif

/* No signal blocked, or all that can be; every signal as the system has it. */
static void fresh_signals(posix_spawnattr_t *attributes, short more, int blocked) {
  sigset_t none, all;
  sigemptyset(&none);
  sigfillset(&all);
  sigdelset(&all, SIGKILL);
  sigdelset(&all, SIGSTOP);
  posix_spawnattr_setsigmask(attributes, blocked ? &all : &none);
  posix_spawnattr_setsigdefault(attributes, &all);
  posix_spawnattr_setflags(attributes,
                           (short)(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | more));
}

int pty_resize(int near, int columns, int rows) {
  struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
  return ioctl(near, TIOCSWINSZ, &size);
}

static int open_pair(int columns, int rows, int *far, char *name, size_t size) {
  const int near = posix_openpt(open_flags);
  if (near < 0) return -1;
  fcntl(near, F_SETFD, FD_CLOEXEC);
  if (grantpt(near) == 0 && unlockpt(near) == 0) {
    /* Not ptsname: its one buffer is shared by all tests, and two programs on one terminal each
       get half of what they are told. */
    if (ptsname_r(near, name, size) == 0) {
      *far = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC);
      if (*far >= 0 && pty_resize(near, columns, rows) == 0) return near;
    }
  }
  close(near);
  return -1;
}

int pty_spawn(const char *path, char *const arguments[], char *const environment[], int columns,
              int rows, int blocked, pid_t *process, int *far, struct termios *settings) {
  char name[128];
  const int near = open_pair(columns, rows, far, name, sizeof name);
  if (near < 0) return -1;
  /* Before the program can have changed them. */
  tcgetattr(*far, settings);
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  posix_spawn_file_actions_init(&actions);
  posix_spawnattr_init(&attributes);
  fresh_signals(&attributes, POSIX_SPAWN_SETSID, blocked);
  /* A new session's first terminal becomes its controlling one. */
  posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0);
  posix_spawn_file_actions_adddup2(&actions, 0, 1);
  posix_spawn_file_actions_adddup2(&actions, 0, 2);
  const int problem = posix_spawn(process, path, &actions, &attributes, arguments, environment);
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  if (problem == 0) {
    fcntl(near, F_SETFL, O_NONBLOCK);
    return near;
  }
  close(near);
  close(*far);
  errno = problem;
  return -1;
}

int pipe_spawn(const char *path, char *const arguments[], char *const environment[],
               pid_t *process) {
  int ends[2];
  if (open_pipe(ends) != 0) return -1;
  fcntl(ends[0], F_SETFD, FD_CLOEXEC);
  fcntl(ends[1], F_SETFD, FD_CLOEXEC);
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  posix_spawn_file_actions_init(&actions);
  posix_spawnattr_init(&attributes);
  fresh_signals(&attributes, 0, 0);
  posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_adddup2(&actions, ends[1], 1);
  posix_spawn_file_actions_adddup2(&actions, ends[1], 2);
  const int problem = posix_spawn(process, path, &actions, &attributes, arguments, environment);
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  close(ends[1]);
  if (problem == 0) return ends[0];
  close(ends[0]);
  errno = problem;
  return -1;
}
