#define _GNU_SOURCE
#include "CTermGuard.h"
#include "held.h"
#include "threads.h"
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

enum { seconds_to_end = 2 };
/* Those that end a program unless it asks for something else. */
static const int fatal[] = {SIGSEGV, SIGBUS,  SIGILL,  SIGTRAP, SIGABRT, SIGFPE, SIGQUIT,
                            SIGUSR1, SIGUSR2, SIGXCPU, SIGXFSZ, SIGSYS};
static const int repeated[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE};
static const int ending[] = {SIGINT, SIGTERM, SIGHUP};
enum {
  fatal_count = sizeof fatal / sizeof fatal[0],
  repeated_count = sizeof repeated / sizeof repeated[0],
  ending_count = sizeof ending / sizeof ending[0],
};

/* A handler can be given nothing: what it needs has to stand here. */
static int terminal = -1;
static struct termios settings;
static char restore[256];
static int restore_length;
static atomic_int armed;
static int chains;
static struct sigaction former_fatal[fatal_count], former_ending[ending_count];
static struct sigaction former_alarm, former_continue, former_pipe, former_suspend;
static volatile sig_atomic_t stop_signal, suspension, continued;
static int news[2] = {-1, -1};

/* Writes the restoring sequence without ever waiting for a terminal that has stopped reading. */
static void write_restore(void) {
  const int flags = fcntl(terminal, F_GETFL);
  fcntl(terminal, F_SETFL, flags | O_NONBLOCK);
  const char *rest = restore;
  int left = restore_length;
  for (int tries = 0; left > 0 && tries < 50; tries++) {
    const ssize_t count = write(terminal, rest, (size_t)left);
    if (count > 0) {
      rest += count;
      left -= (int)count;
    } else if (errno == EAGAIN) {
      nanosleep(&(struct timespec){0, 10 * 1000 * 1000}, NULL);
    } else if (errno != EINTR) {
      break;
    }
  }
  fcntl(terminal, F_SETFL, flags); /* the shell shares this open file */
}

static void give_back(void) {
  if (!atomic_exchange(&armed, 0)) return;
  write_restore();
  /* An answer of the terminal that is on its way is not to be typed into the shell. */
  tcflush(terminal, TCIFLUSH);
  /* From the background, touching the terminal would stop the program. */
  sigset_t background, before;
  sigemptyset(&background);
  sigaddset(&background, SIGTTOU);
  pthread_sigmask(SIG_BLOCK, &background, &before);
  tcsetattr(terminal, TCSANOW, &settings); /* not DRAIN: it would wait for the stalled one */
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  held_errors_print();
}

static void on_fatal(int number, siginfo_t *info, void *context) {
  (void)context;
  const int error = errno;
  give_back();
  for (int i = 0; i < fatal_count; i++) {
    if (fatal[i] != number) continue;
    if (chains) sigaction(number, &former_fatal[i], NULL);
    else signal(number, SIG_DFL);
  }
  errno = error;
  int comes_again = 0;
  for (int i = 0; i < repeated_count; i++)
    if (repeated[i] == number) comes_again = info && info->si_code > 0;
  /* Otherwise the instruction runs again, and ends the program as it would have. */
  if (!comes_again) raise(number);
}

static void end_now(int number) {
  const int cause = stop_signal ? stop_signal : number;
  give_back();
  signal(cause, SIG_DFL);
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, cause);
  pthread_sigmask(SIG_UNBLOCK, &set, NULL);
  raise(cause);
  _exit(128 + cause);
}

static void tell(void) {
  const int error = errno;
  if (write(news[1], "", 1) < 0) { /* full: it is readable already */
  }
  errno = error;
}

static void on_ending(int number) {
  if (stop_signal) end_now(number);
  stop_signal = number;
  alarm(seconds_to_end);
  tell();
}

static void on_suspend(int number) {
  (void)number;
  suspension = 1;
  tell();
}

static void on_continue(int number) {
  (void)number;
  continued = 1;
  tell();
}

static void watch(int number, void (*handler)(int), int flags, struct sigaction *former) {
  struct sigaction action = {.sa_handler = handler, .sa_flags = flags};
  sigaction(number, &action, former);
}

static void watch_all(void) {
  struct sigaction action = {.sa_sigaction = on_fatal, .sa_flags = SA_SIGINFO | SA_ONSTACK};
  sigfillset(&action.sa_mask);
  for (int i = 0; i < fatal_count; i++) sigaction(fatal[i], &action, &former_fatal[i]);
  /* Without SA_RESTART: a write to a stalled terminal and a sleeping loop wake up. */
  for (int i = 0; i < ending_count; i++) watch(ending[i], on_ending, 0, &former_ending[i]);
  watch(SIGCONT, on_continue, SA_RESTART, &former_continue);
  /* Before curses starts, which then leaves it alone: its own handler loses a Ctrl-Z that comes
     while it draws. */
  watch(SIGTSTP, on_suspend, 0, &former_suspend);
  watch(SIGALRM, end_now, 0, &former_alarm);
  watch(SIGPIPE, SIG_IGN, 0, &former_pipe);
}

static void at_exit(void) { give_back(); }

static int open_news(void) {
  if (news[0] >= 0) return 0;
  if (pipe(news) != 0) return -1;
  for (int i = 0; i < 2; i++) {
    fcntl(news[i], F_SETFD, FD_CLOEXEC);
    fcntl(news[i], F_SETFL, O_NONBLOCK);
  }
  return atexit(at_exit);
}

int term_guard_arm(int file, const char *text, int length) {
  if (length < 0 || length > (int)sizeof restore || atomic_load(&armed)) return -1;
  if (tcgetattr(file, &settings) != 0 || open_news() != 0) return -1;
  memcpy(restore, text, (size_t)length);
  restore_length = length;
  terminal = file;
  chains = getenv("SWIFT_BACKTRACE") != NULL; /* unasked, it would wait 30 s for a key */
  stop_signal = 0;
  continued = 0;
  suspension = 0;
  give_thread_a_stack();
  watch_all();
  atomic_store(&armed, 1);
  term_guard_unblock_signals();
  return 0;
}

void term_guard_disarm(void) {
  alarm(0);
  atomic_store(&armed, 0);
  for (int i = 0; i < fatal_count; i++) sigaction(fatal[i], &former_fatal[i], NULL);
  for (int i = 0; i < ending_count; i++) sigaction(ending[i], &former_ending[i], NULL);
  sigaction(SIGCONT, &former_continue, NULL);
  sigaction(SIGTSTP, &former_suspend, NULL);
  sigaction(SIGALRM, &former_alarm, NULL);
  sigaction(SIGPIPE, &former_pipe, NULL);
  held_errors_print();
}

int term_guard_stop_signal(void) { return stop_signal; }

int term_guard_take_suspension(void) {
  const int was = suspension;
  suspension = 0;
  return was;
}

void term_guard_suspend(void) {
  struct sigaction mine;
  watch(SIGTSTP, SIG_DFL, 0, &mine);
  raise(SIGTSTP);
  sigaction(SIGTSTP, &mine, NULL);
}

int term_guard_take_continued(void) {
  const int was = continued;
  continued = 0;
  return was;
}

int term_guard_news(void) { return news[0]; }

void term_guard_ring(void) { tell(); }

void term_guard_take_news(void) {
  char bytes[64];
  while (read(news[0], bytes, sizeof bytes) > 0) {
  }
}
