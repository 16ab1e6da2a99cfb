/* What a thread needs before the guard can watch over it. */
#define _GNU_SOURCE
#include "threads.h"
#include "CTermGuard.h"
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>

enum { alternate_stack_bytes = 64 * 1024 };
static const int steering[] = {SIGINT, SIGTERM, SIGHUP, SIGTSTP, SIGCONT, SIGWINCH, SIGALRM};
enum { steering_count = sizeof steering / sizeof steering[0] };

static pthread_key_t stack_of_thread;
static pthread_once_t stack_once = PTHREAD_ONCE_INIT;

static void take_stack_away(void *memory) {
  sigaltstack(&(stack_t){.ss_flags = SS_DISABLE}, NULL);
  free(memory);
}

static void prepare_stacks(void) { pthread_key_create(&stack_of_thread, take_stack_away); }

void give_thread_a_stack(void) {
  pthread_once(&stack_once, prepare_stacks);
  if (pthread_getspecific(stack_of_thread)) return;
  stack_t stack = {.ss_sp = malloc(alternate_stack_bytes), .ss_size = alternate_stack_bytes};
  if (!stack.ss_sp) return;
  sigaltstack(&stack, NULL);
  pthread_setspecific(stack_of_thread, stack.ss_sp);
}

static sigset_t steering_set(void) {
  sigset_t set;
  sigemptyset(&set);
  for (int i = 0; i < steering_count; i++) sigaddset(&set, steering[i]);
  return set;
}

void term_guard_block_signals(void) {
  const sigset_t set = steering_set();
  pthread_sigmask(SIG_BLOCK, &set, NULL);
}

void term_guard_unblock_signals(void) {
  sigset_t set = steering_set();
  /* A parent may have left these blocked as well. */
  static const int more[] = {SIGSEGV, SIGBUS,  SIGILL,  SIGTRAP, SIGABRT,
                             SIGFPE,  SIGQUIT, SIGUSR1, SIGUSR2, SIGCHLD};
  for (unsigned i = 0; i < sizeof more / sizeof more[0]; i++) sigaddset(&set, more[i]);
  pthread_sigmask(SIG_UNBLOCK, &set, NULL);
}

void term_guard_enter_thread(void) {
  give_thread_a_stack();
  term_guard_block_signals();
}
